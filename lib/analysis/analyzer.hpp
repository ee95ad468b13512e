// From an article's words to its postings; the one function by which articles and queries meet.
// In: passages, language, mentions.  Out: tokens with positions, and postings.
// Tested by tests/analysis/analyzer_test.cpp.
#pragma once

#include "actors/catalog.hpp"
#include "actors/mentions.hpp"
#include "analysis/forms.hpp"
#include "analysis/posting.hpp"
#include "analysis/rules.hpp"
#include "article/passages.hpp"

#include <dateline/mention.hpp>
#include <dateline/range.hpp>

#include <cstdint>
#include <deque>
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
  std::vector<Token> tokens;  // in reading order
  std::vector<ActorToken> actors;
};

// One per thread.
class Analyzer {
 public:
  explicit Analyzer(const Rules& rules);  // which must outlive it

  // The result's forms are valid until the next call.
  Analysis analyze(std::span<const article::Passage> passages, std::string_view language,
                   std::span<const actors::Found> mentions, const actors::Catalog& catalog);

  // Every posting of the article; the views are valid until the next call of either function.
  const std::vector<Posting>& postings(const Analysis& analysis);

  Forms& forms(std::string_view language);
  const Rules& rules() const { return rules_; }

 private:
  void add_token(const Token& token);
  std::string_view keep(std::string term);

  const Rules& rules_;
  std::map<std::string, Forms, std::less<>> forms_;
  std::deque<std::string> terms_;  // backs the views of postings_
  std::vector<Posting> postings_;
};

}  // namespace dateline::analysis
