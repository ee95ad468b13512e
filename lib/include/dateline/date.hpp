// A calendar date that knows how precisely it is known: a day, a month or a year.
// In: ISO text.  Out: comparable values, the first and last day meant.
// Tested by tests/article/date_test.cpp.
#pragma once

#include <dateline/export.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// A date of the Gregorian calendar between 1400 and 2100, to the day, the month or the year.
struct DATELINE_API Date {
  int year = 0;
  int month = 0;  ///< 1 to 12; 0: only the year is known
  int day = 0;    ///< 1 to 31; 0: only the month is known

  /// Reads "2025", "2025-02", "2025-02-24"; a time of day after "T" or a blank is passed over.
  ///
  /// Errors   nullopt for anything else, for days that do not exist and for years outside 1400-2100
  static std::optional<Date> parse(std::string_view iso);

  /// "2025", "2025-02" or "2025-02-24", as precise as the date is.
  std::string iso() const;

  /// The first day that the date may mean, as days since 1970-01-01.
  int first_day() const noexcept;
  /// The last day that the date may mean, as days since 1970-01-01.
  int last_day() const noexcept;
  /// 0 Sunday to 6 Saturday.  Requires: the day is known.
  int weekday() const noexcept;

  /// The day that lies `days` after 1970-01-01.
  static Date from_days(int days) noexcept;

  friend bool operator==(const Date&, const Date&) = default;
};

/// First and last day of a span of time, as days since 1970-01-01, both included.
struct DayRange {
  int first = -300000;
  int last = 300000;
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

}  // namespace dateline
