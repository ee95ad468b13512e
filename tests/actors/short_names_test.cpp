#include "actors/short_names.hpp"

#include "actors/name_sample.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {
namespace {

struct ShortRow {
  std::string_view text;
  std::string_view everyone;
};

void expect_linked(const std::vector<ShortRow>& rows) {
  for (const ShortRow& row : rows) {
    EXPECT_EQ(everyone_in(row.text), row.everyone) << row.text;
  }
}

TEST(ShortNames, ASurnameIsWhoeverTheArticleNamesInFull) {
  expect_linked({
      {"Dana Sabraw left. Sabraw's order, Mr. Sabraw said",
       "~dana-sabraw [Dana Sabraw], ~dana-sabraw [Sabraw], ~dana-sabraw [Sabraw]"},
      {"Judge Sabraw left. Then Dana Sabraw said",
       "~dana-sabraw [Sabraw], ~dana-sabraw [Dana Sabraw]"},
      {"said Zeid al-Sabraw, a lawyer. Then Zeid left",
       "~zeid-al-sabraw [Zeid al-Sabraw], ~zeid-al-sabraw [Zeid]"},
      {"this is Sabraw again", ""},
      {"Then Dana Sabraw left. Dana said", "~dana-sabraw [Dana Sabraw]"},
      {"Then Li Unka left. So Li said", "~li-unka [Li Unka], ~li-unka [Li]"},
      {"Then Dana al-Sabra left. So Al-Sabra said to Sabra",
       "~dana-al-sabra [Dana al-Sabra], ~dana-al-sabra [Al-Sabra], ~dana-al-sabra [Sabra]"},
  });
}

TEST(ShortNames, OfTwoPeopleOfOneSurnameTheOneNamedLastIsMeant) {
  expect_linked({
      {"So Dana Unka left. So Unka said. So Beth Unka left. So Unka said",
       "~dana-unka [Dana Unka], ~dana-unka [Unka], ~beth-unka [Beth Unka], ~beth-unka [Unka]"},
      {"So Dana Unka left. So Unka said. Beth Unka's lawyer left. So Unka said",
       "~dana-unka [Dana Unka], ~dana-unka [Unka], ~beth-unka [Beth Unka], ~dana-unka [Unka]"},
      {"So Michael Unka and Michael Unka Jr left. So Unka said",
       "~michael-unka [Michael Unka], ~michael-unka-jr [Michael Unka Jr], ~michael-unka [Unka]"},
  });
}

TEST(ShortNames, WhoWentByASurnameKeepsItInLaterParagraphs) {
  EXPECT_EQ(everyone_in({{Field::kBody, "So Dana Unka left. So Unka said"},
                         {Field::kBody, "So Beth Unka left"},
                         {Field::kBody, "So Unka said"}}),
            "~dana-unka [Dana Unka], ~dana-unka [Unka], ~beth-unka [Beth Unka], ~dana-unka [Unka]");
}

TEST(ShortNames, AListedSurnameGoesToTheOnlyOneNamedInFull) {
  expect_linked({
      {"So Eric Biden left. So Biden said", "~eric-biden [Eric Biden], ~eric-biden [Biden]"},
      {"So Joe Biden and Eric Biden left. So Biden said",
       "joe-biden [Joe Biden], ~eric-biden [Eric Biden], joe-biden [Biden]"},
  });
}

TEST(ShortNames, OneWhomOnlyATitleTellsIsMeantEverywhere) {
  expect_linked({{"So Unka was seated. So Mr. Unka said, and Unka left",
                  "~unka [Unka], ~unka [Unka], ~unka [Unka]"}});
}

TEST(ShortNames, StandInCapitalsInHeadlines) {
  EXPECT_EQ(everyone_in({{Field::kTitle, "SABRAW AND UNKA HAIL VICTORY"},
                         {Field::kBody, "So Dana Sabraw left, as Sabraw said to us all."}}),
            "~dana-sabraw [SABRAW], ~dana-sabraw [Dana Sabraw], ~dana-sabraw [Sabraw]");
}

TEST(ShortNames, InitialsStandForABodyWithoutBrackets) {
  expect_linked({{"the Unka Sabra Union met. The USU said",
                  "~unka-sabra-union [Unka Sabra Union], ~unka-sabra-union [USU]"}});
}

TEST(ShortNames, AnAcronymInBracketsStandsForTheNameBeforeIt) {
  expect_linked({
      {"the Unka Sabra Union (USU) met. The USU said",
       "~unka-sabra-union [Unka Sabra Union], ~unka-sabra-union [USU], ~unka-sabra-union [USU]"},
      {"the World Health Organization (WHOX) met. The WHOX said",
       "who [World Health Organization], who [WHOX], who [WHOX]"},
      {"the USU said", ""},
  });
}

TEST(ShortNames, PartOfABodysNameIsTheBody) {
  expect_linked({
      {"the House Unka Caucus met. The Unka Caucus said",
       "~house-unka-caucus [House Unka Caucus], ~house-unka-caucus [Unka Caucus]"},
      {"the Legal Unka Society met. So Legal Unka said",
       "~legal-unka-society [Legal Unka Society], ~legal-unka-society [Legal Unka]"},
      {"the Unka Post wrote. But the Post said", "~unka-post [Unka Post], ~unka-post [Post]"},
  });
}

TEST(ShortNames, HeadlinesAndCreditsAreReadTooButCreditsNameNobody) {
  EXPECT_EQ(everyone_in({{Field::kTitle, "Sabraw Halts Separations of Families"},
                         {Field::kBody, "then Dana Sabraw left the house without any words"}}),
            "~dana-sabraw [Sabraw], ~dana-sabraw [Dana Sabraw]");
  EXPECT_EQ(everyone_in("photo by Dana Sabraw/WHO"), "");
}

}  // namespace
}  // namespace dateline::actors
