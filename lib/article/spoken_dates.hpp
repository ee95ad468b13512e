// The dates that a text speaks of: "on February 20, 2025", "in 2008", "last Tuesday", "next month's summit".
// In: tokens of a line; later the day of publication.  Out: days, months and years.
// Method: a small grammar over tokens.  What is relative is worked out from the day of publication, and
// left out where that is unknown or not precise enough.
// Tested by tests/article/spoken_dates_test.cpp.
#pragma once

#include "article/line.hpp"

#include <dateline/article.hpp>

#include <optional>
#include <vector>

namespace dateline::article {

void find_spoken_dates(std::string_view text, Tokens tokens, std::size_t number,
                       const PageRules& rules, Stated& stated);

// In the order of the text; those of page furniture are left out.
std::vector<MentionedDate> resolve_dates(const std::optional<Judgement>& published,
                                         const std::vector<Line>& lines, const Stated& stated);

}  // namespace dateline::article
