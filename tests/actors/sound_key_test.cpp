#include "actors/sound_key.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {
namespace {

std::string keys_of(std::string_view name) {
  std::string keys;
  for (const std::string& word : romanized_words(name)) {
    keys.append(keys.empty() ? "" : " ").append(sound_key(word));
  }
  return keys;
}

TEST(SoundKey, SpellingsOfOneNameHaveOneKey) {
  const std::vector<std::vector<std::string_view>> names = {
      {"Zelensky", "Zelenskyy", "Zelenskiy", "Zelenskij", "Selenskyj", "Зеленський", "Зеленский",
       "زيلينسكي"},
      {"Medvedev", "Medwedew", "Медведев"},
      {"Netanyahu", "Netanjahu"},
      {"Lukashenko", "Lukaschenko", "Лукашенко"},
      {"Yeltsin", "Jelzin", "Eltsine"},
      {"Mohamed Morsi", "Mohammed Mursi", "Muhammad Morsy"},
      {"Gorbachev", "Gorbatschow", "Gorbatchev"}};
  for (const auto& spellings : names) {
    for (const std::string_view spelling : spellings) {
      EXPECT_EQ(keys_of(spelling), keys_of(spellings.front())) << spelling;
    }
  }
}

TEST(SoundKey, OtherNamesHaveOthers) {
  EXPECT_NE(keys_of("Putin"), keys_of("Biden"));
  EXPECT_NE(keys_of("Merkel"), keys_of("Macron"));
  EXPECT_EQ(keys_of(""), "");
  EXPECT_EQ(keys_of("Ursula von der Leyen"), "arsl vn dr ln");
}

TEST(SoundKey, LettersApartStopsAtTheLimit) {
  EXPECT_EQ(letters_apart("zelensky", "zelenskyy", 3), 1U);
  EXPECT_EQ(letters_apart("zelensky", "selenskyj", 3), 2U);
  EXPECT_EQ(letters_apart("putin", "zelensky", 2), 3U);
  EXPECT_EQ(letters_apart("", "ab", 2), 2U);
}

}  // namespace
}  // namespace dateline::actors
