// Words in capitals as names are written.  In: a passage.  Out: text of the same length.
// Tested by tests/actors/capitals_test.cpp.
#include "actors/capitals.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::actors {
namespace {

constexpr std::size_t kFewestCapitals = 4;  // letters
// In the midst of names.
constexpr std::string_view kSmallWithin[] = {"OF", "AND", "THE", "FOR", "DE", "LA", "ON", "IN"};

bool has_only_capitals(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return base::is_ascii_upper(c) || c == '\''; });
}

}  // namespace

bool is_in_capitals(std::string_view word) {
  return word.size() >= kFewestCapitals && has_only_capitals(word);
}

void lower_capitals(const article::Passage& passage, std::string& text) {
  for (const Range range : passage.words) {
    const std::string_view word = passage.text.substr(range.begin, range.size());
    if (word.size() < 2 || !has_only_capitals(word)) continue;
    const bool joins =
        std::find(std::begin(kSmallWithin), std::end(kSmallWithin), word) != std::end(kSmallWithin);
    const std::size_t first = range.begin + (joins ? 0 : 1);
    for (std::size_t i = first; i < range.end; ++i) text[i] = base::ascii_lower(text[i]);
  }
}

}  // namespace dateline::actors
