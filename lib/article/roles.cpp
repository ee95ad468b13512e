// Takes the steps that judge a page's lines, and the smaller ones of them.
// In: lines as seen alone.  Out: their final roles.
// Tested by tests/article/roles_test.cpp.
#include "article/roles.hpp"

#include <algorithm>

namespace dateline::article {
namespace {

constexpr std::size_t kTopLines = 12;  // lines in which authors and datelines are looked for
constexpr std::size_t kBottom = 6;
constexpr std::size_t kTailWords = 25;

}  // namespace

std::size_t first_paragraph(const std::vector<Line>& lines) {
  const auto found = std::find_if(lines.begin(), lines.end(),
                                  [](const Line& line) { return line.is_paragraph(); });
  return static_cast<std::size_t>(found - lines.begin());
}

std::size_t behind_last_paragraph(const std::vector<Line>& lines) {
  const auto found = std::find_if(lines.rbegin(), lines.rend(),
                                  [](const Line& line) { return line.is_paragraph(); });
  return static_cast<std::size_t>(lines.rend() - found);
}

void judge_names(std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool at_edge = i < kTopLines || i + kBottom >= lines.size();
    if (at_edge && lines[i].is_body() && lines[i].name == Name::kByline) {
      judge(lines[i], Role::kByline, "names the author");
    }
  }
  // Two lines of nothing but a date are a chronology.
  const auto dates = std::count_if(lines.begin(), lines.end(), [](const Line& line) {
    return line.dateline == DatelineKind::kDateOnly;
  });
  const std::size_t top = std::min(kTopLines, first_paragraph(lines));
  for (std::size_t i = 0; i < top; ++i) {
    const bool whole = lines[i].dateline == DatelineKind::kWhole;
    const bool date = lines[i].dateline == DatelineKind::kDateOnly && dates == 1;
    if (lines[i].is_body() && (whole || date)) {
      judge(lines[i], Role::kDateline, "place, date or agency on a line of its own");
    }
  }
}

void judge_sources(std::vector<Line>& lines) {
  const std::size_t top = first_paragraph(lines);
  bool in_tail = true;
  for (std::size_t i = lines.size(); i-- > 0;) {
    if (lines[i].role == Role::kSource && !in_tail && i > top) {
      judge(lines[i], Role::kCaption, "names the source of a picture or a chart");
    }
    in_tail = in_tail && lines[i].words <= kTailWords;
  }
}

void judge_body(std::vector<Line>& lines) {
  for (Line& line : lines) {
    if (!line.is_body() || !line.reason.empty()) continue;
    line.reason = line.is_paragraph() ? "a paragraph" : "nothing says that it is anything else";
  }
}

std::optional<Judgement> judge_lines(std::string_view text, std::vector<Line>& lines,
                                     std::optional<std::string_view> given) {
  judge_names(lines);
  judge_top_captions(lines, given.has_value());
  auto title = judge_title(text, lines, given);
  judge_sources(lines);
  judge_furniture(lines);
  judge_flattened(text, lines);
  judge_subtitle(lines);
  judge_captions(text, lines);
  judge_body(lines);
  return title;
}

}  // namespace dateline::article
