// Reads what lines state about their article.  In: text, tokens, rules.  Out: entries of Stated.
// Method: small grammars over tokens; whatever does not fit them exactly states nothing.
// Tested by tests/article/statements_test.cpp.
#include "article/statements.hpp"

#include "article/date_names.hpp"
#include "article/date_text.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace dateline::article {
namespace {

constexpr std::ptrdiff_t kMaxSourceWords = 8;
constexpr std::ptrdiff_t kMaxSmallWords = 3;  // "dpa/afp": few enough to be names in small letters
constexpr std::size_t kMaxPublishedWords = 25;
constexpr std::size_t kMaxClosedWords = 12;  // of a publication line that is a sentence
constexpr std::size_t kMaxBetween = 12;      // tokens between "Published" and its date

// What may stand between "Updated" and its date: "at 10:30 a.m. ET, Monday,".
bool is_between(const Token& token) {
  constexpr std::size_t kLongestFiller = 4;  // bytes
  return !is_word(token) || token.range.size() <= kLongestFiller || weekday_of(token) >= 0;
}

// The date that follows token `from` closely.
std::optional<WrittenDate> close_date(std::string_view text, Tokens tokens, std::size_t from) {
  const std::size_t last = std::min(tokens.size(), from + kMaxBetween + 1);
  for (std::size_t at = from; at < last; ++at) {
    const auto date = date_at(text, tokens, at);
    if (date && date->has_year()) return date;
    if (!is_between(tokens[at])) break;
  }
  return std::nullopt;
}

// What stands before the first slash or bracket, without a full stop at its end.
Range agency_in(Tokens tokens) {
  std::size_t end = 1;
  while (end < tokens.size() && !is_one_of(tokens[end], "/()|")) ++end;
  if (end > 1 && is_mark(tokens[end - 1], '.')) --end;
  return {tokens.front().range.begin, tokens[end - 1].range.end};
}

// The clause that ends at token `end`, back to the last mark.
Tokens clause_before(Tokens tokens, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && !is_one_of(tokens[begin - 1], ",;:.!?\"()-")) --begin;
  return tokens.subspan(begin, end - begin);
}

}  // namespace

bool find_published(std::string_view text, Tokens tokens, const Line& line, const PageRules& rules,
                    Stated& stated) {
  if (line.words > (line.closed ? kMaxClosedWords : kMaxPublishedWords)) return false;
  bool any = false;
  for (auto match = rules.published.find(tokens); match;
       match = rules.published.find(tokens, match->last)) {
    const bool begins = match->first == 0 || line.name != Name::kNone || any ||
                        tokens[match->first - 1].kind == TokenKind::kMark;
    const auto date = begins ? close_date(text, tokens, match->last) : std::nullopt;
    if (!date) continue;
    stated.published.push_back(
        {match->phrase,
         date->date,
         {tokens[match->first].range.begin, tokens[date->last - 1].range.end}});
    any = true;
  }
  return any;
}

void find_date_of_byline(std::string_view text, Tokens tokens, Stated& stated) {
  const auto date = find_date(text, tokens);
  if (!date || !date->has_year() || find_date(text, tokens, date->last)) return;
  stated.published.push_back({std::numeric_limits<std::size_t>::max(),
                              date->date,
                              {tokens[date->first].range.begin, tokens[date->last - 1].range.end}});
}

bool find_source(std::string_view text, Tokens tokens, std::size_t number, const PageRules& rules,
                 Stated& stated) {
  const auto match = rules.sources.find_first(tokens);
  if (!match || match->last == tokens.size()) return false;
  const Tokens rest = tokens.subspan(match->last);
  const auto words = std::count_if(rest.begin(), rest.end(), is_word);
  if (words == 0 || words > kMaxSourceWords || is_one_of(rest.back(), "?!")) return false;
  // "Source: Officer saw it before" is a headline.
  const auto small = std::count_if(rest.begin(), rest.end(), [&](const Token& token) {
    return is_word(token) && token.range.size() > 3 && !is_name(text, token);
  });
  if (words > kMaxSmallWords && (small > 1 || !is_name(text, rest.front()))) return false;
  stated.sources.push_back({number, agency_in(rest)});
  return true;
}

void find_named_days(std::string_view text, Tokens tokens, std::size_t number,
                     const PageRules& rules, Stated& stated) {
  for (std::size_t at = 0; at + 2 < tokens.size(); ++at) {
    if (!is_mark(tokens[at + 1], '(')) continue;
    const int weekday = weekday_of(tokens[at]);
    if (weekday < 0) continue;
    const auto date = date_at(text, tokens, at + 2);
    if (!date || date->last >= tokens.size() || !is_mark(tokens[date->last], ')')) continue;
    if (rules.other_days.find(clause_before(tokens, at))) continue;
    stated.days.push_back(
        {number, weekday, date->date, {tokens[at].range.begin, tokens[date->last].range.end}});
  }
}

}  // namespace dateline::article
