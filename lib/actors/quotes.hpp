// Finds who said what in an article.
// In: passages, the names in them, the words of its language.  Out: quotes, in text order.
// Method: a marked span belongs to the attribution next to it, else to the one before it in its
// sentence, else to one behind; without any it is no quote, unless it goes on with the quote before.
// What is said without marks is the clause behind "said that", before ", X said", beside "according to".
// Tested by tests/actors/quotes_test.cpp.
#pragma once

#include "actors/quote_rules.hpp"
#include "actors/quote_text.hpp"
#include "article/passages.hpp"

#include <dateline/quote.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace dateline::actors {

// `names` in text order.  Junk holds no quotes.
std::vector<Quote> find_quotes(std::span<const article::Passage> passages,
                               std::span<const QuoteName> names, const QuoteWords& words);

}  // namespace dateline::actors
