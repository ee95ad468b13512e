#include "article/facts.hpp"

#include "pages.hpp"

namespace dateline::article {
namespace {

std::string date_of(const Article& article) {
  const Page page = understand(article, news_rules());
  return page.date ? page.date->value : "-";
}

std::string date_of(std::string text) {
  return date_of(article_of(std::move(text)));
}

TEST(Facts, TakeTheGivenDateFirst) {
  Article article = article_of("Published: 12 March 2025\n\n" + std::string(kBody));
  article.date = "3 December 2025";
  const Page page = understand(article, news_rules());
  EXPECT_EQ(page.date->value, "2025-12-03");
  EXPECT_EQ(page.date->reason, "given");
  EXPECT_EQ(page.date->range, std::nullopt);
}

TEST(Facts, GoOnWhereTheGivenDateIsUnreadable) {
  Article article = article_of("Published: 12 March 2025\n\n" + std::string(kBody));
  article.date = "last week";
  EXPECT_EQ(date_of(article), "2025-03-12");
}

TEST(Facts, PreferPublishedToUpdated) {
  EXPECT_EQ(date_of("Updated: 14 March 2025\nPublished: 12 March 2025\n\n" + std::string(kBody)),
            "2025-03-12");
}

TEST(Facts, TakeTheDateOfTheDatelineWithItsYear) {
  const Page page = page_of("KYIV, Feb 24, 2025 (Corvina) - " + std::string(kBody));
  EXPECT_EQ(page.date->value, "2025-02-24");
  EXPECT_EQ(page.date->range, (Range{6, 18}));
  EXPECT_EQ(page.date->reason, "the dateline says 'Feb 24, 2025'");
  EXPECT_EQ(page.source->value, "Corvina");
  EXPECT_EQ(roles_in(page), "body");
  EXPECT_EQ(date_of("KYIV, Feb 24 (Corvina) - " + std::string(kBody)), "-");
}

TEST(Facts, TakeNoDatelineInTheMiddle) {
  EXPECT_EQ(
      date_of(parted({kBody, "KYIV, Feb 24, 2025 (Corvina) - The town was quiet on that day."})),
      "-");
}

TEST(Facts, TakeAWeekdayWithTheYearInSight) {
  const std::string said = "The pier is old, the mayor said on Wednesday (Dec 3) after the vote.";
  const std::string caption = "The pier of the town on Aug 7, 2025. (Photo: Corvina/Jane Gull)";
  const Page page = page_of(parted({caption, "Harbour town repairs its pier", said}));
  ASSERT_TRUE(page.date);
  EXPECT_EQ(page.date->value, "2025-12-03");
  EXPECT_NE(page.date->reason.find("Wednesday (Dec 3)"), std::string::npos);
  EXPECT_TRUE(page.date->range);
}

TEST(Facts, TakeTheDateBesideTheAuthor) {
  EXPECT_EQ(
      date_of(parted({"Harbour town repairs its pier", "By Jane Gull | March 5, 2019", kBody})),
      "2019-03-05");
  EXPECT_EQ(date_of(parted({"Harbour town repairs its pier", "By Jane Gull", kBody})), "-");
}

TEST(Facts, TakeTheYearOfTheDaysOwnParagraph) {
  EXPECT_EQ(
      date_of(parted({"The pier fell on Wednesday (Dec 3), as in no winter before 2025, they said.",
                      "It was built in 2014 and mended often by the people of the town."})),
      "2025-12-03");
}

TEST(Facts, TakeNoWeekdayWithoutAYearThatMakesItRight) {
  const std::string said = "The pier is old, the mayor said on Wednesday (Dec 3) after the vote.";
  EXPECT_EQ(date_of(said), "-");
  EXPECT_EQ(date_of(parted({said, "It was built in 2024 by the people of the town."})), "-");
  // 2014 and 2025 both make December 3 a Wednesday.
  EXPECT_EQ(date_of(parted({said, "It was built in 2014 and mended in 2025 by the people."})), "-");
  // 2014 fits by chance: the page is younger.
  EXPECT_EQ(date_of(parted({said, "It was built in 2014 and mended in 2021 by the people."})), "-");
}

TEST(Facts, TakeNoYearOutOfALargerNumberOrFromFurniture) {
  const std::string said = "The pier is old, the mayor said on Wednesday (Dec 3) after the vote.";
  EXPECT_EQ(
      date_of(parted({said, "It cost 2025.50 crowns, or 1,2025 shells, said the A2025 report."})),
      "-");
  EXPECT_EQ(date_of(parted({said, "Copyright © 2025 The Harbour Post"})), "-");
}

TEST(Facts, TakeTheDateOfTheAddressLast) {
  const std::pair<const char*, const char*> rows[] = {
      {"https://example.org/2025/12/03/pier", "2025-12-03"},
      {"https://example.org/2025/dec/03/pier", "2025-12-03"},
      {"https://example.org/pier-2025-12-03.html", "2025-12-03"},
      {"https://example.org/2025/12/pier", "-"},
      {"https://example.org/id/20251203", "-"},
      {"https://example.org/1203/12/03/pier", "-"}};
  for (const auto& [url, want] : rows) {
    Article article = article_of(std::string(kBody));
    article.url = url;
    EXPECT_EQ(date_of(article), want) << url;
  }
}

TEST(Facts, NeverTakeACaptionsDateOrOneOfTheStory) {
  EXPECT_EQ(date_of(parted({"The pier on March 3, 2025. (Photo: Corvina)",
                            "Harbour town repairs its pier", kBody,
                            "The war began on 24 February 2022 with a raid on the port."})),
            "-");
}

TEST(Facts, TakeTheGivenSourceFirst) {
  Article article = article_of(std::string(kBody) + "\n\nSource: AFP/fs");
  article.source = " The Harbour Post ";
  EXPECT_EQ(understand(article, news_rules()).source->value, "The Harbour Post");
  article.source.reset();
  const Page page = understand(article, news_rules());
  EXPECT_EQ(page.source->value, "AFP");
  EXPECT_EQ(article.text.substr(page.source->range->begin, page.source->range->size()), "AFP");
}

TEST(Facts, NameTheLanguage) {
  const std::pair<const char*, const char*> rows[] = {
      {"de", "de"}, {"EN-us", "en"}, {"fr_FR", "fr"}, {" Uk ", "uk"}};
  for (const auto& [given, code] : rows) {
    Article article = article_of(std::string(kBody));
    article.language = given;
    const Page page = understand(article, news_rules());
    EXPECT_EQ(page.language.value, code) << given;
    EXPECT_EQ(page.language.reason, "given");
  }
}

TEST(Facts, FallBackOnTheRecipesLanguage) {
  Article article = article_of("1 2 3");
  article.language = "English";
  PageRules rules = news_rules();
  rules.language = "fr";
  Page page = understand(article, rules);
  EXPECT_EQ(page.language.value, "fr");
  EXPECT_EQ(page.language.reason, "not told; the recipe's");
}

TEST(Facts, DetectTheLanguageWhereTheRecipeAsksForIt) {
  Article article = article_of(
      "Der Rat der kleinen Hafenstadt hat am Dienstag beschlossen, die alte Brücke noch vor dem "
      "Winter zu erneuern, und das Geld dafür liegt schon bereit.");
  article.language.reset();
  const Page page = understand(article, news_rules());
  EXPECT_EQ(page.language.value, "de");
  EXPECT_EQ(page.language.reason.rfind("detected, confidence ", 0), 0u) << page.language.reason;
  PageRules rules = news_rules();
  rules.detect_language = false;
  EXPECT_EQ(understand(article, rules).language.value, "en");
}

}  // namespace
}  // namespace dateline::article
