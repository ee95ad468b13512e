#include "query/date_words.hpp"

#include <dateline/query.hpp>

#include <gtest/gtest.h>

#include <string>

namespace dateline::query {
namespace {

int day_of_iso(const char* iso) {
  return Date::parse(iso)->first_day();
}

// "2025-02-24" for one day, "2025-02-24..2025-03-02" for a span, "none".
std::string told(std::string_view text, const char* today) {
  const auto days = read_date_words(text, day_of_iso(today));
  if (!days) return "none";
  const std::string first = Date::from_days(days->first).iso();
  const std::string last = Date::from_days(days->last).iso();
  return first == last ? first : first + ".." + last;
}

struct DateRow {
  const char* text;
  const char* days;
};

// 2025-03-12 is a Wednesday.
TEST(DateWords, AreReadAsPeopleMeanThem) {
  for (const DateRow& row : {DateRow{"today", "2025-03-12"},
                             DateRow{"Yesterday", "2025-03-11"},
                             DateRow{"friday", "2025-03-07"},
                             DateRow{"last friday", "2025-03-07"},
                             DateRow{"last wednesday", "2025-03-05"},
                             DateRow{"this wednesday", "2025-03-12"},
                             DateRow{"this sunday", "2025-03-16"},
                             DateRow{"letzten freitag", "none"},
                             DateRow{"last week", "2025-03-03..2025-03-09"},
                             DateRow{"this week", "2025-03-10..2025-03-16"},
                             DateRow{"last month", "2025-02-01..2025-02-28"},
                             DateRow{"this month", "2025-03-01..2025-03-31"},
                             DateRow{"last year", "2024-01-01..2024-12-31"},
                             DateRow{"march", "2025-03-01..2025-03-31"},
                             DateRow{"april", "2024-04-01..2024-04-30"},
                             DateRow{"last march", "2024-03-01..2024-03-31"},
                             DateRow{"last february", "2025-02-01..2025-02-28"},
                             DateRow{"März", "2025-03-01..2025-03-31"},
                             DateRow{"march 2024", "2024-03-01..2024-03-31"},
                             DateRow{"24 February 2022", "2022-02-24"},
                             DateRow{"Feb. 24, 2022", "2022-02-24"},
                             DateRow{"24 december", "2024-12-24"},
                             DateRow{"3 days ago", "2025-03-09"},
                             DateRow{"a week ago", "2025-03-05"},
                             DateRow{"2 months ago", "2025-01-12"},
                             DateRow{"last 7 days", "2025-03-05..2025-03-12"},
                             DateRow{"2025-W08", "2025-02-17..2025-02-23"},
                             DateRow{"2025w1", "2024-12-30..2025-01-05"},
                             DateRow{"2020-W53", "2020-12-28..2021-01-03"}}) {
    EXPECT_EQ(told(row.text, "2025-03-12"), row.days) << row.text;
  }
}

TEST(DateWords, TheLastDayOfAShortMonthStandsForThoseItHasNot) {
  EXPECT_EQ(told("1 month ago", "2025-03-31"), "2025-02-28");
  EXPECT_EQ(told("1 year ago", "2024-02-29"), "2023-02-28");
}

TEST(DateWords, WhatIsNoDateIsNone) {
  for (const char* text :
       {"", "soon", "last", "last putin", "31 february 2024", "2025-W54", "2021-W53", "2025-W00",
        "99 bananas ago", "0 days ago", "march march", "24", "99999999999 days ago",
        "last 2000000000 years", "of of of", "20255-W01"}) {
    EXPECT_EQ(told(text, "2025-03-12"), "none") << text;
  }
}

TEST(DateWords, AMisspeltOneIsSuggested) {
  const int today = day_of_iso("2025-03-12");
  EXPECT_EQ(near_date("last fryday", today), "last friday");
  EXPECT_EQ(near_date("yesterdy", today), "yesterday");
  EXPECT_EQ(near_date("soon", today), "");
  const auto parsed = parse_query("date:yesterdy", {.now = Date{2025, 3, 12}, .strict = false});
  ASSERT_EQ(parsed.warnings.size(), 1U);
  EXPECT_NE(parsed.warnings[0].text.find("yesterday"), std::string::npos);
}

TEST(DateWords, StandInQueries) {
  const ParseOptions options{.now = Date{2025, 3, 12}, .strict = false};
  const auto since = parse_query("since:march", options);
  EXPECT_TRUE(since.warnings.empty());
  EXPECT_EQ(since.query.days, (DayRange{day_of_iso("2025-03-01"), DayRange{}.last}));
  const auto until = parse_query("until:\"last friday\"", options).query;
  EXPECT_EQ(until.days.last, day_of_iso("2025-03-07"));
  const auto span = parse_query("date:\"february .. yesterday\"", options).query;
  EXPECT_EQ(span.days, (DayRange{day_of_iso("2025-02-01"), day_of_iso("2025-03-11")}));
  for (const Query& query : {since.query, until, span}) {
    EXPECT_EQ(parse_query(to_string(query), options).query, query) << to_string(query);
  }
}

TEST(DateWords, StrictRefusesWhatIsNoDateAndSaysWhere) {
  try {
    parse_query("peace date:soon", {.now = {}, .strict = true});
    FAIL();
  } catch (const std::exception& error) {
    EXPECT_NE(std::string(error.what()).find("bytes 6 to 15"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace dateline::query
