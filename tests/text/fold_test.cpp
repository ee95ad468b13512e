#include "text/fold.hpp"

#include "base/utf8.hpp"
#include "pieces.hpp"

#include <gtest/gtest.h>

#include <random>

namespace dateline::text {
namespace {

struct FoldRow {
  std::string_view word;
  std::string_view folded;
};

TEST(Fold, CaseFollowsNfkcCasefold) {
  const std::vector<FoldRow> rows = {
      {"", ""},
      {"Kyiv's", "kyiv's"},
      {"Kyiv’s", "kyiv's"},
      {"м\u02BCята", "м'ята"},
      {"o＇clock", "o'clock"},
      {"CAFÉ", "café"},
      {"Cafe\u0301", "café"},
      {"Straße", "strasse"},
      {"ﬁnance", "finance"},
      {"ＮＡＴＯ２", "nato2"},
      {"ΟΔΟΣ", "οδοσ"},
      {"КИЇВ", "київ"},
      {"co\u00ADop\u200B", "coop"},
      {"km²", "km2"},
      {"ｶﾞ", "ガ"},
  };
  for (const FoldRow& row : rows) EXPECT_EQ(fold_case(row.word), row.folded) << row.word;
}

TEST(Fold, AccentsAreDroppedWhereTheLetterStaysTheSame) {
  const std::vector<FoldRow> rows = {
      {"", ""},
      {"plain", "plain"},
      {"café", "cafe"},
      {"zürich", "zurich"},
      {"søren", "soren"},
      {"łódź", "lodz"},
      {"đinđić", "dindic"},
      {"ærø", "aero"},
      {"œuvre", "oeuvre"},
      {"ǽ", "ae"},
      {"reykjavík", "reykjavik"},
      {"þór", "thor"},
      {"ığdır", "igdir"},
      {"i\u0307stanbul", "istanbul"},
      {"nguyễn", "nguyen"},
      {"đường", "duong"},
      {"αθήνα", "αθηνα"},
      {"ΐ", "ι"},
      {"приём", "прием"},
      {"за\u0301мок", "замок"},
  };
  for (const FoldRow& row : rows) EXPECT_EQ(fold_accents(row.word), row.folded) << row.word;
}

TEST(Fold, AccentsStayWhereTheyMakeAnotherLetter) {
  const std::vector<std::string_view> words = {"йод",  "їжак", "ўзор", "ѓавол", "ќерка",
                                               "ガ",   "バス", "कि",   "한국",  "ไทย่",
                                               "أحمد", "שָׁלוֹם", "漢字", "\u0301"};
  for (const std::string_view word : words) EXPECT_EQ(fold_accents(word), word);
}

TEST(Fold, TwiceIsOnceOnEveryCodePoint) {
  for (char32_t c = 0; c < 0x30000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string word = "a";
    base::append_utf8(word, c);
    const std::string folded = fold_case(word);
    ASSERT_EQ(fold_case(folded), folded) << word;
    const std::string plain = fold_accents(folded);
    ASSERT_EQ(fold_accents(plain), plain) << word;
    ASSERT_EQ(fold_case(plain), plain) << word;
  }
}

TEST(Fold, TwiceIsOnceOnRandomWords) {
  std::mt19937 random(6);
  const std::vector<std::string_view> parts = {
      "a", "E", "é",  "\u0301", "\u0308", "\u0306", "\u0300", "\u0323", "ø", "İ", "ı",
      "ß", "ẞ", "ʼ",  "’",      "г",      "Е",      "и",      "І",      "α", "Σ", "ᾳ",
      "ｶ", "ﾞ", "カ", "\u3099", "\u200D", "한",     "\u1161", "\u05B4", "א"};
  for (int round = 0; round < 30000; ++round) {
    const std::string word = random_text(random, parts, 8);
    const std::string folded = fold_case(word);
    ASSERT_EQ(fold_case(folded), folded) << word;
    const std::string plain = fold_accents(folded);
    ASSERT_EQ(fold_accents(plain), plain) << word;
    ASSERT_TRUE(base::is_utf8(plain));
  }
}

TEST(Fold, AsciiGoesTheSameWayAsTheRest) {
  for (char c = 1; c > 0; ++c) {
    const std::string alone(1, c);
    EXPECT_EQ(fold_case(alone) + "é", fold_case(alone + "é")) << static_cast<int>(c);
  }
}

TEST(Fold, TakesAMillionMarks) {
  const std::string word = "a" + repeated("\u0301\u0323", 2'000'000);
  EXPECT_EQ(fold_accents(fold_case(word)), "a");
}

}  // namespace
}  // namespace dateline::text
