// Cuts a sentence into noun groups, verb groups and what stands between them.
// In: the pieces of a sentence.  Out: groups, in text order; adverbs and times are in none.
// Method: chunks, the cores of phrases without recursion, as the first levels of a cascade of finite states (Abney
// 1996, "Partial parsing via finite-state cascades", section 1), told by closed classes of words and by endings
// instead of a tagger; what neither tells apart is a noun.
// Tested by tests/actors/quote_groups_test.cpp.
#pragma once

#include "actors/quote_text.hpp"

#include <vector>

namespace dateline::actors {

struct QuoteGroup {
  enum class Kind : std::uint8_t {
    kNoun,  // "the White House spokesman", "he"
    kVerb,  // "has also said", "briefed"
    kPreposition,
    kAnd,
    kBreak,  // "because"
    kThat,
    kRelative,  // "who"
    kMark,
    kSpan  // a marked span that stands apart
  };
  Kind kind = Kind::kNoun;
  bool finite = false;    // of a verb: surely no participle
  std::size_t begin = 0;  // pieces [begin, end)
  std::size_t end = 0;
};

std::vector<QuoteGroup> cut_groups(const QuoteText& text, QuoteSentence sentence,
                                   const QuoteWords& words);

}  // namespace dateline::actors
