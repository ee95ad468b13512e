// Dates as people say them: "last friday", "march 2024", "3 days ago", "2025-W08".
// In: text, the day it is.  Out: the days meant.
// Method: days are counted from the proleptic Gregorian calendar (dateline/date.hpp); weeks as in ISO 8601.
// Tested by tests/query/date_words_test.cpp.
#pragma once

#include <dateline/date.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace dateline::query {

// Nothing when the text is no such date; `today` counts from 1970-01-01.
std::optional<DayRange> read_date_words(std::string_view text, int today);

// The words that a text which is no date may have been meant for; empty when there are none.
std::string near_date(std::string_view text, int today);

}  // namespace dateline::query
