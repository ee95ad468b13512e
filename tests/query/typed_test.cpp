#include "query/typed.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dateline::query {
namespace {

TEST(Typed, KeepsAWellFormedTextWithoutAWarning) {
  Warnings warnings;
  EXPECT_EQ(fit_to_limits("Kyiv’s “talks”", warnings), "Kyiv’s “talks”");
  EXPECT_TRUE(warnings.take().empty());
}

TEST(Typed, BlanksIllFormedBytesAndKeepsEveryPlace) {
  Warnings warnings;
  EXPECT_EQ(fit_to_limits("a\xFF\xC3 caf\xE9 \xE2\x82 é", warnings), "a   caf     é");
  const auto list = warnings.take();
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].range, (Range{1, 11}));
}

TEST(Typed, CutsALongTextAtAWord) {
  Warnings warnings;
  const std::string typed = std::string(kMaxBytes - 3, 'a') + " bcd efg";
  EXPECT_EQ(fit_to_limits(typed, warnings), std::string(kMaxBytes - 3, 'a'));
  const auto list = warnings.take();
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].range, (Range{kMaxBytes - 3, typed.size()}));
}

TEST(Typed, KeepsAWordThatEndsAtTheLimit) {
  Warnings warnings;
  const std::string words = "a " + std::string(kMaxBytes - 2, 'b');
  EXPECT_EQ(fit_to_limits(words + " c", warnings), words);
  EXPECT_EQ(fit_to_limits(words, warnings), words);
  EXPECT_EQ(warnings.take().size(), 1U);
}

TEST(Typed, CutsALongWordBetweenCharacters) {
  Warnings warnings;
  std::string typed = "a";
  while (typed.size() < kMaxBytes + 10) typed += "é";
  EXPECT_EQ(fit_to_limits(typed, warnings), typed.substr(0, kMaxBytes - 1));
}

TEST(Typed, TakesControlCharactersAndWideSpacesForBlanks) {
  for (const char32_t c :
       {U'\0', U'\n', U' ', U'\x7F', U'\u0085', U'\u00A0', U'\u2003', U'\u3000', U'\uFEFF'}) {
    EXPECT_TRUE(is_blank(c)) << static_cast<unsigned>(c);
  }
  for (const char32_t c : {U'a', U'!', U'\u00A1', U'\u200B', U'\u200D', U'中'}) {
    EXPECT_FALSE(is_blank(c)) << static_cast<unsigned>(c);
  }
}

TEST(Typed, KnowsTheDoubleQuotes) {
  for (const char32_t c : {U'"', U'“', U'”', U'„', U'«', U'»'}) EXPECT_TRUE(is_quote(c));
  for (const char32_t c : {U'\'', U'‘', U'’', U'`', U'‹'}) EXPECT_FALSE(is_quote(c));
}

TEST(Typed, FindsContentInLettersAndDigits) {
  for (const char* text : {"a", "...7", "ж", "中", "º", "ª", "'tis"})
    EXPECT_TRUE(has_content(text)) << text;
  for (const char* text :
       {"", "-", "...", "— –", "…", "¿¡", "·", "«»", "、。", "_", "🚀", "€", "→", "✓"}) {
    EXPECT_FALSE(has_content(text)) << text;
  }
}

TEST(Typed, TrimsBlanksOfEveryKind) {
  EXPECT_EQ(trim_blanks(" \u00A0a b\u3000\n"), "a b");
  EXPECT_EQ(trim_blanks(" \t"), "");
  EXPECT_EQ(trim_blanks(""), "");
}

TEST(Typed, WalksFromRunToRun) {
  const std::string text = "  a\u00A0bc ";
  std::size_t at = 0;
  EXPECT_EQ(next_run(text, at), "a");
  EXPECT_EQ(at, 3U);
  EXPECT_EQ(next_run(text, at), "bc");
  EXPECT_EQ(next_run(text, at), "");
  EXPECT_EQ(at, text.size());
}

}  // namespace
}  // namespace dateline::query
