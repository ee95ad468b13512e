#include "actors/spotter.hpp"

#include "actors/name_sample.hpp"
#include "source_dir.hpp"

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

TEST(Spotter, ATableTellsPeopleByScoreCountryAndWicket) {
  expect_spotted({
      {"then 1. Tarek Sabraw ( Ukraine ) 10.95 seconds", "person Tarek Sabraw"},
      {"made of c Tarek Sabraw b Dana Li 60", "person Tarek Sabraw, person Dana Li"},
      {"won by Tarek Sabraw and Dana Li 60", "person Tarek Sabraw, person Dana Li"},
  });
}

TEST(Spotter, ABodyIsKnownByTheWordThatSaysWhatItIs) {
  expect_spotted({
      {"shares of the pipeline company Sabraneft rose", "org Sabraneft"},
      {"the agency Dana Sabraw left", "person Dana Sabraw"},
      {"a head of Sabra and Sons Group said", "org Sabra and Sons Group"},
      {"the Unka Caucus of the general was split", "org Unka Caucus"},
  });
}

TEST(Spotter, OneStrangeWordBehindInIsAPlace) {
  expect_spotted({
      {"he was born in Sabraville, and left", "place Sabraville"},
      {"he was born in Unka, and left", ""},
      {"for hope in Sabraw, and Dana Sabraw left", "person Dana Sabraw"},
  });
}

TEST(Spotter, WhereEveryNounHasACapitalOnlyGivenNamesTell) {
  expect_spotted({
      {"das Geld ging in die Tasche von Geld, und die Tasche von Geld kam, sagte Geld", ""},
      {"das Geld ging in die Tasche von Geld, und das Amt kam, sagte Dana Sabraw, eine Frau",
       "person Dana Sabraw"},
  });
}

TEST(Spotter, APersonStandsBehindTheDepartmentOfAnOffice) {
  expect_spotted({
      {"a letter of Ohio Mayor of Trade Dana Sabraw said", "person Dana Sabraw"},
      {"with his lawyer, Tarek Sabrow, at home", "person Tarek Sabrow"},
      {"by his house, Tarek Sabrow, at home", ""},
      {"then came Dana SabrawSessions here", ""},
      {"then came Dana MacSabraw here", "person Dana MacSabraw"},
  });
}

TEST(Spotter, ABodyIsKnownByItsEndingOrHead) {
  expect_spotted({
      {"the Unka Committee met", "org Unka Committee"},
      {"the Department of Health and Unka Services met",
       "org Department of Health and Unka Services"},
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

TEST(Spotter, WhoTookAPictureIsNobody) {
  expect_spotted({
      {"the court. (AP Photo/Dana Sabraw, File) It", ""},
      {"the court. (photo: Dana Sabraw) It", ""},
      {"the court. Dana Sabraw/Getty here", ""},
      {"the court. (Dana Sabraw) It", "person Dana Sabraw"},
  });
}

// By the rules of the recipe "news", in wire stories of other decades and regions.
TEST(Spotter, FindsNamesOfOtherDecadesAndRegions) {
  const NameRules rules = load_name_rules(source_dir() + "/indexes/news/names.json");
  for (const SpotRow& row : std::vector<SpotRow>{
           {"goals after Zvonko Petrinovic scored twice in a win over Trnava",
            "person Zvonko Petrinovic"},
           {"the bowler Asif Qureshi took four wickets before tea", "person Asif Qureshi"},
           {"1. Thandeka Mokoena (Russia) 1:43.40\n2. Jukka Lehtisalo (Georgia) 1:44.01",
            "person Thandeka Mokoena, person Jukka Lehtisalo"},
           {"beat Kazimir Vlk (Ukraine) 6-3 6-4 in the first round", "person Kazimir Vlk"},
           {"bidders led by Wong Ka-wing's Oriental Shipping Ltd won",
            "person Wong Ka-wing, org Oriental Shipping Ltd"},
           {"Emeka Obiajulu, head of the union, was not available", "person Emeka Obiajulu"},
           {"rebel leader Jean-Bosco Ngirabatware fled to the hills",
            "person Jean-Bosco Ngirabatware"},
           {"the finance minister, Sushil Bhargava, said taxes rise", "person Sushil Bhargava"},
           {"Mahinda Ranatunga of the United Farmers' Front (UFF) and the UFF office",
            "person Mahinda Ranatunga"},
           {"said Bjarne Tryggvason, an economist at Nordlys Bank",
            "person Bjarne Tryggvason, org Nordlys Bank"},
           {"Dieter Holzapfel, 45, joined Rheinische Chemie AG in May", "person Dieter Holzapfel"},
           {"the striker Abdoulaye Sidibe signed for the club", "person Abdoulaye Sidibe"},
           {"General Prasert Wongsawat took power in a coup", "person Prasert Wongsawat"},
           {"the People's Liberation Movement of Sabra attacked a post",
            "org People's Liberation Movement of Sabra"},
           {"said Choi Chul-soo of the Seoul Institute of Energy",
            "person Choi Chul-soo, org Seoul Institute of Energy"},
           {"In Grand Prix racing the Common Core of Social Security", ""},
           {"the Super Bowl and the World Cup in Prime Time", ""},
           {"Happy New Year from the Summer Games", ""},
           {"Reading this in Full Colour costs more", ""}}) {
    EXPECT_EQ(unlisted_in(row.text, rules), row.unlisted) << row.text;
  }
}

}  // namespace
}  // namespace dateline::actors
