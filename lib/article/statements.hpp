// What a line states about its article: place, date and agency in front of the first sentence, the
// day it was published, its source, a weekday with its date.
// In: text, the line's tokens, rules.  Out: entries of Stated, with the bytes they rest on.
// Tested by tests/article/statements_test.cpp.
#pragma once

#include "article/line.hpp"

#include <cstddef>
#include <string_view>

namespace dateline::article {

// "KYIV, Feb 24 (Meridian Wire) - ", "(CNN) As", "MOSCOW, March 3, 2025": near the top only.
DatelineKind find_dateline(std::string_view text, Tokens tokens, std::size_t number,
                           Stated& stated);

// Bytes of the dateline in front of a paragraph's first sentence, with its dash; 0 when there is none.
std::size_t dateline_size(std::string_view paragraph);

// "Published: 12 March 2025"; the line is no story: it says little else.
bool find_published(std::string_view text, Tokens tokens, const Line& line, const PageRules& rules,
                    Stated& stated);

// "By Jane Doe | March 12, 2025": of a line that names the author, at the top of the page.
void find_date_of_byline(std::string_view text, Tokens tokens, Stated& stated);

// "Source: AFP/fs".
bool find_source(std::string_view text, Tokens tokens, std::size_t number, const PageRules& rules,
                 Stated& stated);

// "said on Wednesday (Dec 3)", but not "will meet on Wednesday (Dec 3)".
void find_named_days(std::string_view text, Tokens tokens, std::size_t number,
                     const PageRules& rules, Stated& stated);

}  // namespace dateline::article
