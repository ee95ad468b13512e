// Reads dates in words and numbers.  In: text, tokens.  Out: dates.
// Method: at a token, each of the usual orders is tried (names: date_names.hpp).
// Tested by tests/article/date_text_test.cpp.
#include "article/date_text.hpp"

#include "article/date_names.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <vector>

namespace dateline::article {
namespace {

constexpr std::size_t kLongestAbbreviation = 6;  // bytes
constexpr std::string_view kOrdinals = "st nd rd th er";

bool holds_word(std::string_view words, std::string_view word) {
  const std::size_t at = words.find(word);
  return at != std::string_view::npos && !word.empty() && (at == 0 || words[at - 1] == ' ') &&
         (at + word.size() == words.size() || words[at + word.size()] == ' ');
}

bool exists(const Date& date) {
  Date checked = date;
  if (checked.year == 0) checked.year = 2024;  // a leap year: February 29 may be meant
  return Date::parse(checked.iso()) == checked;
}

// Steps over the parts of one date; `at` stays where it was when a part is not there.
class Steps {
 public:
  Steps(std::string_view text, Tokens tokens, std::size_t at)
      : text_(text), tokens_(tokens), at_(at) {}

  std::size_t at() const { return at_; }

  int number(std::size_t digits_at_least, std::size_t digits_at_most, int largest) {
    if (!more() || !is_number(token())) return -1;
    const std::size_t digits = token().range.size();
    if (digits < digits_at_least || digits > digits_at_most) return -1;
    const int value = number_of(text_, token());
    if (value < 1 || value > largest) return -1;
    ++at_;
    return value;
  }
  int year() {
    const std::size_t before = at_;
    const int value = number(4, 4, 2100);
    if (value >= 1400) return value;
    at_ = before;
    return -1;
  }
  int month() {
    const int value = more() ? month_of(token()) : -1;
    if (value < 1) return -1;
    abbreviated_ = token().range.size() <= kLongestAbbreviation;
    ++at_;
    return value;
  }
  // "3", "3rd", "1er".
  int day() {
    if (!more()) return -1;
    if (is_number(token())) return number(1, 2, 31);
    const std::string_view word = text_.substr(token().range.begin, token().range.size());
    const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
    if (digits < 1 || digits > 2 ||
        !holds_word(kOrdinals, base::ascii_lower(word.substr(digits)))) {
      return -1;
    }
    ++at_;
    return digits == 1 ? word[0] - '0' : (word[0] - '0') * 10 + (word[1] - '0');
  }
  bool mark(std::string_view marks) {
    if (!more() || !is_one_of(token(), marks)) return false;
    ++at_;
    return true;
  }
  void joiner() {
    if (more() && joins_date(token())) ++at_;
  }
  // The year after a day and a month, with what parts it from them; nothing is taken without it.
  int year_behind() {
    const std::size_t before = at_;
    if (abbreviated_) mark(".");
    mark(",-/");
    joiner();
    const int value = year();
    if (value < 0) at_ = before;
    if (value > 0 && more() && follows_year(token())) ++at_;
    return value;
  }

 private:
  bool more() const { return at_ < tokens_.size(); }
  const Token& token() const { return tokens_[at_]; }

  std::string_view text_;
  Tokens tokens_;
  std::size_t at_;
  bool abbreviated_ = false;  // the month: a full stop behind it belongs to it
};

Date make_date(int year, int month, int day) {
  return {std::max(year, 0), month, day};
}

// "3 December 2025", "3. Dezember", "3-Dec-2025".
std::optional<Date> day_month_year(Steps& steps) {
  const int day = steps.day();
  if (day < 1) return std::nullopt;
  steps.mark(".-/");
  steps.joiner();
  const int month = steps.month();
  if (month < 1) return std::nullopt;
  return make_date(steps.year_behind(), month, day);
}

// "December 3, 2025", "Dec. 3".
std::optional<Date> month_day_year(Steps& steps) {
  const int month = steps.month();
  if (month < 1) return std::nullopt;
  steps.mark(".");
  const int day = steps.day();
  if (day < 1) return std::nullopt;
  return make_date(steps.year_behind(), month, day);
}

// "2025-12-03", "2025/12/3", "2025/dec/03", "2025.12.03".
std::optional<Date> year_month_day(Steps& steps) {
  const int year = steps.year();
  if (year < 1 || !steps.mark("-/.")) return std::nullopt;
  int month = steps.month();
  if (month < 1) month = steps.number(1, 2, 12);
  if (month < 1 || !steps.mark("-/.")) return std::nullopt;
  const int day = steps.number(1, 2, 31);
  if (day < 1) return std::nullopt;
  return make_date(year, month, day);
}

// "03.12.2025"; with slashes only where the numbers allow one reading.
std::optional<Date> numbers_year(Steps& steps) {
  const int first = steps.number(1, 2, 31);
  const bool dots = steps.mark(".");
  if (first < 1 || (!dots && !steps.mark("/"))) return std::nullopt;
  const int second = steps.number(1, 2, 31);
  if (second < 1 || !steps.mark(dots ? "." : "/")) return std::nullopt;
  const int year = steps.year();
  if (year < 1) return std::nullopt;
  if (dots || first > 12 || first == second) return make_date(year, second, first);
  if (second > 12) return make_date(year, first, second);
  return std::nullopt;
}

bool begins_date(const Token& token) {
  return is_number(token) || (month_of(token) > 0);
}

// "December 2025", "декабрь 2025".
std::optional<Date> read_month(std::string_view text, Tokens tokens) {
  Steps steps(text, tokens, 0);
  const int month = steps.month();
  if (month < 1) return std::nullopt;
  const int year = steps.year_behind();
  if (year < 1 || steps.at() != tokens.size()) return std::nullopt;
  return Date{year, month, 0};
}

// What may follow a date in a field of its own: a time, a zone, "г.".
bool is_time(Tokens tokens) {
  constexpr std::size_t kLongestZone = 8;  // bytes
  return std::all_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return !is_word(token) || token.range.size() <= kLongestZone;
  });
}

std::optional<Date> read_compact(std::string_view text) {
  if (text.size() != 8) return std::nullopt;
  const std::string_view year = text.substr(0, 4);
  return Date::parse(std::string(year) + "-" + std::string(text.substr(4, 2)) + "-" +
                     std::string(text.substr(6)));
}

}  // namespace

std::optional<WrittenDate> date_at(std::string_view text, Tokens tokens, std::size_t at) {
  if (at >= tokens.size()) return std::nullopt;
  const bool ordinal = is_word(tokens[at]) && base::is_ascii_digit(text[tokens[at].range.begin]);
  if (!begins_date(tokens[at]) && !ordinal) return std::nullopt;
  for (const auto read : {day_month_year, month_day_year, year_month_day, numbers_year}) {
    Steps steps(text, tokens, at);
    const auto date = read(steps);
    if (date && exists(*date)) return WrittenDate{*date, at, steps.at()};
  }
  return std::nullopt;
}

std::optional<WrittenDate> find_date(std::string_view text, Tokens tokens, std::size_t from) {
  for (std::size_t at = from; at < tokens.size(); ++at) {
    if (auto date = date_at(text, tokens, at)) return date;
  }
  return std::nullopt;
}

std::optional<Date> read_date(std::string_view text) {
  constexpr std::size_t kLongest = 100;  // bytes; no date is longer
  const Range inner = trim(text, {0, text.size()});
  text = text.substr(inner.begin, inner.size());
  if (text.empty() || text.size() > kLongest) return std::nullopt;
  if (auto date = Date::parse(text)) return date;
  if (auto date = read_compact(text)) return date;
  std::vector<Token> tokens;
  tokenize(text, {0, text.size()}, tokens);
  Tokens rest = tokens;
  if (!rest.empty() && weekday_of(rest.front()) >= 0) rest = rest.subspan(1);
  if (!rest.empty() && is_one_of(rest.front(), ",.")) rest = rest.subspan(1);
  if (auto date = read_month(text, rest)) return date;
  const auto written = date_at(text, rest, 0);
  if (!written || !written->has_year() || !is_time(rest.subspan(written->last)) ||
      find_date(text, rest, written->last)) {
    return std::nullopt;
  }
  return written->date;
}

}  // namespace dateline::article
