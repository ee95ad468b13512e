#include "article/html_story.hpp"

#include "html_pages.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dateline::article {
namespace {

// The text of the blocks that have the role, with "|" between.
std::string marked(const std::string& html, Role role) {
  const HtmlPage page = read_html_page(html);
  std::string text;
  for (const Block& block : judge_story(page)) {
    if (block.role != role) continue;
    if (!text.empty()) text += '|';
    text += page.text.substr(block.range.begin, block.range.size());
  }
  return text;
}

class HtmlStory : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!can_read_html()) GTEST_SKIP() << "built without libxml2";
  }
};

TEST_F(HtmlStory, StandsBetweenMenusThatHaveNoNames) {
  EXPECT_EQ(marked("<div><a href=/>Home</a></div><div><a href=/w>World</a></div><h1>Head</h1>" +
                       paragraphs(4) + "<div><a href=/a>About</a></div><div>Small print</div>",
                   Role::kJunk),
            "Home|World|About|Small print");
}

TEST_F(HtmlStory, IsTheArticleWithMostOfTheText) {
  EXPECT_EQ(marked("<article><p>Teaser</p></article><article><p>Short.</p>" + paragraphs(5) +
                       "<p>The end</p></article><article><p>Other teaser</p></article>",
                   Role::kJunk),
            "Teaser|Other teaser");
}

TEST_F(HtmlStory, HoldsCaptionsAuthorsAndFurnitureApart) {
  const std::string html =
      "<main><h1>Head</h1><p class=byline>A. Writer</p>" + paragraph(1) +
      "<figure><img><figcaption>The mill in May.</figcaption></figure>" + paragraph(2) +
      "<div class=newsletter-box><p>Get it all by mail</p></div>" +
      "<p><a href=x>Another story of the valley</a></p>" + paragraph(3) + "</main>";
  EXPECT_EQ(marked(html, Role::kCaption), "The mill in May.");
  EXPECT_EQ(marked(html, Role::kByline), "A. Writer");
  EXPECT_EQ(marked(html, Role::kJunk), "Get it all by mail|Another story of the valley");
}

TEST_F(HtmlStory, IsNotLostInAWrapperWithAnUnluckyName) {
  EXPECT_EQ(marked("<div class='page-with-sidebar'><h1>Head</h1>" + paragraphs(4) + "</div>",
                   Role::kJunk),
            "");
}

TEST_F(HtmlStory, OfAPageWithoutLongTextIsAllOfIt) {
  EXPECT_EQ(marked("<p>A short note.</p><p>And another.</p>", Role::kJunk), "");
  EXPECT_TRUE(judge_story(HtmlPage()).empty());
}

}  // namespace
}  // namespace dateline::article
