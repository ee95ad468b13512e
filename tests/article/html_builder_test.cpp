#include "article/html_builder.hpp"

#include "html_pages.hpp"

#include <gtest/gtest.h>

namespace dateline::article {
namespace {

TEST(HtmlBuilder, BeginsABlockAtEveryBlockElement) {
  HtmlPage page;
  HtmlBuilder builder(page);
  builder.start("p", {});
  builder.text("  one ");
  builder.start("em", {});
  builder.text("two");
  builder.end("em");
  builder.end("p");
  builder.text(" three");
  builder.finish();
  EXPECT_EQ(blocks_of(page), "one two|three");
  EXPECT_EQ(page.text, "one two\n\nthree");
}

TEST(HtmlBuilder, RefusesWhatIsNestedBeyondMeasure) {
  HtmlPage page;
  HtmlBuilder builder(page);
  std::size_t depth = 0;
  while (depth < 2 * kMaxDepth && builder.start("b", {})) ++depth;
  EXPECT_EQ(depth, kMaxDepth);
  builder.end("b");
  EXPECT_TRUE(builder.start("b", {}));
}

TEST(HtmlBuilder, SurvivesEndsWithoutBeginnings) {
  HtmlPage page;
  HtmlBuilder builder(page);
  builder.end("p");
  builder.end("html");
  builder.text("text");
  builder.finish();
  EXPECT_EQ(page.text, "text");
}

}  // namespace
}  // namespace dateline::article
