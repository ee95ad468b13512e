#include "article/date_text.hpp"

#include "pages.hpp"

namespace dateline::article {
namespace {

std::string read(std::string_view text) {
  const auto date = read_date(text);
  return date ? date->iso() : "-";
}

TEST(DateText, ReadsTheUsualForms) {
  const std::pair<const char*, const char*> rows[] = {
      {"2025-12-03", "2025-12-03"},
      {" 2025-12-03T10:00:00Z ", "2025-12-03"},
      {"3 December 2025", "2025-12-03"},
      {"Dec 3, 2025", "2025-12-03"},
      {"Dec. 3, 2025, 10:30 a.m. GMT", "2025-12-03"},
      {"December 3rd, 2025", "2025-12-03"},
      {"3rd of December 2025", "2025-12-03"},
      {"2025/12/03", "2025-12-03"},
      {"2025/12/3", "2025-12-03"},
      {"2025.12.03", "2025-12-03"},
      {"20251203", "2025-12-03"},
      {"03.12.2025", "2025-12-03"},
      {"13/12/2025", "2025-12-13"},
      {"12/13/2025", "2025-12-13"},
      {"03-Dec-2025", "2025-12-03"},
      {"Wed, 03 Dec 2025 10:00:00 +0000", "2025-12-03"},
      {"Mittwoch, 3. Dezember 2025", "2025-12-03"},
      {"le 3 décembre 2025", "-"},
      {"1er janvier 2025", "2025-01-01"},
      {"3 de diciembre de 2025", "2025-12-03"},
      {"3 декабря 2025 г.", "2025-12-03"},
      {"3 грудня 2025 року", "2025-12-03"},
      {"December 2025", "2025-12"},
      {"2025-12", "2025-12"},
      {"2025", "2025"}};
  for (const auto& [text, iso] : rows) EXPECT_EQ(read(text), iso) << text;
}

TEST(DateText, RefusesWhatNobodyCanRead) {
  for (const char* text :
       {"", "yesterday", "3/4/2025", "30 February 2025", "Dec 3", "99999999", "December",
        "1733184000", "a report of 3 December 2025", "3 December 2025 according to somebody",
        "3 May 2025 to 5 June 2025", "2025-02-24 to 2025-03-01", "2025-13-03", "31.11.2025"}) {
    EXPECT_EQ(read(text), "-") << text;
  }
  EXPECT_EQ(read(std::string(1000, '2')), "-");
}

TEST(DateText, FindsADayWithoutItsYear) {
  const std::string_view text = "they met on Feb 24 in Kyiv";
  const auto date = find_date(text, tokens_of(text));
  ASSERT_TRUE(date);
  EXPECT_FALSE(date->has_year());
  EXPECT_EQ(date->date, (Date{0, 2, 24}));
  EXPECT_EQ(date->first, 3u);
  EXPECT_EQ(date->last, 5u);
}

TEST(DateText, TakesTheYearThatFollows) {
  const std::pair<const char*, int> rows[] = {
      {"24 February 2025", 2025}, {"24 February, 2025", 2025},  {"Feb. 24, 2025", 2025},
      {"24 Feb. 2025", 2025},     {"24 February. 2025 was", 0}, {"24 February at 2025", 0},
      {"February 29", 0},         {"24. Februar 2025", 2025}};
  for (const auto& [text, year] : rows) {
    const auto date = find_date(text, tokens_of(text));
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->date.year, year) << text;
  }
}

TEST(DateText, TakesNoNumberForADate) {
  for (const char* text : {"they may 100 times", "a 3-4 vote", "24 people in 2025", "10.5 of 2025",
                           "room 2025", "30 February", "1/2/2025"}) {
    EXPECT_FALSE(find_date(text, tokens_of(text))) << text;
  }
}

}  // namespace
}  // namespace dateline::article
