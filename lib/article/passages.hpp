// The parts of an article that are looked at word by word: each with its field and its words.
// In: article and page.  Out: passages in reading order; the title first where it is given beside the text.
// Tested by tests/article/passages_test.cpp.
#pragma once

#include "text/words.hpp"

#include <dateline/article.hpp>
#include <dateline/mention.hpp>

#include <string_view>
#include <vector>

namespace dateline::article {

struct Passage {
  Field field = Field::kBody;
  std::string_view text;       // what all ranges refer to: Article::text, or the title beside it
  Range range;                 // of this passage in `text`
  std::vector<Range> words;    // in `text`
  std::size_t lead_words = 0;  // how many of the words belong to the article's lead
  bool shouting = false;       // stands in capitals throughout, so that they mean nothing
};

// The lead: the first two body blocks, at most this many words.
inline constexpr std::size_t kLeadWords = 60;

// True when a passage of several words stands in capitals throughout.
bool is_shouting(const Passage& passage);

// Views into `article`, which must outlive the result.
std::vector<Passage> passages(const Article& article, const Page& page, text::WordBreaker& breaker);

}  // namespace dateline::article
