#include "actors/spotter.hpp"

#include "actors/name_sample.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {
namespace {

struct SpotRow {
  std::string_view text;
  std::string_view unlisted;
};

void expect_spotted(const std::vector<SpotRow>& rows) {
  for (const SpotRow& row : rows) {
    EXPECT_EQ(unlisted_in(row.text), row.unlisted) << row.text;
  }
}

TEST(Spotter, APersonIsKnownByGivenNameTitleOrIntroduction) {
  expect_spotted({
      {"Then Dana Sabraw left", "person Dana Sabraw"},
      {"a ruling by U.S. District Judge Unka Sabraw was", "person Unka Sabraw"},
      {"This is Miguel de Unka again", "person Miguel de Unka"},
      {"said Unka Sabraw, a lawyer", "person Unka Sabraw"},
      {"this is Unka Sabraw again", ""},
      {"Meanwhile Dana Sabraw left", "person Dana Sabraw"},
      {"Activist Dana Sabraw left", "person Dana Sabraw"},
      {"the General Election and an election", ""},
  });
}

TEST(Spotter, ASurnameSeenAloneSpeaksForAPerson) {
  expect_spotted({
      {"this is Unka Sabraw, said Sabraw", ""},
      {"said Unka Sabraw today", ""},
      {"said Unka Sabraw today. But then Sabraw left", "person Unka Sabraw"},
  });
}

TEST(Spotter, APersonWithoutAKnownGivenNameIsKnownByWhatStandsAround) {
  expect_spotted({
      {"goals by Tarek Unkovic and others", "person Tarek Unkovic"},
      {"a match of Tarek Sabraw (Ukraine) here", "person Tarek Sabraw"},
      {"he beat Tarek Sabraw (12-11) at home", "person Tarek Sabraw"},
      {"in Li Ka-shing's firm", "person Li Ka-shing"},
      {"Then Tarek Sabraw, a lawyer, left", "person Tarek Sabraw"},
      {"here Putin Sabraw left", "person Putin Sabraw"},
      {"Banishing Sabraw is no good. But Sabraw left", ""},
      {"he stays in Tarek Sabraw. Then a Sabraw came", ""},
  });
}

TEST(Spotter, ABodyIsKnownByItsEndingOrHead) {
  expect_spotted({
      {"the Unka Committee met", "org Unka Committee"},
      {"the Department of Health and Unka Services met", "org Department of Health and Unka Services"},
      {"the committee and the Committee met", ""},
      {"this Unka Sabra Network (USN) met", "org Unka Sabra Network"},
  });
}

TEST(Spotter, APlaceIsKnownByItsEndingOrByWhereItLies) {
  expect_spotted({
      {"the Unka River", "place Unka River"},
      {"children in Tornillo, Ukraine, are", "place Tornillo"},
      {"said Tornillo, Ukraine", ""},
  });
}

TEST(Spotter, AListedNameMayBeOnlyPartOfAPersons) {
  EXPECT_EQ(everyone_in("so Eric Trump said"), "~eric-trump [Eric Trump]");
  EXPECT_EQ(everyone_in("so Trump said"), "donald-trump [Trump]");
  EXPECT_EQ(everyone_in("the Russian Unka Committee"),
            "~russian-unka-committee [Russian Unka Committee], russia [Russian]");
  EXPECT_EQ(everyone_in("the American Health Act"), "");
}

TEST(Spotter, CapitalsOfHeadlinesShowNothing) {
  EXPECT_EQ(everyone_in({{Field::kBody, "Dana Sabraw Left Unka County Today"}}), "");
}

}  // namespace
}  // namespace dateline::actors
