// Finds who is named in an article.  In: its passages and its date.  Out: mentions, in text order.
// Method: all names in one trie over words, longest match from the left, in their own case; then
// each ambiguous name and each office is decided by what stands around it.
// Invariants: mentions do not overlap, but for a country named within an office ("Russian" in
// "Russian President").
// Tested by tests/actors/mentions_test.cpp.
#pragma once

#include "actors/catalog.hpp"
#include "actors/name_trie.hpp"
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

// Immutable after construction; may be shared by threads.
class MentionFinder {
 public:
  explicit MentionFinder(const Catalog& catalog);  // which must outlive it
  // `date`: when the article was published, to tell who held an office.  Junk names nobody.
  std::vector<Found> find(std::span<const article::Passage> passages,
                          const std::optional<Date>& date) const;

 private:
  const Catalog& catalog_;
  NameTrie trie_;
};

}  // namespace dateline::actors
