// Words of a passage and the marks between them.  In: a passage.  Out: what rules about names ask.
// Tested by tests/actors/passage_words_test.cpp.
#include "actors/passage_words.hpp"

#include "article/tokens.hpp"
#include "base/utf8.hpp"

#include <utility>

namespace dateline::actors {
namespace {

constexpr std::string_view kCurlyApostrophe = "\xE2\x80\x99";
constexpr std::string_view kOpening[] = {"\"", "\xE2\x80\x9C", "\xE2\x80\x98", "\xC2\xAB",
                                         "\xE2\x80\x9E"};
constexpr std::size_t kWrappedLine = 45;  // bytes; lines that are wrapped are longer
constexpr std::size_t kListCommas = 3;    // of what is a list
constexpr std::size_t kLongWord = 4;      // bytes; shorter ones have no capital in headlines either

std::size_t possessive_bytes(std::string_view word) {
  if (word.size() < 3 || (word.back() != 's' && word.back() != 'S')) return 0;
  word.remove_suffix(1);
  if (word.ends_with('\'')) return 2;
  return word.ends_with(kCurlyApostrophe) ? 4 : 0;
}

bool is_blank_gap(std::string_view gap) {
  if (gap.size() == 1) return article::space_at(gap, 0) == 1;
  int lines = 0;
  for (std::size_t at = 0; at < gap.size();) {
    const std::size_t space = article::space_at(gap, at);
    if (space == 0) return false;
    if (gap[at] == '\n') ++lines;
    at += space;
  }
  return !gap.empty() && lines < 2;
}

// The marks of text that was cut into words (" , ", " ( ") as they stand otherwise.
std::string_view closed_up(std::string_view gap) {
  if (gap.size() < 3 || gap.front() != ' ' || gap.back() != ' ') return gap;
  constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
      {" , ", ", "}, {" ( ", " ("}, {" ) ", ") "},    {" . ", ". "},
      {" : ", ": "}, {" ; ", "; "}, {" ) , ", "), "}, {" ) . ", "). "}};
  for (const auto& [apart, closed] : kMarks) {
    if (gap == apart) return closed;
  }
  return gap;
}

std::string_view trimmed(std::string_view gap) {
  while (!gap.empty() && base::is_ascii_space(gap.front())) gap.remove_prefix(1);
  while (!gap.empty() && base::is_ascii_space(gap.back())) gap.remove_suffix(1);
  return gap;
}

}  // namespace

Range PassageWords::range(std::size_t at) const {
  Range range = passage_.words[at];
  range.end -= possessive_bytes(passage_.text.substr(range.begin, range.size()));
  return range;
}

std::string_view PassageWords::word(std::size_t at) const {
  const Range place = range(at);
  return passage_.text.substr(place.begin, place.size());
}

std::string PassageWords::text(std::size_t begin, std::size_t end) const {
  std::string out;
  for (const char c : passage_.text.substr(passage_.words[begin].begin,
                                           range(end - 1).end - passage_.words[begin].begin)) {
    const bool space = base::is_ascii_space(c);
    if (!space || (!out.empty() && out.back() != ' ')) out.push_back(space ? ' ' : c);
  }
  return out;
}

bool PassageWords::capital(std::size_t at) const {
  const Range place = passage_.words[at];
  const char first = passage_.text[place.begin];
  if (static_cast<unsigned char>(first) < 0x80) return base::is_ascii_upper(first);
  return article::is_capitalized(passage_.text.substr(place.begin, place.size()));
}

bool PassageWords::acronym(std::size_t at) const {
  std::size_t letters = 0;
  for (const char c : word(at)) {
    if (!base::is_ascii_upper(c) && c != '.') return false;
    if (c != '.') ++letters;
  }
  return letters > 1;
}

bool PassageWords::initial(std::size_t at) const {
  return word(at).size() == 1 && capital(at) && after(at).starts_with('.');
}

std::string_view PassageWords::before(std::size_t at) const {
  const std::size_t begin = at == 0 ? passage_.range.begin : passage_.words[at - 1].end;
  const std::size_t end = at == size() ? passage_.range.end : passage_.words[at].begin;
  return closed_up(passage_.text.substr(begin, end - begin));
}

Gap PassageWords::gap(std::size_t at) const {
  if (at == 0 || at == size()) return Gap::kOther;
  const std::string_view gap = before(at);
  if (is_blank_gap(gap)) return Gap::kBlank;
  if (gap == "-") return Gap::kHyphen;
  if (gap.front() == '.' && is_blank_gap(gap.substr(1))) {
    const std::string_view last = word(at - 1);
    const bool abbreviated = last.size() == 1 || last.find('.') != std::string_view::npos ||
                             (last.size() < 6 && rules_.titles.contains(last));
    if (abbreviated) return Gap::kDot;
  }
  return trimmed(gap) == "&" ? Gap::kAmpersand : Gap::kOther;
}

bool PassageWords::begins_sentence(std::size_t at) const {
  if (at == 0) return true;
  const std::string_view gap = before(at);
  if (gap.size() == 1 && gap.front() == ' ') return false;
  if (this->gap(at) == Gap::kDot) return false;
  if (gap.find_first_of(".!?:;") != std::string_view::npos) return true;
  for (const std::string_view mark : kOpening) {
    if (gap.find(mark) != std::string_view::npos) return true;
  }
  return gap.find("\n\n") != std::string_view::npos ||
         gap.find("\xE2\x80\xA2") != std::string_view::npos;
}

bool PassageWords::ends_line(std::size_t at) const {
  const std::string_view gap = before(at);
  if (at == 0 || gap.find('\n') == std::string_view::npos) return false;
  const std::size_t end = passage_.words[at - 1].end;
  const std::size_t line = passage_.text.substr(0, end).rfind('\n');
  const std::size_t begin = line == std::string_view::npos ? passage_.range.begin : line;
  return end - std::max(begin, passage_.range.begin) < kWrappedLine;
}

// A line of a table or a list: "1. Nixon Kiprotich (Kenya) 1:43.40".
bool PassageWords::is_table() const {
  if (base::is_ascii_digit(word(size() - 1).front())) return true;
  std::size_t commas = 0;
  for (std::size_t at = 1; at < size(); ++at) {
    const std::string_view gap = before(at);
    if (gap.find_first_of("(\n") != std::string_view::npos) return true;
    commas += gap == ", " ? 1 : 0;
  }
  return commas >= kListCommas;
}

bool PassageWords::is_headline() const {
  std::size_t small = 0;
  std::size_t large = 0;
  for (std::size_t at = 0; at < size(); ++at) {
    if (passage_.words[at].size() < kLongWord) continue;
    ++(capital(at) ? large : small);
    if (small > 6) break;  // a text
  }
  if (large <= 2 * small || large + small < 3 || is_table()) return false;
  for (std::size_t at = 1; at < size(); ++at) {
    if (before(at).find(". ") != std::string_view::npos && gap(at) != Gap::kDot) return false;
  }
  return !trimmed(before(size())).ends_with('.');  // headlines have no full stops
}

bool PassageWords::has_telling_capitals() const {
  if (is_in_language()) return true;
  if (telling_capitals_) return *telling_capitals_;
  std::size_t small = 0;
  std::size_t large = 0;
  for (std::size_t at = 1; at < size(); ++at) {
    if (gap(at) == Gap::kBlank) ++(capital(at) ? large : small);
  }
  telling_capitals_ = 3 * large < small;
  return *telling_capitals_;
}

bool PassageWords::is_in_language() const {
  if (in_language_) return *in_language_;
  constexpr std::size_t kLooked = 40;  // words
  std::size_t small = 0;
  std::size_t common = 0;
  for (std::size_t at = 0; at < size() && small < kLooked; ++at) {
    const std::string_view one = word(at);
    if (!base::is_ascii_lower(one.front())) continue;
    ++small;
    common += rules_.common.contains(one);
  }
  constexpr std::size_t kFew = 8;  // words tell nothing
  in_language_ = small < kFew || 2 * common >= small;
  return *in_language_;
}

}  // namespace dateline::actors
