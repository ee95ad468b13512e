#include "article/words_of.hpp"

#include "pages.hpp"

namespace dateline::article {
namespace {

TEST(WordsOf, AreTheSameWhateverTheMarks) {
  EXPECT_EQ(word_hashes("A plan, a ‘plan’!"), word_hashes("a PLAN a plan"));
  EXPECT_NE(word_hashes("a plan"), word_hashes("plan a"));
  EXPECT_TRUE(word_hashes(" — ").empty());
}

TEST(WordsOf, HaveTheHashOfTheirLine) {
  const std::string_view text = "Harbour town repairs its pier";
  EXPECT_EQ(hash_of(word_hashes(text)), line_of(text).words_hash);
}

TEST(WordsOf, StandOnOneLine) {
  EXPECT_EQ(one_line(" a\r\n b\u00A0\tc "), "a b c");
  EXPECT_EQ(one_line("є\n中"), "є 中");
  EXPECT_EQ(one_line(" \n"), "");
}

TEST(WordsOf, AreCountedInCharacters) {
  EXPECT_EQ(count_characters("Київ"), 4u);
  EXPECT_EQ(count_characters(""), 0u);
}

}  // namespace
}  // namespace dateline::article
