// Finds who is named in an article.  In: its passages and its date.  Out: mentions, in text order.
// Method: all names in one trie over words, longest match from the left, in their own case; names
// that no list holds are spotted; each ambiguous name and each office is decided by what stands
// around it; short names are linked to those named in full.
// Invariants: mentions do not overlap, but for a country named within an office or a body ("Russian"
// in "Russian President").
// Tested by tests/actors/mentions_test.cpp.
#pragma once

#include "actors/catalog.hpp"
#include "actors/name_rules.hpp"
#include "actors/name_trie.hpp"
#include "actors/titled_people.hpp"
#include "actors/unlisted.hpp"
#include "article/passages.hpp"

#include <dateline/date.hpp>
#include <dateline/mention.hpp>

#include <optional>
#include <span>
#include <vector>

namespace dateline::actors {

// A mention, with the passage in which it stands.
struct Found {
  ActorNumber actor = 0;
  Range range;
  std::uint32_t passage = 0;
  std::uint32_t word = 0;  // the first word of the name, counted in the passage
  How how = How::kName;
};

// Whom an article names, and those of them whom no list holds.
struct Mentions {
  std::vector<Found> found;  // in text order
  std::vector<Unlisted> unlisted;
};

// Immutable after construction; may be shared by threads.
class MentionFinder {
 public:
  // The catalog must outlive it.  Without rules nothing unlisted is found.
  explicit MentionFinder(const Catalog& catalog, NameRules rules = {});
  // `date`: when the article was published, to tell who held an office.  Junk names nobody.
  Mentions find(std::span<const article::Passage> passages, const std::optional<Date>& date) const;

 private:
  const Catalog& catalog_;
  NameRules rules_;
  TitledPeople titled_;
  NameTrie trie_;
};

}  // namespace dateline::actors
