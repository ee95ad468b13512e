#include "article/html.hpp"

#include "article/html_page.hpp"
#include "html_pages.hpp"
#include "pages.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dateline::article {
namespace {

class Html : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!can_read_html()) GTEST_SKIP() << "built without libxml2";
  }
};

TEST_F(Html, IsReadAsACarefulReaderDoes) {
  Article article =
      read_html(
          "<html lang=en><title>Mill opens at last | The Valley</title><body>"
          "<nav><a href=/>Home</a></nav><h1>Mill opens at last</h1>"
          "<p>By A. Writer</p><p>Published: 3 February 2025</p>" +
          paragraphs(2) + "<figure><figcaption>The mill.</figcaption></figure>" + paragraphs(2) +
          "<p>Sign up for our newsletter</p><footer>(c) The Valley</footer>")
          .article;
  article.id = "a";
  const Page page = understand(article, news_rules());
  EXPECT_EQ(roles_in(page), "junk title byline dateline body body caption body body junk junk");
  ASSERT_TRUE(page.title && page.date);
  EXPECT_EQ(page.title->value, "Mill opens at last");
  EXPECT_TRUE(page.title->range);
  EXPECT_EQ(page.date->value, "2025-02-03");
  EXPECT_EQ(page.language.value, "en");
}

TEST_F(Html, KeepsItsPartsApartInARecipeThatJudgesNothing) {
  Article article = read_html("<nav>Home</nav><article>" + paragraphs(2) + "</article>").article;
  EXPECT_EQ(roles_in(understand(article, PageRules())), "junk body");
}

TEST_F(Html, GivesATitleBesideTheTextWhereNoHeadingHasIt) {
  const Article article = read_html("<title>Mill opens</title>" + paragraphs(2)).article;
  EXPECT_EQ(article.title, "Mill opens");
}

}  // namespace
}  // namespace dateline::article
