#include <dateline/date.hpp>

#include <gtest/gtest.h>

#include <climits>
#include <utility>

namespace dateline {
namespace {

TEST(Date, ReadsAsMuchAsIsWritten) {
  EXPECT_EQ(Date::parse("2025"), (Date{2025, 0, 0}));
  EXPECT_EQ(Date::parse("2025-02"), (Date{2025, 2, 0}));
  EXPECT_EQ(Date::parse("2025-02-24"), (Date{2025, 2, 24}));
}

TEST(Date, PassesOverATimeOfDay) {
  for (const char* text :
       {"2025-02-24T10:00:00Z", "2025-02-24 23:59", "2025-02-24T10:00:00.5+01:00",
        "2025-02-24 10:00 GMT", "2025-02-24T1000"}) {
    EXPECT_EQ(Date::parse(text), (Date{2025, 2, 24})) << text;
  }
}

TEST(Date, RefusesEverythingElse) {
  for (const char* text : {"",
                           "25",
                           "20250224",
                           "2025-",
                           "2025-2",
                           "2025-02-",
                           "2025-2-24",
                           "2025-13",
                           "2025-00",
                           "2025-02-00",
                           "2025-02-30",
                           "2023-02-29",
                           "1900-02-29",
                           "1399-12-31",
                           "2101",
                           "0000",
                           " 2025",
                           "2025 ",
                           "2025T10:00",
                           "2025-02-24x",
                           "2025-02-24T",
                           "2025-02-24 in the morning",
                           "2025-02-24T99:00",
                           "-2025",
                           "2025/02/24",
                           "2025-02-24T10:00\n"}) {
    EXPECT_EQ(Date::parse(text), std::nullopt) << text;
  }
}

TEST(Date, KeepsToTheYearsThatItKnows) {
  EXPECT_TRUE(Date::parse("1400-01-01"));
  EXPECT_TRUE(Date::parse("2100-12-31"));
}

TEST(Date, KnowsLeapYears) {
  EXPECT_TRUE(Date::parse("2024-02-29"));
  EXPECT_TRUE(Date::parse("2000-02-29"));
  EXPECT_FALSE(Date::parse("2100-02-29"));
}

TEST(Date, IsPrintedAsPreciselyAsItIsKnown) {
  for (const char* text : {"2025", "2025-02", "2025-02-04", "1400-10-10"}) {
    EXPECT_EQ(Date::parse(text)->iso(), text);
  }
}

TEST(Date, CountsDaysFrom1970) {
  EXPECT_EQ(Date::parse("1970-01-01")->first_day(), 0);
  EXPECT_EQ(Date::parse("1969-12-31")->first_day(), -1);
  EXPECT_EQ(Date::parse("2000-03-01")->first_day(), 11017);  // 30 * 365 + 7 leap days + 31 + 29
}

TEST(Date, SpansAllTheDaysThatItMayMean) {
  const Date month = *Date::parse("2024-02");
  EXPECT_EQ(month.last_day() - month.first_day(), 28);
  const Date year = *Date::parse("2023");
  EXPECT_EQ(year.last_day() - year.first_day(), 364);
  const Date day = *Date::parse("2023-05-07");
  EXPECT_EQ(day.first_day(), day.last_day());
}

TEST(Date, KnowsTheWeekday) {
  EXPECT_EQ(Date::parse("1970-01-01")->weekday(), 4);  // a Thursday
  EXPECT_EQ(Date::parse("2025-12-03")->weekday(), 3);
  EXPECT_EQ(Date::parse("2023-10-01")->weekday(), 0);
  EXPECT_EQ(Date::parse("1400-01-01")->weekday(), 3);  // proleptic
}

TEST(Date, ComesBackFromItsDay) {
  for (int day = Date{1400, 1, 1}.first_day(); day <= Date{2100, 12, 31}.first_day(); day += 13) {
    const Date date = Date::from_days(day);
    ASSERT_EQ(date.first_day(), day);
    ASSERT_EQ(Date::parse(date.iso()), date);
  }
}

TEST(Date, BearsAnyNumberOfDays) {
  EXPECT_GT(Date::from_days(INT_MAX).year, 2100);
  EXPECT_LT(Date::from_days(INT_MIN).year, 1400);
}

}  // namespace
}  // namespace dateline
