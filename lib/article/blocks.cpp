// Cuts a page into lines or paragraphs.  In: UTF-8.  Out: spans.
// Method: lines are hard-wrapped when most of those that another line follows at once are 40 to 100
// characters long and end in mid-sentence, and enough of the next ones begin without a capital.
// Tested by tests/article/blocks_test.cpp.
#include "article/blocks.hpp"

#include "article/tokens.hpp"
#include "article/words_of.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::article {
namespace {

constexpr std::size_t kShortestWrapped = 40;  // characters
constexpr std::size_t kLongestWrapped = 100;
constexpr std::size_t kFewestWrapped = 3;  // lines
constexpr std::size_t kIndent = 2;         // bytes

struct RawLine {
  Span span;
  std::size_t indent = 0;
};

Range line_at(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  return {begin, begin + std::min(text.substr(begin, end - begin).find('\r'), end - begin)};
}

std::size_t behind_break(std::string_view text, std::size_t at) {
  const bool both = text.substr(at, 2) == "\r\n";
  return std::min(at + (both ? 2 : 1), text.size());
}

std::vector<RawLine> split_lines(std::string_view text) {
  std::vector<RawLine> lines;
  bool parted = true;
  for (std::size_t at = 0; at < text.size();) {
    const bool rest = lines.size() + 1 == kMaxBlocks;
    const Range whole = rest ? Range{at, text.size()} : line_at(text, at);
    const Range inner = trim(text, whole);
    if (inner.empty()) {
      parted = true;
      if (!lines.empty()) lines.back().span.parted_behind = true;
    } else {
      lines.push_back({{inner, parted, false}, inner.begin - whole.begin});
      parted = false;
    }
    at = behind_break(text, whole.end);
  }
  if (!lines.empty()) lines.back().span.parted_behind = true;
  return lines;
}

bool is_wrapped(std::string_view text, Range line) {
  if (line.size() > 4 * kLongestWrapped) return false;
  const std::size_t length = count_characters(text.substr(line.begin, line.size()));
  return length >= kShortestWrapped && length <= kLongestWrapped && !ends_closed(text, line);
}

bool is_hard_wrapped(std::string_view text, const std::vector<RawLine>& lines) {
  std::size_t pairs = 0;
  std::size_t wrapped = 0;
  std::size_t running_on = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].span.parted_behind) continue;
    ++pairs;
    if (!is_wrapped(text, lines[i].span.range)) continue;
    ++wrapped;
    const Range next = lines[i + 1].span.range;
    if (!is_capitalized(text.substr(next.begin, next.size()))) ++running_on;
  }
  return wrapped >= kFewestWrapped && wrapped * 10 >= pairs * 6 && running_on * 10 >= wrapped * 4;
}

bool begins_paragraph(const RawLine& line, const RawLine& before) {
  return line.span.parted_before || (line.indent >= kIndent && before.indent < kIndent);
}

}  // namespace

std::vector<Span> split_blocks(std::string_view text) {
  const std::vector<RawLine> lines = split_lines(text);
  const bool join = is_hard_wrapped(text, lines);
  std::vector<Span> spans;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0 || !join || begins_paragraph(lines[i], lines[i - 1])) {
      spans.push_back(lines[i].span);
    } else {
      spans.back().range.end = lines[i].span.range.end;
      spans.back().parted_behind = lines[i].span.parted_behind;
    }
  }
  return spans;
}

bool ends_closed(std::string_view text, Range range) {
  constexpr std::size_t kEnough = 32;  // bytes: a full stop and what may close behind it
  const std::size_t from = range.size() > kEnough ? range.end - kEnough : range.begin;
  std::vector<Token> tokens;
  tokenize(text, {std::max(range.begin, base::floor_boundary(text, from)), range.end}, tokens);
  while (!tokens.empty() && is_one_of(tokens.back(), ")]}\"'")) tokens.pop_back();
  return !tokens.empty() && is_one_of(tokens.back(), ".!?");
}

}  // namespace dateline::article
