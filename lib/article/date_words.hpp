// The words by which texts speak of dates: "last", "yesterday", "month", "Tuesday".
// In: a token.  Out: what it says.  English, German, French, Spanish, Russian, Ukrainian, as far as a
// word has no other sense.
// Tested by tests/article/date_words_test.cpp.
#pragma once

#include "article/tokens.hpp"

#include <cstdint>

namespace dateline::article {

enum class DateWord : std::uint8_t {
  kNone,
  kLast,
  kNext,
  kThis,
  kYesterday,
  kToday,
  kTomorrow,
  kMonthUnit,
  kYearUnit,
  kDayUnit,
  kAgo,
  kName  // of a month or a weekday
};

DateWord date_word(const Token& token);

}  // namespace dateline::article
