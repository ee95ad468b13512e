// Names alike.  In: names.  Out: actors.
// Tested by tests/actors/alike_test.cpp.
#include "actors/alike.hpp"

#include "actors/sound_key.hpp"
#include "base/utf8.hpp"

#include <algorithm>
#include <utility>

namespace dateline::actors {
namespace {

constexpr std::size_t kLeastKey = 3;      // consonants of a name that stands alone
constexpr std::size_t kLeastLetters = 5;  // of a name with a slip of the pen
constexpr std::size_t kLongName = 9;      // which may have two

std::string joined_words(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

std::string joined_keys(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words)
    text.append(text.empty() ? "" : " ").append(sound_key(word));
  return text;
}

}  // namespace

void AlikeNames::add(std::uint32_t actor, std::string_view name, bool is_person) {
  if (!base::is_ascii(name) || name.size() > 60) return;
  const auto words = romanized_words(name);
  if (words.empty()) return;
  const auto number = static_cast<std::uint32_t>(names_.size());
  names_.push_back({actor, joined_words(words), is_person});
  by_key_[joined_keys(words)].push_back(number);
}

std::vector<std::uint32_t> AlikeNames::nearest(
    const std::vector<std::pair<std::size_t, std::uint32_t>>& found) const {
  std::vector<std::pair<std::size_t, std::uint32_t>> sorted = found;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::uint32_t> actors;
  for (const auto& [apart, actor] : sorted) {
    if (std::find(actors.begin(), actors.end(), actor) == actors.end()) actors.push_back(actor);
  }
  return actors;
}

std::vector<std::uint32_t> AlikeNames::sounding_like(std::string_view name) const {
  const auto words = romanized_words(name);
  const std::string key = joined_keys(words);
  const auto known = by_key_.find(key);
  if (known == by_key_.end() || key.size() < kLeastKey) return {};
  const std::string letters = joined_words(words);
  std::vector<std::pair<std::size_t, std::uint32_t>> found;
  for (const std::uint32_t number : known->second) {
    const std::size_t limit = std::max<std::size_t>(2, letters.size() / 2);
    const std::size_t apart = letters_apart(letters, names_[number].letters, limit);
    if (apart <= limit) found.emplace_back(apart, names_[number].actor);
  }
  return nearest(found);
}

std::vector<std::uint32_t> AlikeNames::written_like(std::string_view name) const {
  const std::string letters = joined_words(romanized_words(name));
  if (letters.size() < kLeastLetters || letters.size() > 60) return {};
  std::size_t limit = letters.size() < kLongName ? 1 : 2;
  std::vector<std::pair<std::size_t, std::uint32_t>> found;
  for (const Known& known : names_) {
    const std::size_t apart = letters_apart(letters, known.letters, limit);
    if (apart > limit) continue;
    if (apart < limit) found.clear();
    limit = apart;
    found.emplace_back(apart, known.actor);
  }
  return nearest(found);
}

std::vector<std::uint32_t> AlikeNames::person_like(std::string_view full_name) const {
  const auto words = romanized_words(full_name);
  if (words.size() < 2 || sound_key(words.back()).size() < kLeastKey) return {};
  const auto known = by_key_.find(joined_keys(words));
  if (known == by_key_.end()) return {};
  const std::string letters = joined_words(words);
  const std::size_t limit = letters.size() / 4;
  std::vector<std::pair<std::size_t, std::uint32_t>> found;
  for (const std::uint32_t number : known->second) {
    const Known& name = names_[number];
    const std::size_t apart = letters_apart(letters, name.letters, limit);
    if (name.is_person && apart <= limit) found.emplace_back(apart, name.actor);
  }
  return nearest(found);
}

}  // namespace dateline::actors
