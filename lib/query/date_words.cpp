// Reads dates in words.  In: text.  Out: days.
// Tested by tests/query/date_words_test.cpp.
#include "query/date_words.hpp"

#include "article/date_names.hpp"
#include "base/utf8.hpp"
#include "query/typed.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace dateline::query {
namespace {

enum class Span { kDay, kWeek, kMonth, kYear };

struct DateWord {
  std::string text;  // small letters
  int number = -1;
  int month = -1;    // 1 to 12
  int weekday = -1;  // 0 Sunday
};
using DateWords = std::vector<DateWord>;

DateWords read_words(std::string_view text) {
  DateWords words;
  for (std::size_t at = 0; at < text.size();) {
    std::string_view run = next_run(text, at);
    while (!run.empty() && (run.back() == ',' || run.back() == '.')) run.remove_suffix(1);
    if (run.empty()) continue;
    DateWord& word = words.emplace_back();
    word.text = base::ascii_lower(run);
    const char* const end = word.text.data() + word.text.size();
    const auto read = std::from_chars(word.text.data(), end, word.number);
    if (read.ec != std::errc() || read.ptr != end) word.number = -1;
    std::vector<article::Token> tokens;
    article::tokenize(run, {0, run.size()}, tokens);
    if (tokens.size() != 1) continue;
    word.month = article::month_of(tokens.front());
    word.weekday = article::weekday_of(tokens.front());
  }
  return words;
}

std::optional<Span> span_of(std::string_view word) {
  constexpr std::array<std::string_view, 4> kNames{"day", "week", "month", "year"};
  if (word.size() > 3 && word.back() == 's') word.remove_suffix(1);
  const auto found = std::find(kNames.begin(), kNames.end(), word);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Span>(found - kNames.begin());
}

DayRange days_of(const Date& date) {
  return {date.first_day(), date.last_day()};
}

int monday_of(int day) {
  return day - (Date::from_days(day).weekday() + 6) % 7;
}

Date month_before(Date date, int count) {
  const int months = date.year * 12 + date.month - 1 - count;
  return {months / 12, months % 12 + 1, 0};
}

// The week, month or year that lies `count` before the one of `today`.
DayRange whole(Span span, int today, int count) {
  const Date date = Date::from_days(today);
  switch (span) {
    case Span::kDay:
      return {today - count, today - count};
    case Span::kWeek:
      return {monday_of(today) - 7 * count, monday_of(today) - 7 * count + 6};
    case Span::kMonth:
      return days_of(month_before(date, count));
    case Span::kYear:
      break;
  }
  return days_of({date.year - count, 0, 0});
}

// The same day of the month so many days, weeks, months or years before; the last where it has none such.
int back(Span span, int today, int count) {
  if (span == Span::kDay) return today - count;
  if (span == Span::kWeek) return today - 7 * count;
  const Date date = Date::from_days(today);
  Date then = month_before(date, span == Span::kMonth ? count : 12 * count);
  const int first = then.first_day();
  return std::min(first + date.day - 1, then.last_day());
}

constexpr int kMostBack = 1000;

std::optional<DayRange> read_one(const DateWord& word, int today) {
  if (word.text == "today" || word.text == "now") return DayRange{today, today};
  if (word.text == "yesterday") return DayRange{today - 1, today - 1};
  if (word.text == "tomorrow") return DayRange{today + 1, today + 1};
  const Date date = Date::from_days(today);
  if (word.month > 0) return days_of({date.year - (word.month > date.month), word.month, 0});
  if (word.weekday < 0) return std::nullopt;
  const int ago = (date.weekday() - word.weekday + 6) % 7 + 1;  // not today
  return DayRange{today - ago, today - ago};
}

// "last friday", "this week", "past month".
std::optional<DayRange> read_two(const DateWord& first, const DateWord& second, int today) {
  const bool is_this = first.text == "this";
  if (!is_this && first.text != "last" && first.text != "past" && first.text != "previous") {
    return std::nullopt;
  }
  if (const auto span = span_of(second.text)) {
    return whole(*span, today, is_this ? 0 : 1);
  }
  if (is_this && second.weekday >= 0) {
    const int day = monday_of(today) + (second.weekday + 6) % 7;
    return DayRange{day, day};
  }
  if (second.month < 0 && second.weekday < 0) return std::nullopt;
  const Date date = Date::from_days(today);
  const bool is_now = second.month == date.month;
  if (!is_this && is_now) return days_of({date.year - 1, second.month, 0});
  if (is_this && second.month > 0) return days_of({date.year, second.month, 0});
  return read_one(second, today);
}

// "last 3 days", "3 days ago".
std::optional<DayRange> read_count(const DateWords& words, int today) {
  const bool ago = words[2].text == "ago";
  const DateWord& count = words[ago ? 0 : 1];
  const auto span = span_of(words[ago ? 1 : 2].text);
  const int number = ago && (count.text == "a" || count.text == "one") ? 1 : count.number;
  if (!span || number < 1 || number > kMostBack) return std::nullopt;
  const int day = back(*span, today, number);
  if (ago) return DayRange{day, day};
  if (words[0].text != "last" && words[0].text != "past") return std::nullopt;
  return DayRange{day, today};
}

// "march 2024", "24 february 2022", "february 24 2022", "24 february".
std::optional<DayRange> read_named(const DateWords& words, int today) {
  Date date;
  for (const DateWord& word : words) {
    if (word.month > 0 && date.month == 0) {
      date.month = word.month;
    } else if (word.number > 31 && date.year == 0) {
      date.year = word.number;
    } else if (word.number > 0 && word.number <= 31 && date.day == 0) {
      date.day = word.number;
    } else if (word.text != "of") {
      return std::nullopt;
    }
  }
  if (date.month == 0) return std::nullopt;
  const bool open = date.year == 0;
  if (open) date.year = Date::from_days(today).year;
  if (open && date.day > 0 && date.first_day() > today) --date.year;
  const auto checked = Date::parse(date.iso());
  if (!checked || *checked != date) return std::nullopt;
  return days_of(date);
}

// "2025-W08", "2025w8".
std::optional<DayRange> read_week(std::string_view text) {
  const std::size_t sign = text.find_first_of("wW");
  if (sign == std::string_view::npos || sign < 4 || sign > 5) return std::nullopt;
  if (sign == 5 && text[4] != '-') return std::nullopt;
  const auto year = Date::parse(text.substr(0, 4));
  const std::string_view digits = text.substr(sign + 1);
  int week = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), week);
  if (!year || digits.size() > 2 || read.ptr != digits.data() + digits.size()) return std::nullopt;
  // Week 1 holds 4 January; the last one holds 28 December.
  const int first = monday_of(Date{year->year, 1, 4}.first_day()) + 7 * (week - 1);
  if (week < 1 || first > Date{year->year, 12, 28}.first_day()) return std::nullopt;
  return DayRange{first, first + 6};
}

}  // namespace

std::optional<DayRange> read_date_words(std::string_view text, int today) {
  if (const auto week = read_week(text)) return week;
  const DateWords words = read_words(text);
  std::optional<DayRange> days;
  if (words.size() == 1) days = read_one(words[0], today);
  if (words.size() == 2) days = read_two(words[0], words[1], today);
  if (words.size() == 3) days = read_count(words, today);
  if (!days && words.size() > 1 && words.size() < 5) days = read_named(words, today);
  return days;
}

std::string near_date(std::string_view text, int today) {
  constexpr std::array kWords{"today",    "yesterday", "monday", "tuesday", "wednesday", "thursday",
                              "friday",   "saturday",  "sunday", "january", "february",  "march",
                              "april",    "june",      "july",   "august",  "september", "october",
                              "november", "december",  "last",   "week",    "month",     "year"};
  constexpr std::size_t kLongest = 100;
  if (text.size() > kLongest) return {};
  std::string meant;
  for (std::size_t at = 0; at < text.size();) {
    const std::string word = base::ascii_lower(next_run(text, at));
    std::string best = word;
    for (const std::string_view known : kWords) {
      if (is_one_edit(word, known)) best = known;
    }
    meant += (meant.empty() ? "" : " ") + best;
  }
  return meant != base::ascii_lower(text) && read_date_words(meant, today) ? meant : "";
}

}  // namespace dateline::query
