#include "actors/quote_marks.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dateline::actors {
namespace {

std::string marked(std::string_view text) {
  std::string line;
  for (const MarkedSpan& span : find_marked_spans(text, {0, text.size()})) {
    line.append("[").append(text.substr(span.inner.begin, span.inner.size())).append("]");
    if (!span.closed) line.append("…");
  }
  return line;
}

TEST(QuoteMarks, OfEveryFormMakePairs) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"a “b c” d", "[b c]"},          {"a \"b c\" d", "[b c]"},
      {"a ‘b c’ d", "[b c]"},          {"a 'b c' d", "[b c]"},
      {"a «b c» d « e »", "[b c][e]"}, {"a „b c“ d „e” f", "[b c][e]"},
      {"a »b c« d", "[b c]"},          {"no marks", ""},
  };
  for (const auto& [text, spans] : rows) EXPECT_EQ(marked(text), spans) << text;
}

TEST(QuoteMarks, AreToldFromApostrophes) {
  EXPECT_EQ(marked("the workers' rights and Roe's '90s"), "");
  EXPECT_EQ(marked("‘I don’t know’, he said"), "[I don’t know]");
  EXPECT_EQ(marked("'the workers' rights are,' he said"), "[the workers' rights are,]");
}

TEST(QuoteMarks, WithinOthersArePartOfWhatIsQuoted) {
  EXPECT_EQ(marked("“a ‘b’ c” d"), "[a ‘b’ c]");
  EXPECT_EQ(marked("“a “b” c” d"), "[a “b” c]");
  EXPECT_EQ(marked("'an alleged 'victory' in war,' said"), "[an alleged 'victory' in war,]");
}

TEST(QuoteMarks, OfTypewritersAndOfTextCutIntoWordsMakePairs) {
  EXPECT_EQ(marked("``b c,'' he said, ``and d''"), "[b c,][and d]");
  EXPECT_EQ(marked("`b c,' he said"), "[b c,]");
  EXPECT_EQ(marked("\" b c , \" he said . \" d e . \""), "[b c ,][d e .]");
}

TEST(QuoteMarks, WithoutAPartnerRunToTheEnd) {
  EXPECT_EQ(marked("a “b c"), "[b c]…");
  EXPECT_EQ(marked("“a b\n“c d”"), "[a b]…[c d]");
}

}  // namespace
}  // namespace dateline::actors
