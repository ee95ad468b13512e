// What a quote looks like: a clause, a phrase or a title; and which words are reported without marks.
// In: a marked span; a sentence with its attributions.  Out: its shape; the reported clause.
// Tested by tests/actors/quote_shape_test.cpp.
#pragma once

#include "actors/attributions.hpp"
#include "article/passages.hpp"

#include <span>
#include <vector>

namespace dateline::actors {

struct QuoteShape {
  bool is_clause = false;  // five words or more, with a verb or the look of a sentence
  bool is_title = false;   // capitals throughout: a name or the title of a work
};

QuoteShape shape_of(const article::Passage& passage, Range span, const QuoteWords& words);

// What is reported by the attribution: the clause behind "said that", before ", X said", beside
// "according to X"; two ranges where it is broken: "Kyiv, X said, is ready".
std::vector<Range> reported_clause(const QuoteText& text, QuoteSentence sentence,
                                   const Attribution& attribution, std::span<const Attribution> all,
                                   const QuoteWords& words);

}  // namespace dateline::actors
