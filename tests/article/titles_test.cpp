#include "article/roles.hpp"
#include "pages.hpp"

namespace dateline::article {
namespace {

std::string title_of(std::string text) {
  const Page page = page_of(std::move(text));
  return page.title ? page.title->value : "-";
}

TEST(Titles, AreTheShortLineAboveTheStory) {
  EXPECT_EQ(title_of(parted({"Harbour town repairs its pier", kBody})),
            "Harbour town repairs its pier");
  EXPECT_EQ(title_of(parted({"Who pays for the pier?", kBody})), "Who pays for the pier?");
  EXPECT_EQ(title_of(parted({"Town signs pier deal with U.S.", kBody})),
            "Town signs pier deal with U.S.");
}

TEST(Titles, AreNotTheCaptionOnTop) {
  const char* const captions[] = {
      "The old pier at dawn. (Photo: Corvina/Jane Gull)",
      "Jane Gull, left, greets the mayor before the meeting",
      "Mayor Jane Gull attends a meeting at the harbour office with the "
      "fishermen of the town, March 3, 2025"};
  for (const char* caption : captions) {
    const std::string text = parted({caption, "Harbour town repairs its pier", kBody});
    EXPECT_EQ(title_of(text), "Harbour town repairs its pier") << caption;
    EXPECT_EQ(roles_of(text), "caption title body") << caption;
  }
}

TEST(Titles, MayEndWithAFullStopWhereSomethingElseSaysThatTheyAreTitles) {
  const char* const capitals = "Harbour Town Repairs Its Pier. The Mayor Pays.";
  EXPECT_EQ(title_of(parted({capitals, kBody})), capitals);
  const char* const sentences = "Who pays for the pier? Not the harbour town.";
  EXPECT_EQ(title_of(parted({sentences, "By Jane Gull", kBody})), sentences);
  EXPECT_EQ(title_of(parted({sentences, sentences, kBody})), sentences);
  EXPECT_EQ(title_of(parted({sentences, kBody})), "-");
}

TEST(Titles, AreNotTheCaptionOfSomebodyWithoutAName) {
  EXPECT_EQ(roles_of(parted({"The mayor, left, greets fishermen at the pier",
                             "Pier falls into the sea", kBody})),
            "caption title body");
  EXPECT_EQ(title_of(parted({"The voters, right and left, want a pier", kBody})),
            "The voters, right and left, want a pier");
}

TEST(Titles, AreNoneWhereTheTextBeginsWithASentence) {
  EXPECT_EQ(title_of(parted({kBody, "Harbour town repairs its pier", kBody})), "-");
  EXPECT_EQ(title_of("of the old pier and its planks"), "-");
  EXPECT_EQ(title_of("Two words"), "-");
}

TEST(Titles, AreNoLinesThatLeadOnToSomethingElse) {
  for (const char* line :
       {"Here is what we know:", "Dear readers of the page,", "• One of many items",
        "The pier at dawn, a picture by somebody who was there. Old pier falls"}) {
    EXPECT_EQ(title_of(parted({line, kBody})), "-") << line;
  }
}

TEST(Titles, StandOnceAndTheirRepetitionIsJunk) {
  const Page page =
      page_of(parted({"Harbour town repairs its pier", "HARBOUR TOWN REPAIRS ITS PIER", kBody}));
  EXPECT_EQ(roles_in(page), "title junk body");
  EXPECT_EQ(page.blocks[1].reason, "repeats the title");
}

TEST(Titles, PassOverTheSectionAndTheAge) {
  EXPECT_EQ(roles_of(parted({"World", "6 years ago", "Harbour town repairs its pier", kBody})),
            "junk junk title body");
  EXPECT_EQ(roles_of(parted({"World", kBody})), "body body");
}

TEST(Titles, OfATextThatIsNothingElseAreTheText) {
  EXPECT_EQ(roles_of("Harbour town repairs its pier"), "title");
}

TEST(Titles, ThatAreGivenAreFoundInTheText) {
  Article article = article_of(parted({"Harbour Town Repairs its Pier", kBody}));
  article.title = "Harbour town repairs its pier";
  const Page page = understand(article, news_rules());
  EXPECT_EQ(page.title->value, "Harbour town repairs its pier");
  EXPECT_EQ(page.title->reason, "given");
  EXPECT_EQ(page.title->range, (Range{0, 29}));
  EXPECT_EQ(roles_in(page), "title body");
}

TEST(Titles, ThatAreGivenMayStandOnTwoLines) {
  Article article = article_of(std::string("Harbour town repairs\nits pier\n\n").append(kBody));
  article.title = "Harbour town repairs its pier";
  const Page page = understand(article, news_rules());
  EXPECT_EQ(page.title->range, (Range{0, 29}));
  EXPECT_EQ(roles_in(page), "title title body");
}

TEST(Titles, ThatAreGivenNeedNotStandInTheText) {
  Article article = article_of(parted({"Storm season begins early this year", kBody}));
  article.title = "Harbour town repairs its pier";
  const Page page = understand(article, news_rules());
  EXPECT_EQ(page.title->range, std::nullopt);
  EXPECT_EQ(roles_in(page), "body body");
  article.title = "  ";
  EXPECT_EQ(understand(article, news_rules()).title->value, "Storm season begins early this year");
}

TEST(Titles, ThatAreGivenAreNotFoundInALineWithoutBounds) {
  // More words behind the part of the line that is looked at than the title has.
  Article article = article_of(std::string(5000, 'x') + " and some more words behind them");
  article.title = std::string(5000, 'x') + " and";
  EXPECT_EQ(roles_in(understand(article, news_rules())), "body");
}

TEST(Titles, HaveASubtitleBelowThem) {
  const char* const title = "Harbour town repairs its pier";
  const char* const sentence = "The work will take three months, the mayor says.";
  EXPECT_EQ(roles_of(parted({title, sentence, "By Jane Gull", kBody})),
            "title subtitle byline body");
  EXPECT_EQ(roles_of(parted({title, sentence, "Share this page", "Print this page", kBody})),
            "title subtitle junk junk body");
  EXPECT_EQ(roles_of(parted({title, "Three months of work lie ahead", kBody})),
            "title subtitle body");
}

TEST(Titles, HaveNoSubtitleWhereItIsTheFirstParagraph) {
  const char* const title = "Harbour town repairs its pier";
  const char* const sentence = "The work will take three months, the mayor says.";
  EXPECT_EQ(roles_of(parted({title, sentence, kBody})), "title body body");
  EXPECT_EQ(roles_of(parted({title, sentence, "Advertisement", kBody})), "title body junk body");
  EXPECT_EQ(roles_of(parted({title, "• first item of a list", kBody})), "title body body");
}

TEST(Titles, AreFollowedByTheAuthorAndTheJob) {
  EXPECT_EQ(roles_of(parted(
                {"Harbour town repairs its pier", "Jane Gull, harbour correspondent", kBody})),
            "title byline body");
}

}  // namespace
}  // namespace dateline::article
