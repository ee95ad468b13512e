// The words in dates.  In: a token.  Out: which month, which weekday it names.
// English, German, French, Spanish, Russian, Ukrainian, all at once: no name means two things.
// Tested by tests/article/date_names_test.cpp.
#pragma once

#include "article/tokens.hpp"

namespace dateline::article {

// 1 to 12; -1 when the token names no month.
int month_of(const Token& token);

// 0 Sunday to 6 Saturday; -1 when the token names no day.
int weekday_of(const Token& token);

// "of", "de": between the parts of a date.
bool joins_date(const Token& token);

// "года", "року": behind the year.
bool follows_year(const Token& token);

}  // namespace dateline::article
