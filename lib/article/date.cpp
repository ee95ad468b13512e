// Dates of the Gregorian calendar, as precise as they are known.
// In: ISO text, days since 1970-01-01.  Out: dates, days, weekdays.
// Method: the civil calendar of std::chrono, which is proleptic Gregorian.
// Tested by tests/article/date_test.cpp.
#include "base/utf8.hpp"

#include <dateline/date.hpp>

#include <algorithm>
#include <chrono>

namespace dateline {
namespace {

namespace chrono = std::chrono;

constexpr int kFirstYear = 1400;
constexpr int kLastYear = 2100;
constexpr int kFarthestDay = 300000;

chrono::year_month_day civil(int year, int month, int day) {
  return chrono::year(year) / chrono::month(static_cast<unsigned>(month)) /
         chrono::day(static_cast<unsigned>(day));
}

int days_of(const chrono::year_month_day& date) {
  return static_cast<int>(chrono::sys_days(date).time_since_epoch().count());
}

int last_of_month(int year, int month) {
  const chrono::year_month_day_last last(
      chrono::year(year), chrono::month_day_last(chrono::month(static_cast<unsigned>(month))));
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

// The number that `digits` digits at the front of `text` make; takes them away.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(0, digits)) {
    if (!base::is_ascii_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(digits);
  return value;
}

// "-02": a part of a date after the year.
std::optional<int> take_part(std::string_view& text, int largest) {
  if (text.empty() || text.front() != '-') return std::nullopt;
  text.remove_prefix(1);
  const auto value = take_number(text, 2);
  if (!value || *value < 1 || *value > largest) return std::nullopt;
  return value;
}

// "T10:00:00Z", " 10:00 GMT": begins with an hour and says nothing but a time and its zone.
bool is_time_of_day(std::string_view text) {
  if (text.front() != 'T' && text.front() != ' ') return false;
  text.remove_prefix(1);
  if (const auto hour = take_number(text, 2); !hour || *hour > 24) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return base::is_ascii_digit(c) || base::is_ascii_alpha(c) ||
           std::string_view(":.,+- /").find(c) != std::string_view::npos;
  });
}

void append_part(std::string& out, int value) {
  out += '-';
  out += static_cast<char>('0' + value / 10);
  out += static_cast<char>('0' + value % 10);
}

}  // namespace

std::optional<Date> Date::parse(std::string_view iso) {
  const auto year = take_number(iso, 4);
  if (!year || *year < kFirstYear || *year > kLastYear) return std::nullopt;
  Date date{*year, 0, 0};
  if (iso.empty()) return date;
  const auto month = take_part(iso, 12);
  if (!month) return std::nullopt;
  date.month = *month;
  if (iso.empty()) return date;
  const auto day = take_part(iso, last_of_month(date.year, date.month));
  if (!day) return std::nullopt;
  date.day = *day;
  if (!iso.empty() && !is_time_of_day(iso)) return std::nullopt;
  return date;
}

std::string Date::iso() const {
  std::string out = std::to_string(year);
  if (month != 0) append_part(out, month);
  if (month != 0 && day != 0) append_part(out, day);
  return out;
}

int Date::first_day() const noexcept {
  return days_of(civil(year, std::max(month, 1), std::max(day, 1)));
}

int Date::last_day() const noexcept {
  const int last_month = month == 0 ? 12 : month;
  const int last = month == 0 || day == 0 ? last_of_month(year, last_month) : day;
  return days_of(civil(year, last_month, last));
}

int Date::weekday() const noexcept {
  const chrono::sys_days day_meant{chrono::days(first_day())};
  return static_cast<int>(chrono::weekday(day_meant).c_encoding());
}

Date Date::from_days(int days) noexcept {
  // Beyond this the calendar's own arithmetic would leave its years.
  const chrono::days since(std::clamp(days, -kFarthestDay, kFarthestDay));
  const chrono::year_month_day date{chrono::sys_days(since)};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace dateline
