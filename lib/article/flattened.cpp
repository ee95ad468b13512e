// Finds the lines into which a part of the page that people would click through was flattened.
// In: lines.  Out: their roles.
// Method: a slideshow counts its pictures, "1 of 19", "2 of 19".  A list of links that pops up behind a name repeats
// the name with the first link glued to it, "Jane Doe Jane DoePoll: ...", and ends with "MORE"; a line is taken
// for one when such lists hold most of its words.
// Tested by tests/article/flattened_test.cpp.
#include "article/roles.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <vector>

namespace dateline::article {
namespace {

constexpr std::size_t kMinPictures = 3;
constexpr std::size_t kMinLine = 40;                       // bytes; shorter ones hold no list
constexpr std::size_t kNameWords = 6;                      // of a name, between its two forms
constexpr std::size_t kMaxListWords = 120;                 // of one list
constexpr std::size_t kFlattened = std::size_t{16} << 10;  // bytes of a line that are looked at
constexpr std::string_view kListEnd = "MORE";

std::vector<std::string_view> words_of_line(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = line.find_first_not_of(" \t", at);
    if (begin == line.npos) break;
    at = std::min(line.find_first_of(" \t", begin), line.size());
    words.push_back(line.substr(begin, at - begin));
  }
  return words;
}

// 0: no number.
unsigned number_of(std::string_view word) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() ? number : 0;
}

// Counters "k of n" with one n, k counting up by one.
bool is_slideshow(const std::vector<std::string_view>& words) {
  constexpr std::array<std::string_view, 6> kOf = {"of", "von", "sur", "de", "из", "з"};
  unsigned last = 0;
  unsigned all = 0;
  std::size_t pictures = 0;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (std::find(kOf.begin(), kOf.end(), words[i]) == kOf.end()) continue;
    const unsigned picture = number_of(words[i - 1]);
    const unsigned count = number_of(words[i + 1]);
    if (picture == 0 || picture > count) continue;
    pictures = count == all && picture == last + 1 ? pictures + 1 : 1;
    if (pictures == kMinPictures) return true;
    last = picture;
    all = count;
  }
  return false;
}

// Whether the word is one of those before it and, glued to that, the beginning of another.
bool is_glued_name(const std::vector<std::string_view>& words, std::size_t at) {
  const std::string_view word = words[at];
  for (std::size_t back = 1; back <= std::min(at, kNameWords); ++back) {
    const std::string_view name = words[at - back];
    if (name.size() > 2 && word.size() > name.size() && word.starts_with(name) &&
        base::is_ascii_upper(name.front()) && base::is_ascii_lower(name.back()) &&
        base::is_ascii_upper(word[name.size()])) {
      return true;
    }
  }
  return false;
}

// How many words stand in lists of links.
std::size_t linked_words(const std::vector<std::string_view>& words) {
  std::size_t linked = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!is_glued_name(words, i)) continue;
    const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i);
    const auto last =
        begin + static_cast<std::ptrdiff_t>(std::min(words.size() - i, kMaxListWords));
    const auto end = std::find_if(
        begin, last, [](std::string_view word) { return word.find(kListEnd) != word.npos; });
    if (end == last) continue;
    linked += static_cast<std::size_t>(end - begin) + 1;
    i = static_cast<std::size_t>(end - words.begin());
  }
  return linked;
}

}  // namespace

void judge_flattened(std::string_view text, std::vector<Line>& lines) {
  for (Line& line : lines) {
    const std::string_view bytes = text.substr(line.span.range.begin, line.span.range.size());
    if (!line.is_body() || bytes.size() < kMinLine) continue;
    const auto words = words_of_line(bytes.substr(0, kFlattened));
    if (is_slideshow(words)) {
      judge(line, Role::kCaption, "counts the pictures of a slideshow");
    } else if (linked_words(words) * 2 > words.size()) {
      judge(line, Role::kJunk, "mostly links that were glued to names");
    }
  }
}

}  // namespace dateline::article
