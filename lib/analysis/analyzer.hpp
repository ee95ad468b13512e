// From an article's words to its postings; the one function by which articles and queries meet.
// In: passages, language, mentions.  Out: tokens with positions, and postings with numbered terms.
// Tested by tests/analysis/analyzer_test.cpp.
#pragma once

#include "actors/catalog.hpp"
#include "actors/mentions.hpp"
#include "analysis/forms.hpp"
#include "analysis/posting.hpp"
#include "analysis/rules.hpp"
#include "article/passages.hpp"
#include "base/vocabulary.hpp"

#include <dateline/mention.hpp>
#include <dateline/range.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

// A word of an article.  Captions, junk, and title with body count their positions apart.
struct Token {
  const Form* form = nullptr;
  Range range;  // in the passage's text
  std::uint32_t passage = 0;
  std::uint32_t position = 0;
  std::uint32_t weight = 0;  // 0 in captions and junk
  Field field = Field::kBody;
};

// An actor named in an article.
struct ActorToken {
  std::string_view actor;  // its id
  Range range;
  std::uint32_t passage = 0;
  std::uint32_t position = 0;  // of the name's first word
  Field field = Field::kBody;
};

struct Analysis {
  std::vector<Token> tokens;  // of titles first, else in reading order
  std::vector<ActorToken> actors;
  std::vector<Posting> postings;       // of all of them; of one term, positions ascend
  std::vector<std::uint32_t> sources;  // of each posting: a token, or kActorSource with an actor

  static constexpr std::uint32_t kActorSource = 1u << 31;
};

// One per thread.
class Analyzer {
 public:
  // `rules` must outlive it.  Words are worked out once until they take more than `memory` bytes; then all are
  // forgotten.
  explicit Analyzer(const Rules& rules, std::size_t memory = Forms::kMemory);

  // Replaces what is in `result`, whose memory is used again.  Its forms are valid until the next call,
  // the ids of its actors as long as the cast's.
  void analyze(std::span<const article::Passage> passages, std::string_view language,
               std::span<const actors::Found> mentions, const actors::Cast& cast, Analysis& result);
  Analysis analyze(std::span<const article::Passage> passages, std::string_view language,
                   std::span<const actors::Found> mentions, const actors::Cast& cast);

  // The terms of all postings so far.
  const base::Vocabulary& terms() const { return terms_; }
  base::Vocabulary& terms() { return terms_; }
  // Numbers terms from 0 again.
  void forget_terms();

  Forms& forms(std::string_view language);
  const Rules& rules() const { return rules_; }

 private:
  friend class Reading;
  // The term of a form in a term space; title words stand in a space of their own besides.
  std::uint32_t number(const Form& form, Field field, bool exact);

  const Rules& rules_;
  std::size_t memory_;
  base::Vocabulary terms_;
  std::map<std::string, Forms, std::less<>> forms_;
};

}  // namespace dateline::analysis
