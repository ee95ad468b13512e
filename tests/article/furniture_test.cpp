#include "article/roles.hpp"
#include "pages.hpp"

namespace dateline::article {
namespace {

TEST(Furniture, TakesTheShortLinesAmongIt) {
  EXPECT_EQ(
      roles_of(parted({kBody, "Read a summary of this article here.\nTry our cards\nFAST", kBody})),
      "body junk junk junk body");
}

TEST(Furniture, TakesAFewWordsBetweenItsLines) {
  EXPECT_EQ(roles_of(parted({kBody, "Advertisement", "Join here", "Advertisement", kBody})),
            "body junk junk junk body");
}

TEST(Furniture, TakesWholeHeadlinesInCapitalsBetweenParagraphs) {
  EXPECT_EQ(roles_of(parted({kBody, "MAYOR OPENS THE OLD PIER IN THE RAIN", kBody})),
            "body junk body");
  EXPECT_EQ(roles_of(parted({kBody, "WHAT BECAME OF THE PIER", kBody})), "body body body");
  EXPECT_EQ(roles_of(parted({kBody, "MAYOR OPENS THE OLD PIER IN THE RAIN", "Piers", kBody})),
            "body body body body");
}

TEST(Furniture, BeginsWithAQuotationWhereNoSentenceEnds) {
  const std::string_view link = "'They laughed at us': tales of the old pier Read more";
  EXPECT_EQ(roles_of(parted({kBody, link, kBody})), "body junk body");
}

TEST(Furniture, LeavesTheHeadingBehindAnAdvertisement) {
  EXPECT_EQ(roles_of(parted({kBody, "Advertisement", "The next winter", kBody})),
            "body junk body body");
}

TEST(Furniture, LeavesStoriesThatStandInTheSameGroup) {
  std::string text(kBody);
  text.append("\nAdvertisement\n").append(kBody);
  EXPECT_EQ(roles_of(text), "body junk body");
}

TEST(Furniture, RunsFromTheSourceToTheEnd) {
  EXPECT_EQ(roles_of(parted({kBody, "Source: Corvina/jg", "One letter before breakfast",
                             "Put me on the list"})),
            "body source junk junk");
}

TEST(Furniture, RunsFromItsFirstLineBehindTheStoryToTheEnd) {
  EXPECT_EQ(roles_of(parted({kBody, "Last words of the page", "Read more", "Ten piers to see"})),
            "body body junk junk");
}

TEST(Furniture, DoesNotRunOverAStory) {
  EXPECT_EQ(roles_of(parted({kBody, "Read more", "A heading here", kBody})), "body junk body body");
}

TEST(Furniture, CountsSingleWordsOnlyOutsideTheStory) {
  const std::string_view weak = "Our podcast about old piers";
  EXPECT_EQ(roles_of(parted({kBody, weak, kBody})), "body body body");
  EXPECT_EQ(roles_of(parted({kBody, weak})), "body junk");
  EXPECT_EQ(roles_of(parted({kBody, "The podcast is about old piers."})), "body body");
}

TEST(Furniture, HoldsTheAuthorAtTheEndOnly) {
  const std::string_view bio = "Jane Doe is a senior fellow at the Harbour Institute.";
  EXPECT_EQ(roles_of(parted({"The Pier Opens", kBody, kBody, bio})), "title body body junk");
  EXPECT_EQ(roles_of(parted({"The Pier Opens", kBody, bio, kBody, kBody, kBody, kBody})),
            "title body body body body body body");
}

TEST(Furniture, DoesNotReachBackOverAShortSentence) {
  EXPECT_EQ(roles_of(parted({"The Pier Opens", kBody, "Advertisement", "Dumb or dishonest?",
                             "It is a tough call."})),
            "title body junk body body");
}

}  // namespace
}  // namespace dateline::article
