// Finds page furniture by the company it keeps.  In: lines.  Out: their roles.
// Method: a short line beside lines that a phrase of the recipe gave away is of their kind.
// Tested by tests/article/furniture_test.cpp.
#include "article/roles.hpp"

#include <algorithm>

namespace dateline::article {
namespace {

constexpr std::size_t kMaxShort = 4;     // words
constexpr std::size_t kMaxGrouped = 12;  // words of a line, lines of a group
constexpr std::size_t kMaxTailWords = 25;
constexpr std::size_t kMaxTail = 40;       // lines
constexpr std::size_t kShortSentence = 4;  // words
constexpr std::size_t kShouted = 7;        // words
constexpr std::size_t kEnd = 4;            // lines at the end, where pages speak of themselves

bool is_junk(const Line& line) {
  return line.role == Role::kJunk;
}
bool is_repeat(const Line& line) {
  return line.reason == "repeats the title";
}
bool is_furniture(const Line& line) {
  return is_junk(line) && !is_repeat(line);
}

// Single words of furniture ("cookies") count where no story is.
void judge_weak(std::vector<Line>& lines) {
  const std::size_t top = first_paragraph(lines);
  const std::size_t bottom = behind_last_paragraph(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool outside = i < top || i >= bottom;
    if (outside && lines[i].is_body() && lines[i].weak_junk && !lines[i].closed) {
      judge(lines[i], Role::kJunk, "page furniture by one of its words");
    }
  }
}

// Long lines that speak of the page or of its author count at its end.
void judge_end(std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool at_end = i + kEnd >= lines.size() && i > 0;
    if (!at_end || !lines[i].is_body()) continue;
    if (lines[i].long_junk) judge(lines[i], Role::kJunk, "speaks of the page, at its end");
    if (lines[i].bio) judge(lines[i], Role::kJunk, "says who the author is, at the end");
  }
}

// Short lines that no empty line parts are one thing: when one is furniture, all are.
void judge_group(std::vector<Line>& lines, std::size_t first, std::size_t last) {
  const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = lines.begin() + static_cast<std::ptrdiff_t>(last);
  const bool small = last - first <= kMaxGrouped && std::all_of(begin, end, [](const Line& line) {
                       return line.words <= kMaxGrouped && (line.is_body() || is_furniture(line));
                     });
  if (!small || std::none_of(begin, end, is_furniture)) return;
  for (auto line = begin; line != end; ++line) {
    if (line->is_body()) judge(*line, Role::kJunk, "among lines of page furniture");
  }
}

void judge_groups(std::vector<Line>& lines) {
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first + 1;
    while (last < lines.size() && !lines[last].span.parted_before) ++last;
    judge_group(lines, first, last);
    first = last;
  }
}

// "FAST", "Not now": a few words between furniture, or above the story before furniture.
void judge_short(std::vector<Line>& lines) {
  const std::size_t top = first_paragraph(lines);
  const bool titled = std::any_of(lines.begin(), lines.end(),
                                  [](const Line& line) { return line.role == Role::kTitle; });
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    Line& line = lines[i];
    if (!line.is_body() || line.closed || line.words > kMaxShort) continue;
    const bool before = i > 0 && is_furniture(lines[i - 1]);
    const bool above = titled && i <= top + 1;
    if (is_furniture(lines[i + 1]) && (before || above)) {
      judge(line, Role::kJunk, "a few words beside page furniture");
    }
  }
}

// Between paragraphs whole headlines in capitals lead to other stories; headings of the story are shorter.
void judge_shouted(std::vector<Line>& lines) {
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    Line& line = lines[i];
    const bool is_headline =
        line.is_body() && line.shouted && line.end == 0 && !line.listed && line.words >= kShouted;
    if (is_headline && lines[i - 1].is_paragraph() && !lines[i - 1].shouted &&
        lines[i + 1].is_paragraph() && !lines[i + 1].shouted) {
      judge(line, Role::kJunk, "a headline in capitals, between paragraphs");
    }
  }
}

// The line behind which nothing but short lines come: a source that closes the article.
std::size_t behind_source(const std::vector<Line>& lines) {
  for (std::size_t i = lines.size(); i-- > 0 && lines.size() - i <= kMaxTail;) {
    if (lines[i].role == Role::kSource) return i > 0 ? i + 1 : lines.size();
    if (lines[i].words > kMaxTailWords) break;
  }
  return lines.size();
}

void judge_tail(std::vector<Line>& lines, std::size_t from, std::string_view reason) {
  for (std::size_t i = from; i < lines.size(); ++i) {
    if (lines[i].is_body()) judge(lines[i], Role::kJunk, std::string(reason));
  }
}

// Behind the last paragraph nothing of the story comes after the first line of furniture.
std::size_t behind_first_furniture(const std::vector<Line>& lines) {
  std::size_t at = behind_last_paragraph(lines);
  if (at == 0) return lines.size();
  // "It is a tough call." is of the story too, though it is no paragraph.
  for (std::size_t i = at; i < lines.size(); ++i) {
    if (lines[i].is_body() && lines[i].end == '.' && lines[i].words >= kShortSentence) at = i + 1;
  }
  while (at < lines.size() && !is_furniture(lines[at])) ++at;
  const bool short_lines =
      std::all_of(lines.begin() + static_cast<std::ptrdiff_t>(at), lines.end(),
                  [](const Line& line) { return line.words <= kMaxTailWords; });
  return short_lines && lines.size() - at <= kMaxTail ? at : lines.size();
}

}  // namespace

void judge_furniture(std::vector<Line>& lines) {
  judge_weak(lines);
  judge_end(lines);
  judge_tail(lines, behind_source(lines), "behind the source, where the article ends");
  judge_groups(lines);
  judge_short(lines);
  judge_shouted(lines);
  judge_tail(lines, behind_first_furniture(lines), "behind the story, among page furniture");
}

}  // namespace dateline::article
