// Finds the dates that a text speaks of.  In: tokens; the day of publication.  Out: dates.
// Tested by tests/article/spoken_dates_test.cpp.
#include "article/spoken_dates.hpp"

#include "article/date_names.hpp"
#include "article/date_text.hpp"
#include "article/date_words.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace dateline::article {
namespace {

using Kind = SpokenDate::Kind;

class Finder {
 public:
  Finder(std::string_view text, Tokens tokens, std::size_t number, const PageRules& rules,
         Stated& stated)
      : text_(text), tokens_(tokens), number_(number), rules_(rules), stated_(stated) {}

  void find_all() {
    for (std::size_t at = 0; at < tokens_.size();) at = std::max(find(at), at + 1);
  }

 private:
  // The token behind the date that begins at `at`; `at` when none does.
  std::size_t find(std::size_t at) {
    const Token& token = tokens_[at];
    if (is_number(token) && token.range.size() > 4) return at;
    const bool digits =
        token.kind != TokenKind::kMark && base::is_ascii_digit(text_[token.range.begin]);
    const DateWord word = digits ? DateWord::kNone : date_word(token);
    if (!digits && word == DateWord::kNone) return at;
    if (digits) return std::max({written(at), year(at), ago(at)});
    switch (word) {
      case DateWord::kYesterday:
        return days(at, -1);
      case DateWord::kToday:
        return days(at, 0);
      case DateWord::kTomorrow:
        return days(at, 1);
      case DateWord::kLast:
        return relative(at, -1);
      case DateWord::kNext:
        return relative(at, 1);
      case DateWord::kThis:
        return relative(at, 0);
      case DateWord::kName:
        return std::max({written(at), month_year(at), weekday(at)});
      default:
        return at;
    }
  }

  std::size_t add(Kind kind, std::size_t first, std::size_t last, SpokenDate spoken) {
    spoken.line = number_;
    spoken.kind = kind;
    spoken.where = {tokens_[first].range.begin, tokens_[last - 1].range.end};
    stated_.spoken.push_back(spoken);
    return last;
  }

  // "February 20, 2025", "20 February".
  std::size_t written(std::size_t at) {
    const auto date = date_at(text_, tokens_, at);
    if (!date) return at;
    if (!date->has_year() && !names_month(at, date->last)) return at;
    return add(date->has_year() ? Kind::kWhole : Kind::kDayOfMonth, at, date->last,
               {.date = date->date});
  }

  // Without a year "may 5" is no date, nor "march 20".
  bool names_month(std::size_t first, std::size_t last) const {
    for (; first < last; ++first) {
      if (month_of(tokens_[first]) > 0) return first > 0 && is_name(text_, tokens_[first]);
    }
    return false;
  }

  std::size_t month_year(std::size_t at) {
    const int month = month_of(tokens_[at]);
    std::size_t next = at + 1;
    if (month < 1) return at;
    if (next < tokens_.size() && (is_one_of(tokens_[next], ",.") || joins_date(tokens_[next])))
      ++next;
    const int year = year_number(next);
    if (year == 0) return at;
    return add(Kind::kWhole, at, next + 1, {.date = {year, month, 0}});
  }

  // The year that the token may be; 0 for none.
  int year_number(std::size_t at) const {
    constexpr int kOldest = 1900, kNewest = 2099;
    if (at >= tokens_.size() || tokens_[at].range.size() != 4) return 0;
    const int year = number_of(text_, tokens_[at]);
    return year >= kOldest && year <= kNewest ? year : 0;
  }

  std::size_t year(std::size_t at) {
    const int year = year_number(at);
    if (year == 0 || is_part(at) || counts_things(at)) return at;
    return add(Kind::kWhole, at, at + 1, {.date = {year, 0, 0}});
  }

  // "$2000", "3.2008", "2008.5", "#2008": of a larger number or a sign.
  bool is_part(std::size_t at) const {
    const Range range = tokens_[at].range;
    if (range.begin > 0 && at > 0 && tokens_[at - 1].range.end == range.begin &&
        !is_one_of(tokens_[at - 1], "(\"'-/")) {
      return true;
    }
    const std::size_t behind = range.end;
    return behind + 1 < text_.size() &&
           std::string_view(".,:%").find(text_[behind]) != std::string_view::npos &&
           (text_[behind] == '%' || base::is_ascii_digit(text_[behind + 1]));
  }

  // "2000 people died": small letters behind it, and no short word such as "in" or "the" before it.
  bool counts_things(std::size_t at) const {
    constexpr std::size_t kShort = 5;  // bytes
    const bool led =
        at > 0 && (tokens_[at - 1].range.size() <= kShort || month_of(tokens_[at - 1]) > 0);
    return !led && at + 1 < tokens_.size() && is_word(tokens_[at + 1]) &&
           !is_name(text_, tokens_[at + 1]);
  }

  std::size_t days(std::size_t at, int offset) {
    return add(Kind::kDays, at, at + 1, {.offset = offset});
  }

  // "3 years ago".
  std::size_t ago(std::size_t at) {
    const int number = number_of(text_, tokens_[at]);
    constexpr int kMost = 600;
    if (number < 0 || number > kMost || at + 2 >= tokens_.size() ||
        date_word(tokens_[at + 2]) != DateWord::kAgo)
      return at;
    const DateWord unit = date_word(tokens_[at + 1]);
    if (unit == DateWord::kDayUnit) return add(Kind::kDays, at, at + 3, {.offset = -number});
    if (unit == DateWord::kMonthUnit) return add(Kind::kMonths, at, at + 3, {.offset = -number});
    return unit == DateWord::kYearUnit ? add(Kind::kYears, at, at + 3, {.offset = -number}) : at;
  }

  // "last Tuesday", "next month", "this year", "last February".
  std::size_t relative(std::size_t at, int side) {
    if (at + 1 == tokens_.size()) return at;
    const Token& what = tokens_[at + 1];
    const DateWord unit = date_word(what);
    if (unit == DateWord::kMonthUnit) return add(Kind::kMonths, at, at + 2, {.offset = side});
    if (unit == DateWord::kYearUnit) return add(Kind::kYears, at, at + 2, {.offset = side});
    if (unit != DateWord::kName || side == 0) return at;
    if (const int day = weekday_of(what); day >= 0) {
      return add(Kind::kWeekday, at, at + 2, {.weekday = day, .offset = side});
    }
    // "last May 5" and "last May 2008" say more.
    if (date_at(text_, tokens_, at + 1) || year_number(at + 2) != 0) return at;
    return add(Kind::kMonth, at, at + 2, {.date = {0, month_of(what), 0}, .offset = side});
  }

  // "on Tuesday": the last one, or the next where the clause says so; "Super Tuesday" is a name.
  std::size_t weekday(std::size_t at) {
    constexpr std::size_t kShort = 4;  // bytes of "The", "From"
    const int day = weekday_of(tokens_[at]);
    if (day < 0) return at;
    const bool named = at > 0 && is_name(text_, tokens_[at - 1]) &&
                       tokens_[at - 1].range.size() > kShort &&
                       date_word(tokens_[at - 1]) == DateWord::kNone;
    if (named) return at;
    std::size_t begin = at;
    while (begin > 0 && !is_one_of(tokens_[begin - 1], ",;:.!?\"()")) --begin;
    const bool ahead = rules_.other_days.find(tokens_.subspan(begin, at - begin)).has_value();
    return add(Kind::kWeekday, at, at + 1, {.weekday = day, .offset = ahead ? 1 : 0});
  }

  std::string_view text_;
  Tokens tokens_;
  std::size_t number_;
  const PageRules& rules_;
  Stated& stated_;
};

std::optional<Date> in_months(const Date& from, int offset) {
  const int months = from.year * 12 + from.month - 1 + offset;
  return Date::parse(Date{months / 12, months % 12 + 1, 0}.iso());
}

std::optional<Date> nearest(const Date& from, const Date& day) {
  std::optional<Date> best;
  const auto distance = [&](const Date& date) {
    return std::abs(date.first_day() - from.first_day());
  };
  for (const int year : {from.year - 1, from.year, from.year + 1}) {
    const auto date = Date::parse(Date{year, day.month, day.day}.iso());
    if (date && (!best || distance(*date) < distance(*best))) best = date;
  }
  return best;
}

Date weekday_from(const Date& from, int weekday, int side) {
  const int day = from.first_day();
  const int back = (from.weekday() - weekday + 7) % 7;
  if (side > 0) return Date::from_days(day + 7 - back);
  return Date::from_days(day - (back == 0 && side < 0 ? 7 : back));
}

// The month before or behind the publication's.
std::optional<Date> month_from(const Date& from, int month, int side) {
  const int months =
      side < 0 ? -((from.month - month + 11) % 12 + 1) : (month - from.month + 11) % 12 + 1;
  return in_months(from, months);
}

std::optional<Date> resolve(const SpokenDate& spoken, const std::optional<Date>& from) {
  if (spoken.kind == Kind::kWhole) return spoken.date;
  if (!from) return std::nullopt;
  if (spoken.kind == Kind::kYears) return Date::parse(Date{from->year + spoken.offset, 0, 0}.iso());
  if (from->month == 0) return std::nullopt;
  if (spoken.kind == Kind::kMonths) return in_months(*from, spoken.offset);
  if (spoken.kind == Kind::kMonth) return month_from(*from, spoken.date.month, spoken.offset);
  if (spoken.kind == Kind::kDayOfMonth) return nearest(*from, spoken.date);
  if (from->day == 0) return std::nullopt;
  if (spoken.kind == Kind::kDays) return Date::from_days(from->first_day() + spoken.offset);
  return weekday_from(*from, spoken.weekday, spoken.offset);
}

}  // namespace

void find_spoken_dates(std::string_view text, Tokens tokens, std::size_t number,
                       const PageRules& rules, Stated& stated) {
  Finder(text, tokens, number, rules, stated).find_all();
}

std::vector<MentionedDate> resolve_dates(const std::optional<Judgement>& published,
                                         const std::vector<Line>& lines, const Stated& stated) {
  const auto from = published ? Date::parse(published->value) : std::nullopt;
  std::vector<MentionedDate> dates;
  for (const SpokenDate& spoken : stated.spoken) {
    const Role role = lines[spoken.line].role;
    if (role == Role::kJunk || role == Role::kSource || role == Role::kDateline) continue;
    if (const auto date = resolve(spoken, from)) dates.push_back({*date, spoken.where});
  }
  return dates;
}

}  // namespace dateline::article
