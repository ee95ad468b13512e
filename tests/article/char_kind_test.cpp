#include "article/char_kind.hpp"

#include <gtest/gtest.h>

namespace dateline::article {
namespace {

TEST(CharKind, TellsLettersFromMarksAndSpaces) {
  for (const char32_t letter : {U'é', U'ß', U'ж', U'ї', U'α', U'\u00AD', U'ª', U'ا', U'\u0301'}) {
    EXPECT_EQ(char_kind(letter), CharKind::kLetter) << static_cast<unsigned>(letter);
  }
  for (const char32_t mark : {U'“', U'—', U'…', U'·', U'•', U'©', U'€', U'«', U'。', U'😀', U'→'}) {
    EXPECT_EQ(char_kind(mark), CharKind::kMark) << static_cast<unsigned>(mark);
  }
  for (const char32_t space : {U'\u00A0', U'\u2009', U'\u200B', U'\u3000', U'\uFEFF', U'\u2028'}) {
    EXPECT_EQ(char_kind(space), CharKind::kSpace) << static_cast<unsigned>(space);
  }
  for (const char32_t ideograph : {U'中', U'の', U'カ'}) {
    EXPECT_EQ(char_kind(ideograph), CharKind::kIdeograph) << static_cast<unsigned>(ideograph);
  }
}

TEST(CharKind, BringsMarksToOnePlainForm) {
  for (const char32_t quote : {U'“', U'”', U'„', U'«', U'」'}) EXPECT_EQ(plain_mark(quote), U'"');
  for (const char32_t quote : {U'‘', U'’', U'‹'}) EXPECT_EQ(plain_mark(quote), U'\'');
  for (const char32_t dash : {U'–', U'—', U'‑', U'−'}) EXPECT_EQ(plain_mark(dash), U'-');
  for (const char32_t stop : {U'。', U'…', U'۔', U'।'}) EXPECT_EQ(plain_mark(stop), U'.');
  EXPECT_EQ(plain_mark(U'©'), U'©');
  EXPECT_EQ(plain_mark(U'('), U'(');
}

}  // namespace
}  // namespace dateline::article
