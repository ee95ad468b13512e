// Reads dates as people write them.  In: text, tokens.  Out: dates, never guessed ones.
// Tested by tests/article/date_text_test.cpp.
#pragma once

#include "article/tokens.hpp"

#include <dateline/date.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline::article {

// A day in a text, with or without its year: "Feb 24", "24 February 2025", "2025/02/24".
struct WrittenDate {
  Date date;              // year 0: not written
  std::size_t first = 0;  // tokens [first, last)
  std::size_t last = 0;

  bool has_year() const { return date.year != 0; }
};

// The day that is written at token `at`.  "3/4/2025" is none: nobody knows which is the month.
std::optional<WrittenDate> date_at(std::string_view text, Tokens tokens, std::size_t at);

// The first day that is written at or behind token `from`.
std::optional<WrittenDate> find_date(std::string_view text, Tokens tokens, std::size_t from = 0);

// A string that is a date and nothing else but a weekday before and a time behind it; also a month
// ("December 2025"), a year, "20251203".
std::optional<Date> read_date(std::string_view text);

}  // namespace dateline::article
