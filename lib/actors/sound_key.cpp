// Keys of names by their consonants.  In: Latin letters.  Out: keys.
// Tested by tests/actors/sound_key_test.cpp.
#include "actors/sound_key.hpp"

#include "base/utf8.hpp"
#include "text/romanize.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::actors {
namespace {

// The longest first.
constexpr std::pair<std::string_view, char> kSounds[] = {
    {"shch", 's'}, {"schtsch", 's'}, {"tsch", 'c'}, {"sch", 's'}, {"tch", 'c'}, {"dzh", 'j'},
    {"sh", 's'},   {"ch", 'c'},      {"cz", 'c'},   {"sz", 's'},  {"zh", 's'},  {"kh", 'h'},
    {"gh", 'g'},   {"ph", 'v'},      {"th", 't'},   {"dh", 'd'},  {"ck", 'k'},  {"ts", 's'},
    {"tz", 's'},   {"dj", 'j'},      {"c", 'k'},    {"f", 'v'},   {"q", 'k'},   {"w", 'v'},
    {"x", 'k'},    {"z", 's'}};

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

// The sound at the beginning of `rest`, which is taken off; 0 for what is silent.
char take_sound(std::string_view& rest) {
  for (const auto& [letters, sound] : kSounds) {
    if (rest.starts_with(letters)) {
      rest.remove_prefix(letters.size());
      return sound;
    }
  }
  const char c = rest.front();
  rest.remove_prefix(1);
  return c;
}

}  // namespace

std::string sound_key(std::string_view word) {
  std::string key;
  std::string_view rest = word;
  for (bool first = true; !rest.empty(); first = false) {
    const char sound = take_sound(rest);
    if (!base::is_ascii_lower(sound)) continue;
    const bool open = is_vowel(sound) || sound == 'j';
    if (open) {
      if (first) key.push_back('a');
      continue;
    }
    if (sound == 'h' && !first) continue;
    if (key.empty() || key.back() != sound) key.push_back(sound);
  }
  return key;
}

std::vector<std::string> romanized_words(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : text::romanize(name)) {
    if (c == ' ' || c == '-' || c == '\n') {
      if (!words.back().empty()) words.emplace_back();
    } else if (base::is_ascii_lower(c)) {
      words.back().push_back(c);
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::size_t letters_apart(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit) return limit + 1;
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
    }
    std::swap(last, row);
  }
  return std::min(last[b.size()], limit + 1);
}

}  // namespace dateline::actors
