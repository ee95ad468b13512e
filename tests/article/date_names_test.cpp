#include "article/date_names.hpp"

#include "pages.hpp"

namespace dateline::article {
namespace {

TEST(DateNames, KnowMonthsInSixLanguages) {
  const std::pair<const char*, int> rows[] = {
      {"February", 2},  {"Sept", 9},   {"März", 3},       {"Dezember", 12}, {"août", 8},
      {"décembre", 12}, {"enero", 1},  {"diciembre", 12}, {"мая", 5},       {"декабря", 12},
      {"лютого", 2},    {"травня", 5}, {"листопада", 11}, {"MAY", 5},       {"today", -1}};
  for (const auto& [word, month] : rows) EXPECT_EQ(month_of(tokens_of(word)[0]), month) << word;
}

TEST(DateNames, KnowWeekdays) {
  const std::pair<const char*, int> rows[] = {{"Wednesday", 3}, {"Sonntag", 0},  {"vendredi", 5},
                                              {"sábado", 6},    {"среду", 3},    {"п’ятницю", 5},
                                              {"Tues", 2},      {"holiday", -1}, {"4", -1}};
  for (const auto& [word, day] : rows) EXPECT_EQ(weekday_of(tokens_of(word)[0]), day) << word;
}

TEST(DateNames, KnowTheSmallWordsOfDates) {
  EXPECT_TRUE(joins_date(tokens_of("de")[0]));
  EXPECT_FALSE(joins_date(tokens_of("from")[0]));
  EXPECT_TRUE(follows_year(tokens_of("року")[0]));
  EXPECT_FALSE(follows_year(tokens_of("years")[0]));
}

}  // namespace
}  // namespace dateline::article
