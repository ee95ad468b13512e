#include "article/roles.hpp"
#include "pages.hpp"

namespace dateline::article {
namespace {

constexpr std::string_view kLong =
    "Workers of the harbour company carry new planks to the old pier in the first light";
constexpr std::string_view kOther =
    "Nobody knew how long the repair of the pier would take, but the mayor hoped for spring.";

TEST(Captions, AreLongLinesWithoutAStopBetweenParagraphs) {
  EXPECT_EQ(roles_of(parted({kBody, kLong, kOther})), "body caption body");
}

TEST(Captions, AreShorterLinesThatShowAScene) {
  EXPECT_EQ(roles_of(parted({kBody, "A gull stands in front of the broken pier", kOther})),
            "body caption body");
  EXPECT_EQ(roles_of(parted({kBody, "The pier of the town on March 3, 2025", kOther})),
            "body caption body");
}

TEST(Captions, ArePartsOfASentenceWithoutItsStop) {
  const std::string_view part = "the repair of the pier would take, but the mayor hoped";
  EXPECT_EQ(roles_of(parted({kBody, part, kOther})), "body body body");  // begins small: a fragment
  const std::string_view begin = "Nobody knew how long the repair of the pier would take";
  EXPECT_EQ(roles_of(parted({kBody, begin, kBody, kOther})), "body caption body body");
}

TEST(Captions, AreNotHeadingsQuestionsItemsOrQuotes) {
  for (const std::string_view line :
       {std::string_view("What comes next for the pier"),
        std::string_view(
            "Workers of the Harbour Company Carry New Planks to the Old Pier in First Light"),
        std::string_view("Who will carry the new planks to the old pier of the town in winter?"),
        std::string_view(
            "• Workers of the harbour company carry new planks to the old pier in the light"),
        std::string_view(
            "Here is what the workers of the harbour company carry to the old pier today:"),
        std::string_view(
            "“Workers of the harbour company carry new planks to the pier” in first light"),
        std::string_view(
            "The pier: workers of the harbour company carry new planks to it in first light"),
        std::string_view(
            "I love the new planks on the old pier of our little town @harbour March 3, 2025")}) {
    EXPECT_EQ(roles_of(parted({kBody, line, kOther})), "body body body") << line;
  }
}

TEST(Captions, StandTwiceWhereOneHasTheCredit) {
  const std::string_view scene = "The mayor of the harbour town opens the old pier in the rain.";
  const std::string credited = std::string(scene) + " Photo: Jane Gull";
  EXPECT_EQ(roles_of(parted({kBody, scene, credited, kBody})), "body caption caption body");
  EXPECT_EQ(roles_of(parted({kBody, scene, kBody, credited, kBody})),
            "body body body caption body");
}

TEST(Captions, AreNotTheItemsOfAList) {
  const std::string three =
      parted({kLong,
              "Fishermen of the town land the catch of the night at the old "
              "pier in spite of it all",
              "Children of the harbour school count the planks that the storm has "
              "torn away from it"});
  EXPECT_EQ(roles_of(parted({kBody, three, kOther})), "body body body body body");
  EXPECT_EQ(roles_of(parted({kBody, "They want three things", "And so on", kLong, kOther})),
            "body body body body body");
}

TEST(Captions, StandBetweenClosedParagraphs) {
  EXPECT_EQ(roles_of(parted({kBody, kLong})), "body body");
  EXPECT_EQ(roles_of(parted({kBody, "The mayor asked them to:", kLong, kOther})),
            "body body body body");
}

TEST(Captions, AreSetApart) {
  std::string text(kBody);
  text.append("\n").append(kLong).append("\n").append(kOther);
  EXPECT_EQ(roles_of(text), "body body body");
}

TEST(Captions, AboveTheTitleMayEndWithAStop) {
  const std::string_view line = "Mayor Jane Gull looks on at the harbour office, March 3, 2025.";
  EXPECT_EQ(roles_of(parted({line, "Town repairs its pier", kBody})), "caption title body");
  EXPECT_EQ(roles_of(parted({line, kBody})), "body body");
}

TEST(Captions, AreTheTitleWhereThereIsNoOther) {
  const std::string_view line =
      "Mayor Jane Gull speaks to reporters at the harbour office before the meeting of the council";
  EXPECT_EQ(roles_of(parted({line, "Town repairs its pier", kBody})), "caption title body");
  EXPECT_EQ(roles_of(parted({line, kBody})), "title body");
}

}  // namespace
}  // namespace dateline::article
