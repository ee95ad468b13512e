#include "base/word_table.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

namespace dateline::base {
namespace {

TEST(WordTable, GivesAWordOneKeyWhereverItStands) {
  for (std::size_t size = 1; size <= 40; ++size) {
    std::string word;
    for (std::size_t i = 0; i < size; ++i) word.push_back(static_cast<char>('a' + (7 * i) % 26));
    const std::string text = "x" + word + "and much text behind it";
    EXPECT_EQ(word_key(word), word_key(text, {1, 1 + size})) << word;
    for (std::size_t end = 1 + size; end < text.size(); ++end) {
      EXPECT_EQ(word_key(word), word_key(std::string_view(text).substr(0, end), {1, 1 + size}));
    }
    EXPECT_NE(word_key(word), word_key(word + "a"));
    EXPECT_NE(word_key(word), word_key("a" + word));
    EXPECT_FALSE(word_key(word).empty());
  }
  EXPECT_TRUE(word_key("").empty());
}

TEST(WordTable, KnowsWhichShortWordsAreAscii) {
  EXPECT_TRUE(word_key("sixteen-letters.").is_ascii());
  EXPECT_FALSE(word_key("seventeen-letters").is_ascii());
  EXPECT_FALSE(word_key("Kärnten").is_ascii());
  EXPECT_FALSE(word_key("Niederösterreich").is_ascii());
}

TEST(WordTable, TellsWordsApartThatRepeatALetter) {
  WordTable<std::size_t> table;
  for (std::size_t size = 1; size < 60; ++size) table[word_key(std::string(size, 'o'))] = size;
  EXPECT_EQ(table.size(), 59U);
  for (std::size_t size = 1; size < 60; ++size) {
    EXPECT_EQ(*table.find(word_key(std::string(size, 'o'))), size);
  }
}

TEST(WordTable, AgreesWithAMapWhileItGrows) {
  WordTable<std::uint32_t> table;
  std::map<std::string, std::uint32_t> known;
  std::mt19937 random(5);
  EXPECT_EQ(table.find(word_key("peace")), nullptr);
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    const std::string word = std::to_string(random() % 9'000) + std::string(random() % 20, 'x');
    ++table[word_key(word)];
    ++known[word];
  }
  EXPECT_EQ(table.size(), known.size());
  for (const auto& [word, count] : known) EXPECT_EQ(*table.find(word_key(word)), count) << word;
  EXPECT_EQ(table.find(word_key("peace")), nullptr);
  table.clear();
  EXPECT_EQ(table.find(word_key(known.begin()->first)), nullptr);
}

TEST(WordSet, HoldsWhatWasInserted) {
  WordSet words;
  EXPECT_TRUE(words.empty());
  EXPECT_FALSE(words.contains("peace"));
  words.insert("peace");
  words.insert("a word of more than sixteen bytes");
  EXPECT_TRUE(words.contains("peace"));
  EXPECT_TRUE(words.contains("a word of more than sixteen bytes"));
  EXPECT_FALSE(words.contains("peac"));
  EXPECT_FALSE(words.contains(""));
}

TEST(WordSet, SaysWhetherAKeyIsNew) {
  WordSet words;
  EXPECT_TRUE(words.insert(WordKey{1, 0}));
  EXPECT_TRUE(words.insert(WordKey{0, 1}));
  EXPECT_FALSE(words.insert(WordKey{1, 0}));
}

}  // namespace
}  // namespace dateline::base
