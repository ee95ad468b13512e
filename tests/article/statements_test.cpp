#include "article/statements.hpp"

#include "pages.hpp"

namespace dateline::article {
namespace {

TEST(Statements, ReadThePublicationDate) {
  const std::pair<const char*, const char*> rows[] = {
      {"Published: 12 March 2025", "2025-03-12"},
      {"Published 10:30 GMT, Wednesday 12 March 2025", "2025-03-12"},
      {"Updated at 10:30 a.m. ET, March 12, 2025", "2025-03-12"},
      {"By Jane Gull | Published March 12, 2025", "2025-03-12"},
      {"Veröffentlicht am 12. März 2025", "2025-03-12"},
      {"Publié le 12 mars 2025 à 10h30", "2025-03-12"},
      {"Опубликовано: 12 марта 2025 г.", "2025-03-12"},
      {"Опубліковано 12 березня 2025 року", "2025-03-12"},
      {"Publicado el 12 de marzo de 2025", "2025-03-12"}};
  for (const auto& [text, iso] : rows) {
    Stated stated;
    line_of(text, stated);
    ASSERT_EQ(stated.published.size(), 1u) << text;
    EXPECT_EQ(stated.published[0].date.iso(), iso) << text;
  }
}

TEST(Statements, OfTwoPublicationDatesKeepBoth) {
  Stated stated;
  line_of("Updated: 14 March 2025 | Published: 12 March 2025", stated);
  ASSERT_EQ(stated.published.size(), 2u);
  EXPECT_GT(stated.published[0].phrase, stated.published[1].phrase);  // "updated" is the worse
}

TEST(Statements, TakeNoStoryForAPublicationLine) {
  for (const char* text :
       {"Published on 12 March 2025 in a journal, the study found that piers grow old very fast.",
        "The book, published 12 March 2025, was a success and sold well in all of the harbour "
        "towns.",
        "Published in Nature on 12 March 2025", "Published on Tuesday", "Updated guidelines"}) {
    Stated stated;
    line_of(text, stated);
    EXPECT_TRUE(stated.published.empty()) << text;
  }
}

TEST(Statements, ReadTheSourceUpToTheSlash) {
  const std::pair<const char*, const char*> rows[] = {
      {"Source: AFP/fs", "AFP"},
      {"Source: Meridian Wire/kl", "Meridian Wire"},
      {"Sources: CNA/Agencies/fs(ac)", "CNA"},
      {"Source: AFP", "AFP"},
      {"Quelle: dpa/afp", "dpa"},
      {"Источник: Интерфакс", "Интерфакс"},
      {"(Source: Corvina)", "Corvina"},
      {"Source: MarineTraffic.com.", "MarineTraffic.com"}};
  for (const auto& [text, agency] : rows) {
    Stated stated;
    const Line line = line_of(text, stated);
    EXPECT_EQ(line.role, Role::kSource) << text;
    ASSERT_EQ(stated.sources.size(), 1u) << text;
    const Range where = stated.sources[0].where;
    EXPECT_EQ(std::string_view(text).substr(where.begin, where.size()), agency) << text;
  }
}

TEST(Statements, TakeNoSentenceForASource) {
  for (const char* text :
       {"The source: a letter that nobody signed.", "Source:", "Sources close to the mayor say so",
        "Source: nobody in the town would say who had paid for the pier and its new planks",
        "Source: Officer believes the mayor was told"}) {
    Stated stated;
    EXPECT_EQ(line_of(text, stated).role, Role::kBody) << text;
  }
}

TEST(Statements, ReadAWeekdayWithItsDate) {
  Stated stated;
  line_of("It was a key question, the Kremlin said on Wednesday (Dec 3) after the talks.", stated);
  ASSERT_EQ(stated.days.size(), 1u);
  EXPECT_EQ(stated.days[0].weekday, 3);
  EXPECT_EQ(stated.days[0].date, (Date{0, 12, 3}));
}

TEST(Statements, PassOverDaysThatAreNotToday) {
  for (const char* text :
       {"The ministers will meet on Friday (Dec 5) in Brussels.",
        "The port has been shut since Monday (Dec 1).", "A vote is due on Friday (Dec 5).",
        "The talks on Wednesday (see page 3) failed.", "On Wednesday (Dec 32) it rained."}) {
    Stated stated;
    line_of(text, stated);
    EXPECT_TRUE(stated.days.empty()) << text;
  }
  Stated stated;
  line_of("“We will win,” the mayor said on Wednesday (Dec 3).", stated);
  EXPECT_EQ(stated.days.size(), 1u);
}

}  // namespace
}  // namespace dateline::article
