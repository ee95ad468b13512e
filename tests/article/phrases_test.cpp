#include "article/phrases.hpp"

#include "pages.hpp"

namespace dateline::article {
namespace {

bool holds(const PhraseList& phrases, std::string_view text) {
  return phrases.find(tokens_of(text)).has_value();
}

TEST(Phrases, MatchWholeWordsInOrderWhateverTheirCase) {
  const PhraseList phrases{"Sign up for our"};
  EXPECT_TRUE(holds(phrases, "Please SIGN UP for our letter"));
  EXPECT_FALSE(holds(phrases, "Resign up for our letter"));
  EXPECT_FALSE(holds(phrases, "sign for up our"));
  EXPECT_FALSE(holds(phrases, "sign up, for our"));
}

TEST(Phrases, MatchTheirMarks) {
  const PhraseList phrases{", left,", "(Photo:"};
  EXPECT_TRUE(holds(phrases, "Zelensky, left, waves"));
  EXPECT_FALSE(holds(phrases, "he left the room"));
  EXPECT_TRUE(holds(phrases, "A tram (Photo: somebody)"));
}

TEST(Phrases, TakeCurlyQuotesForStraightOnes) {
  EXPECT_TRUE(holds({"doesn't support"}, "Your browser doesn’t support it"));
}

TEST(Phrases, AreAnchoredAtTheBeginning) {
  const PhraseList phrases{"^Photos:"};
  EXPECT_TRUE(holds(phrases, "( PHOTOS: the year in pictures)"));
  EXPECT_TRUE(holds(phrases, "• Photos: more"));
  EXPECT_FALSE(holds(phrases, "See the photos: more"));
}

TEST(Phrases, AreAnchoredAtTheEnd) {
  const PhraseList phrases{"/ap$"};
  EXPECT_TRUE(holds(phrases, "Jane Doe/AP"));
  EXPECT_TRUE(holds(phrases, "(Jane Doe/AP)"));
  EXPECT_FALSE(holds(phrases, "Jane Doe/AP."));
  EXPECT_FALSE(holds(phrases, "an NBC/AP poll"));
}

TEST(Phrases, TellWhichAndWhere) {
  const PhraseList phrases{"updated", "first published", "published"};
  const auto tokens = tokens_of("First published today, updated now");
  auto match = phrases.find(tokens);
  ASSERT_TRUE(match);
  EXPECT_EQ(match->phrase, 1u);
  EXPECT_EQ(match->first, 0u);
  EXPECT_EQ(match->last, 2u);
  match = phrases.find(tokens, match->last);
  ASSERT_TRUE(match);
  EXPECT_EQ(match->phrase, 0u);
  EXPECT_FALSE(phrases.find(tokens, match->last));
}

TEST(Phrases, PreferTheEarlierOfTwoAtOnePlace) {
  EXPECT_EQ(PhraseList({"a", "a b"}).find(tokens_of("a b"))->phrase, 0u);
  EXPECT_EQ(PhraseList({"a b", "a"}).find(tokens_of("a b"))->phrase, 0u);
}

TEST(Phrases, KnowTheirShape) {
  const PhraseList phrases{"cookies", "^by", "two words", "(left)"};
  EXPECT_TRUE(phrases.is_single_word(0));
  EXPECT_FALSE(phrases.is_anchored(0));
  EXPECT_TRUE(phrases.is_single_word(1));
  EXPECT_TRUE(phrases.is_anchored(1));
  EXPECT_FALSE(phrases.is_single_word(2));
  EXPECT_TRUE(phrases.has_marks(3));
  EXPECT_EQ(phrases.name(1), "by");
}

TEST(Phrases, OfNoWordsMatchNothing) {
  const PhraseList phrases{"^", "", "$"};
  EXPECT_FALSE(holds(phrases, "anything ^ $"));
  EXPECT_NE(phrases.empty_phrase(), nullptr);
  EXPECT_EQ(PhraseList{"a"}.empty_phrase(), nullptr);
}

TEST(Phrases, BeginTheLineForFindFirst) {
  const PhraseList phrases{"source:"};
  EXPECT_TRUE(phrases.find_first(tokens_of("(Source: Corvina)")));
  EXPECT_FALSE(phrases.find_first(tokens_of("The source: a letter")));
}

TEST(Phrases, MeanCapitalsWhereTheyAreWrittenInCapitals) {
  const PhraseList phrases{"^CLOSE", "^FILE photo"};
  EXPECT_TRUE(holds(phrases, "CLOSE The mayor speaks"));
  EXPECT_FALSE(holds(phrases, "Close the door"));
  EXPECT_TRUE(holds(phrases, "FILE Photo of the mill"));
  EXPECT_FALSE(holds(phrases, "File photo of the mill"));
}

TEST(Phrases, AreFoundInTheOrderOfTheirBeginnings) {
  const PhraseList phrases{"extraordinary", "b a extraordinary", "a b c"};
  const auto match = phrases.find(tokens_of("x a b a extraordinary"));
  ASSERT_TRUE(match);
  EXPECT_EQ(match->phrase, 1u);
  EXPECT_EQ(phrases.find(tokens_of("a b c"))->phrase, 2u);
  EXPECT_EQ(phrases.find(tokens_of("x a b a extraordinary"), match->first + 1)->phrase, 0u);
}

}  // namespace
}  // namespace dateline::article
