#include "article/spoken_dates.hpp"

#include "pages.hpp"

#include <string>

namespace dateline::article {
namespace {

// The dates that a sentence speaks of when it is published on Wednesday, 2025-02-19.
std::string dates_in(std::string_view sentence, const char* published = "2025-02-19") {
  Article article = article_of(std::string(sentence));
  if (*published != 0) article.date = published;
  std::string dates;
  for (const MentionedDate& mention : understand(article, news_rules()).dates) {
    dates.append(dates.empty() ? "" : " ").append(mention.date.iso());
  }
  return dates;
}

TEST(SpokenDates, AreFoundWhole) {
  const std::pair<const char*, const char*> rows[] = {
      {"The mill was closed on February 20, 2024, by the council.", "2024-02-20"},
      {"It opened on 3 March 2021 and shut in April 2022.", "2021-03-03 2022-04"},
      {"In 2008 the banks fell.", "2008"},
      {"Between 2007-2008 the 2016 election was far away.", "2007 2008 2016"},
      {"Im Februar 2024 wurde die Mühle geschlossen.", "2024-02"},
      {"В 2014 году мельница закрылась.", "2014"}};
  for (const auto& [sentence, dates] : rows) EXPECT_EQ(dates_in(sentence), dates) << sentence;
}

TEST(SpokenDates, AreWorkedOutFromTheDayOfPublication) {
  const std::pair<const char*, const char*> rows[] = {
      {"The mayor spoke on Tuesday.", "2025-02-18"},
      {"The mayor spoke on Wednesday.", "2025-02-19"},
      {"The mayor spoke last Wednesday.", "2025-02-12"},
      {"The mayor will speak on Wednesday.", "2025-02-26"},
      {"They meet next Tuesday.", "2025-02-25"},
      {"He left yesterday and comes back tomorrow.", "2025-02-18 2025-02-20"},
      {"The town waits for next month's summit.", "2025-03"},
      {"It was shut last month, and last December too.", "2025-01 2024-12"},
      {"Prices rose last year and may fall this year.", "2024 2025"},
      {"The mill burnt 3 years ago, on December 30.", "2022 2024-12-30"}};
  for (const auto& [sentence, dates] : rows) EXPECT_EQ(dates_in(sentence), dates) << sentence;
}

TEST(SpokenDates, AreLeftOutWhereTheDayOfPublicationIsNotKnown) {
  EXPECT_EQ(dates_in("The mayor spoke on Tuesday, as he did last year.", ""), "");
  EXPECT_EQ(dates_in("The mayor spoke on Tuesday, as he did last year.", "2025"), "2024");
  EXPECT_EQ(dates_in("In 2008 he spoke on Tuesday.", ""), "2008");
}

TEST(SpokenDates, AreNotWhatOnlyLooksLikeThem) {
  for (const char* sentence :
       {"The council paid $2000 for it.", "Nearly 2000 people came to the mill.",
        "It costs 2008.50 now.", "The mill may 5 times be shut.",
        "Super Tuesday belongs to the states.", "Flight 20081 left.",
        "He was told to march 20 miles."}) {
    EXPECT_EQ(dates_in(sentence), "") << sentence;
  }
}

TEST(SpokenDates, SayWhereTheyStand) {
  const Article article = article_of("The mill was closed on February 20, 2024, by the council.");
  const auto dates = understand(article, news_rules()).dates;
  ASSERT_EQ(dates.size(), 1u);
  EXPECT_EQ(article.text.substr(dates[0].range.begin, dates[0].range.size()), "February 20, 2024");
}

TEST(SpokenDates, OfFurnitureDoNotCount) {
  EXPECT_EQ(dates_in(parted({"The Pier Opens", kBody, "Copyright 2019 The Harbour Post"}), ""), "");
}

}  // namespace
}  // namespace dateline::article
