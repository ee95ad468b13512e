// Judges date, source and language of an article.  In: article, lines, statements.  Out: judgements.
// Method: the first kind of evidence that is there wins; a caption's date, a date in the story and
// anything ambiguous are no evidence.
// Tested by tests/article/facts_test.cpp.
#include "article/facts.hpp"

#include "article/date_text.hpp"
#include "article/roles.hpp"
#include "article/words_of.hpp"
#include "base/utf8.hpp"
#include "text/language.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>

namespace dateline::article {
namespace {

constexpr double kMinConfidence = 0.3;

std::string quote(std::string_view text, Range range) {
  return "'" + one_line(text.substr(range.begin, range.size())) + "'";
}

std::optional<Judgement> published_date(std::string_view text, const Stated& stated) {
  const auto best =
      std::min_element(stated.published.begin(), stated.published.end(),
                       [](const Published& a, const Published& b) { return a.phrase < b.phrase; });
  if (best == stated.published.end()) return std::nullopt;
  return Judgement{best->date.iso(), "the page says " + quote(text, best->where), best->where};
}

// A dateline speaks when it begins the story, or stands above it on its own.
bool is_in_force(const Dateline& dateline, const std::vector<Line>& lines, std::size_t first) {
  return dateline.line == first || lines[dateline.line].role == Role::kDateline;
}

std::optional<Judgement> dateline_date(std::string_view text, const std::vector<Line>& lines,
                                       const Stated& stated) {
  const std::size_t first = first_paragraph(lines);
  for (const Dateline& dateline : stated.datelines) {
    if (dateline.date.year == 0 || !is_in_force(dateline, lines, first)) continue;
    return Judgement{dateline.date.iso(), "the dateline says " + quote(text, dateline.where),
                     dateline.where};
  }
  return std::nullopt;
}

// The number of a year that stands alone at `at`, 1900 to 2099; 0 for anything else.
int year_at(std::string_view text, std::size_t at) {
  const std::string_view century = text.substr(at, 2);
  if (century != "19" && century != "20") return 0;
  const auto in_word = [&](std::size_t i) {
    return i < text.size() && (base::is_ascii_digit(text[i]) || base::is_ascii_alpha(text[i]));
  };
  if (at + 4 > text.size() || !base::is_ascii_digit(text[at + 2]) ||
      !base::is_ascii_digit(text[at + 3]) || in_word(at + 4) || (at > 0 && in_word(at - 1))) {
    return 0;
  }
  // Not a part of a larger number: "1,999", "2000.5".
  const bool number_before =
      at > 1 && (text[at - 1] == ',' || text[at - 1] == '.') && base::is_ascii_digit(text[at - 2]);
  const bool number_behind = at + 5 < text.size() && (text[at + 4] == ',' || text[at + 4] == '.') &&
                             base::is_ascii_digit(text[at + 5]);
  if (number_before || number_behind) return 0;
  return (text[at] - '0') * 1000 + (text[at + 1] - '0') * 100 + (text[at + 2] - '0') * 10 +
         (text[at + 3] - '0');
}

// The years that lines name, with whether a caption does; not those of furniture ("(c) 2019").
std::map<int, bool> years_in(std::string_view text, std::span<const Line> lines) {
  std::map<int, bool> years;
  for (const Line& line : lines) {
    if (line.role == Role::kJunk) continue;
    for (std::size_t at = line.span.range.begin; at < line.span.range.end; ++at) {
      const char c = text[at];
      if (c != '1' && c != '2') continue;
      if (const int year = year_at(text, at)) years[year] |= line.role == Role::kCaption;
    }
  }
  return years;
}

bool is_right(const NamedDay& day, int year) {
  const auto date = Date::parse(Date{year, day.date.month, day.date.day}.iso());
  return date && date->weekday() == day.weekday;
}

// The one year in sight that makes the weekday right.  It must be the latest, or a caption's: any
// year of history fits by chance once in seven times.
std::optional<int> year_of(const NamedDay& day, const std::map<int, bool>& years) {
  std::optional<int> found;
  for (const auto& [year, in_caption] : years) {
    if (!is_right(day, year)) continue;
    if (found || (!in_caption && year != years.rbegin()->first)) return std::nullopt;
    found = year;
  }
  return found;
}

// The one year of the day's own paragraph that makes the weekday right, or else of the page.
std::optional<int> year_of(const NamedDay& day, std::string_view text,
                           std::span<const Line> lines) {
  std::optional<int> found;
  for (const auto& [year, in_caption] : years_in(text, lines.subspan(day.line, 1))) {
    if (!is_right(day, year)) continue;
    if (found) return std::nullopt;
    found = year;
  }
  return found ? found : year_of(day, years_in(text, lines));
}

std::optional<Judgement> weekday_date(std::string_view text, const std::vector<Line>& lines,
                                      const Stated& stated) {
  const auto day = std::find_if(stated.days.begin(), stated.days.end(), [&](const NamedDay& named) {
    return lines[named.line].role == Role::kBody;
  });
  if (day == stated.days.end()) return std::nullopt;
  const int written = day->date.year;
  const auto year = written == 0 ? year_of(*day, text, lines) : std::optional<int>(written);
  if (!year || !is_right(*day, *year)) return std::nullopt;
  const std::string why =
      written != 0 ? ""
                   : ", and " + std::to_string(*year) + " is the year in sight that makes it right";
  return Judgement{Date{*year, day->date.month, day->date.day}.iso(),
                   "the story says " + quote(text, day->where) + why, day->where};
}

std::optional<Judgement> address_date(const std::optional<std::string>& url) {
  if (!url) return std::nullopt;
  std::vector<Token> tokens;
  tokenize(*url, {0, url->size()}, tokens);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (number_of(*url, tokens[at]) < 1900) continue;  // only "2025/12/03" and "2025-12-03"
    const auto written = date_at(*url, tokens, at);
    if (!written || !written->has_year()) continue;
    const Range where{tokens[written->first].range.begin, tokens[written->last - 1].range.end};
    return Judgement{written->date.iso(), "the address holds " + quote(*url, where), std::nullopt};
  }
  return std::nullopt;
}

std::optional<Judgement> given(const std::optional<std::string>& value) {
  if (!value) return std::nullopt;
  std::string text = one_line(*value);
  if (text.empty()) return std::nullopt;
  return Judgement{std::move(text), "given", std::nullopt};
}

// "EN", "en-US", "de_AT": the first two letters.
std::optional<std::string> language_code(std::string_view given) {
  if (given.size() < 2 || !base::is_ascii_alpha(given[0]) || !base::is_ascii_alpha(given[1])) {
    return std::nullopt;
  }
  if (given.size() > 2 && given[2] != '-' && given[2] != '_') return std::nullopt;
  return base::ascii_lower(given.substr(0, 2));
}

std::string two_digits(double confidence) {
  const int hundredths = static_cast<int>(std::lround(std::clamp(confidence, 0.0, 1.0) * 100));
  const std::string digits = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (digits.size() < 2 ? "0" : "") + digits;
}

}  // namespace

std::optional<Judgement> given_date(const Article& article) {
  const auto date = article.date ? read_date(*article.date) : std::nullopt;
  if (!date) return std::nullopt;
  return Judgement{date->iso(), "given", std::nullopt};
}

std::optional<Judgement> given_source(const Article& article) {
  return given(article.source);
}

std::optional<Judgement> find_date_of(const Article& article, const std::vector<Line>& lines,
                                      const Stated& stated) {
  if (auto date = given_date(article)) return date;
  if (auto date = published_date(article.text, stated)) return date;
  if (auto date = dateline_date(article.text, lines, stated)) return date;
  if (auto date = weekday_date(article.text, lines, stated)) return date;
  return address_date(article.url);
}

std::optional<Judgement> find_source_of(const Article& article, const std::vector<Line>& lines,
                                        const Stated& stated) {
  if (auto source = given_source(article)) return source;
  const auto value = [&](Range where) {
    return one_line(std::string_view(article.text).substr(where.begin, where.size()));
  };
  for (const NamedSource& named : stated.sources) {
    if (lines[named.line].role != Role::kSource) continue;
    return Judgement{value(named.where), "the page names it as its source", named.where};
  }
  const std::size_t first = first_paragraph(lines);
  for (const Dateline& dateline : stated.datelines) {
    if (dateline.source.empty() || !is_in_force(dateline, lines, first)) continue;
    return Judgement{value(dateline.source), "the agency in the dateline", dateline.source};
  }
  return std::nullopt;
}

Judgement find_language_of(const Article& article, const PageRules& rules) {
  const auto given_code =
      article.language ? language_code(one_line(*article.language)) : std::nullopt;
  if (given_code) return {*given_code, "given", std::nullopt};
  if (rules.detect_language) {
    const auto guess = text::guess_language(article.text);
    if (guess.code != "und" && guess.confidence >= kMinConfidence) {
      return {guess.code, "detected, confidence " + two_digits(guess.confidence), std::nullopt};
    }
  }
  return {rules.language, "not told; the recipe's", std::nullopt};
}

}  // namespace dateline::article
