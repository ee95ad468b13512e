#include "article/html_page.hpp"

#include "html_pages.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dateline::article {
namespace {

class HtmlPages : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!can_read_html()) GTEST_SKIP() << "built without libxml2";
  }
};

TEST_F(HtmlPages, GiveVisibleTextOnly) {
  const auto page = read_html_page(
      "<html><head><title>The title</title><style>p {color: red}</style></head><body>"
      "<script>var x = '<p>no</p>';</script><p>One &amp; <b>two</b>,\n three&nbsp;&eacute;.</p>"
      "<p hidden>no</p><p style='display: none'>no</p><noscript>no</noscript><!-- no -->"
      "<div>four<br>five<br><br>six</div></body></html>");
  EXPECT_EQ(blocks_of(page), "One & two, three\u00A0é.|four\nfive|six");
  EXPECT_EQ(page.title, "The title");
}

TEST_F(HtmlPages, KnowNoEntityButThoseOfHtmlAndFetchNothing) {
  const auto page = read_html_page(
      "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"yyyy\">]>"
      "<p>&x;&y;text</p><iframe src='file:///etc/passwd'></iframe>");
  EXPECT_EQ(page.text.find("root:"), std::string::npos);
  EXPECT_NE(page.text.find("text"), std::string::npos);
}

TEST_F(HtmlPages, KeepWhatTheHeadSays) {
  const auto page = read_html_page(
      "<html lang=de><meta property='og:Title' content='A &amp; B'><link rel=canonical "
      "href=http://x/y>"
      "<time datetime='2025-02-03'>3 Feb</time><nav><time datetime='2020-01-01'></time></nav>"
      "<script type='application/ld+json'>{\"a\": 1}</script>");
  EXPECT_EQ(page.language, "de");
  ASSERT_EQ(page.meta.size(), 1u);
  EXPECT_EQ(page.meta[0].first, "og:title");
  EXPECT_EQ(page.meta[0].second, "A & B");
  EXPECT_EQ(page.address, "http://x/y");
  EXPECT_EQ(page.times, std::vector<std::string>{"2025-02-03"});
  EXPECT_EQ(page.records, std::vector<std::string>{"{\"a\": 1}"});
}

TEST_F(HtmlPages, AreReadThoughBroken) {
  EXPECT_EQ(blocks_of(read_html_page("<p>one<p>two</div></b><li>three<td>four")),
            "one|two|three|four");
  EXPECT_EQ(blocks_of(read_html_page("no tag at all")), "no tag at all");
  EXPECT_EQ(blocks_of(read_html_page("")), "");
}

TEST_F(HtmlPages, AreCutWhereTheyAreNestedBeyondMeasure) {
  std::string html = "<p>before</p>";
  for (int i = 0; i < 100'000; ++i) html += "<div>";
  const auto page = read_html_page(html + "<p>behind</p>");
  EXPECT_TRUE(page.cut);
  EXPECT_EQ(page.text, "before");
  EXPECT_FALSE(read_html_page("<div><p>x</p></div>").cut);
}

TEST_F(HtmlPages, KnowHintsLinksAndStories) {
  const auto page = read_html_page(
      "<nav><a href=/>Home</a></nav><article><h1>Head</h1><p class=byline>By A</p>"
      "<p>Text of <a href=x>four</a> <time datetime=2025>2025</time></p></article>");
  ASSERT_EQ(page.blocks.size(), 4u);
  EXPECT_EQ(page.blocks[0].hint, Hint::kFurniture);
  EXPECT_NE(page.blocks[0].furniture, 0u);
  EXPECT_EQ(page.blocks[0].link_bytes, 4u);
  EXPECT_TRUE(page.blocks[1].heading);
  EXPECT_EQ(page.blocks[2].hint, Hint::kByline);
  EXPECT_EQ(page.blocks[3].hint, Hint::kNone);
  EXPECT_EQ(page.blocks[3].story, page.blocks[1].story);
  EXPECT_NE(page.blocks[3].story, page.blocks[0].story);
}

}  // namespace
}  // namespace dateline::article
