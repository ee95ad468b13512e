#include "article/blocks.hpp"

#include "pages.hpp"

namespace dateline::article {
namespace {

// The blocks, parted by "|"; "^" before one that an empty line parts from the last.
std::string shown(std::string_view text) {
  std::string out;
  for (const Span& span : split_blocks(text)) {
    if (!out.empty()) out += '|';
    if (span.parted_before) out += '^';
    out.append(text.substr(span.range.begin, span.range.size()));
  }
  return out;
}

TEST(Blocks, AreTheLines) {
  EXPECT_EQ(shown("one\ntwo\n\nthree\n"), "^one|two|^three");
}

TEST(Blocks, EndAtEveryKindOfLineEnd) {
  EXPECT_EQ(shown("one\r\ntwo\r\n\r\nthree"), "^one|two|^three");
  EXPECT_EQ(shown("one\rtwo\r\rthree"), "^one|two|^three");
}

TEST(Blocks, HaveNoWhiteSpaceAtTheirEnds) {
  EXPECT_EQ(shown("  one \u00A0\n\u200B\n\ttwo "), "^one|^two");
}

TEST(Blocks, OfAnEmptyTextAreNone) {
  EXPECT_TRUE(split_blocks("").empty());
  EXPECT_TRUE(split_blocks(" \n\n\t\u00A0").empty());
}

TEST(Blocks, KnowTheEmptyLineBehindThem) {
  const auto spans = split_blocks("one\ntwo\n\nthree");
  EXPECT_FALSE(spans[0].parted_behind);
  EXPECT_TRUE(spans[1].parted_behind);
  EXPECT_TRUE(spans[2].parted_behind);
}

constexpr std::string_view kWrapped =
    "Harbour town repairs its pier\n\n"
    "The council voted on Tuesday to repair the old pier of the town\n"
    "before the winter comes, and set aside a sum that is larger than\n"
    "what was spent on all the other buildings of the harbour in the\n"
    "last ten years.\n\n"
    "Fishermen who land their catch there had asked for the work since\n"
    "a storm tore away the planks.";

TEST(Blocks, AreParagraphsWhereLinesAreHardWrapped) {
  const auto spans = split_blocks(kWrapped);
  ASSERT_EQ(spans.size(), 3u);
  EXPECT_EQ(kWrapped.substr(spans[1].range.begin, 11), "The council");
  EXPECT_EQ(kWrapped.substr(spans[1].range.end - 10, 10), "ten years.");
}

TEST(Blocks, BeginAtAnIndentedLineOfAHardWrappedText) {
  std::string text;
  for (int i = 0; i < 3; ++i) {
    text +=
        "    The council voted on Tuesday to repair the old pier of the town\n"
        "before the winter comes, and set aside a sum that is larger than\n"
        "what was spent in the last ten years.\n";
  }
  EXPECT_EQ(split_blocks(text).size(), 3u);
}

TEST(Blocks, AreLinesWhereAListOnlyLooksWrapped) {
  std::string text;
  for (int i = 0; i < 10; ++i)
    text += "Council Votes To Repair The Old Pier Before The Winter Comes\n";
  EXPECT_EQ(split_blocks(text).size(), 10u);
}

TEST(Blocks, AreNeverTooMany) {
  std::string text;
  for (std::size_t i = 0; i < kMaxBlocks + 10; ++i) text += "a\n";
  const auto spans = split_blocks(text);
  EXPECT_EQ(spans.size(), kMaxBlocks);
  EXPECT_EQ(spans.back().range.end, text.size() - 1);
}

TEST(Blocks, AreClosedByAFullStopOrItsLike) {
  for (const std::string_view text : {"a.", "a!", "a?”", "a.)", "a…", "中。", "a».", "a.'”"}) {
    EXPECT_TRUE(ends_closed(text, {0, text.size()})) << text;
  }
  for (const std::string_view text : {"a", "a:", "a”", "(a)", "a,", ""}) {
    EXPECT_FALSE(ends_closed(text, {0, text.size()})) << text;
  }
}

}  // namespace
}  // namespace dateline::article
