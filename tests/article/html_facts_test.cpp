#include "article/html_facts.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dateline::article {
namespace {

using Texts = std::vector<std::string>;

HtmlPage page_with(std::vector<std::pair<std::string, std::string>> meta) {
  HtmlPage page;
  page.meta = std::move(meta);
  return page;
}

TEST(HtmlFacts, AreTakenFromJsonLdFirst) {
  HtmlPage page = page_with({{"og:title", "Other"}, {"article:published_time", "2020-01-01"}});
  page.records = {"broken {", R"({"@graph": [{"@type": "WebSite", "headline": "no"},
      {"@type": ["NewsArticle"], "headline": "Mill opens", "datePublished": "2025-02-03T04:05:06Z",
       "publisher": {"name": "The Valley"}, "author": [{"name": "A. Writer"}, "B. Writer"]}]})"};
  const HtmlFacts facts = find_facts(page);
  EXPECT_EQ(facts.title, "Mill opens");
  EXPECT_EQ(facts.date, "2025-02-03T04:05:06Z");
  EXPECT_EQ(facts.source, "The Valley");
  EXPECT_EQ(facts.authors, (Texts{"A. Writer", "B. Writer"}));
}

TEST(HtmlFacts, AreTakenFromTheHead) {
  const HtmlFacts facts = find_facts(page_with({{"og:title", "Mill opens"},
                                                {"date", "no date"},
                                                {"article:published_time", "2025-02-03"},
                                                {"og:site_name", "The Valley"},
                                                {"author", "A. Writer"}}));
  EXPECT_EQ(facts.title, "Mill opens");
  EXPECT_EQ(facts.date, "2025-02-03");
  EXPECT_EQ(facts.source, "The Valley");
  EXPECT_EQ(facts.authors, Texts{"A. Writer"});
}

TEST(HtmlFacts, TitleIsThePagesHeadingWhereTheHeadBearsItOut) {
  HtmlPage page;
  page.text = "Mill opens";
  page.blocks.push_back({{0, page.text.size()}, 0, 0, 0, Hint::kNone, true});
  page.title = "Mill opens | The Valley";
  EXPECT_EQ(find_facts(page).title, "Mill opens");
  page.title = "The Valley";
  page.meta = {{"og:title", "A mill opens again"}};
  EXPECT_EQ(find_facts(page).title, "A mill opens again");
}

TEST(HtmlFacts, TitleLosesTheOutletOnlyWhereThatIsKnown) {
  HtmlPage page = page_with({{"og:site_name", "The Valley"}});
  page.title = "Mill opens - The Valley";
  EXPECT_EQ(find_facts(page).title, "Mill opens");
  page.title = "Mill opens - again";
  EXPECT_EQ(find_facts(page).title, "Mill opens - again");
}

TEST(HtmlFacts, AreAbsentWhereNothingIsSaid) {
  const HtmlFacts facts = find_facts(HtmlPage());
  EXPECT_FALSE(facts.title || facts.date || facts.source || facts.url || facts.language);
  HtmlPage page;
  page.times = {"2025-01-01", "2025-01-02"};
  EXPECT_FALSE(find_facts(page).date) << "two times, and none says that it is the page's";
}

}  // namespace
}  // namespace dateline::article
