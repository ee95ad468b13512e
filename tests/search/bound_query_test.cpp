#include "search/bound_query.hpp"

#include "search/sample.hpp"
#include "search/unknown_values.hpp"

#include <gmock/gmock.h>

namespace dateline::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Place = std::pair<std::size_t, std::uint32_t>;

class BoundQueryTest : public SmallIndex {
 protected:
  std::vector<Place> places(std::string_view query) {
    BoundQuery bound(*snapshot_, tree(query));
    std::vector<Place> found;
    EXPECT_TRUE(bound.for_each([&](std::size_t segment, Matcher& matcher) {
      found.emplace_back(segment, matcher.doc());
    }));
    return found;
  }
};

TEST_F(BoundQueryTest, VisitsLiveMatchesSegmentBySegment) {
  build({{make_article("a", "Peace."), make_article("b", "War.")},
         {make_article("c", "Peace."), make_article("d", "Peace.")}});
  EXPECT_THAT(places("peace"), ElementsAre(Place(0, 0), Place(1, 0), Place(1, 1)));
  Index index = Index::open(path());
  index.remove("c");
  index.commit();
  snapshot_ = Snapshot::open(base::system_files(), path());
  EXPECT_THAT(places("peace"), ElementsAre(Place(0, 0), Place(1, 1)));
  EXPECT_THAT(places("NOT war"), ElementsAre(Place(0, 0), Place(1, 1)));
}

TEST_F(BoundQueryTest, PrefixStandsForTheWordsOfAllSegments) {
  build({{make_article("a", "Election."), make_article("b", "War.")},
         {make_article("c", "Elected.")}});
  EXPECT_THAT(places("elect*"), ElementsAre(Place(0, 0), Place(1, 0)));
  EXPECT_THAT(places("x*"), IsEmpty());
  const BoundQuery bound(*snapshot_, tree("elect*"));
  ASSERT_EQ(bound.tree().kind, analysis::TermTree::Kind::kBest);
  EXPECT_EQ(bound.tree().parts.size(), 2u);
  EXPECT_THAT(bound.cut_patterns(), IsEmpty());
}

TEST_F(BoundQueryTest, PrefixOfTooManyWordsKeepsTheFrequentOnes) {
  std::string text;
  for (int i = 0; i < 1005; ++i) text += "wq" + std::to_string(1000 + i) + " ";
  build({{make_article("a", text), make_article("b", "wq2004")}});
  const BoundQuery bound(*snapshot_, tree("wq*"));
  EXPECT_THAT(bound.cut_patterns(), ElementsAre(BoundQuery::Cut{"wq*", kMaxExpansions}));
  ASSERT_EQ(bound.tree().parts.size(), kMaxExpansions);
  EXPECT_EQ(bound.tree().parts.front().term, "=wq2004");
  EXPECT_EQ(places("wq*").size(), 2u);
}

TEST_F(BoundQueryTest, PatternsStandForWhatWasMetWhenTheTimeIsOver) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "wq" + std::to_string(1000 + i) + " ";
  build({{make_article("a", text)}});
  Limit over(Limit::Clock::now());
  const BoundQuery bound(*snapshot_, tree("wq*"), &over);
  EXPECT_LT(bound.tree().parts.size(), kMaxExpansions);
  EXPECT_THAT(bound.unknown_patterns(), IsEmpty());
}

TEST_F(BoundQueryTest, PatternsOfAQuestionTogetherStandForSoManyWordsAtMost) {
  std::string text = "yes yellow ";
  for (int i = 0; i < 1005; ++i) text += "wq" + std::to_string(1000 + i) + " ";
  build({{make_article("a", text)}});
  std::string asked = "ye*";
  for (int i = 0; i < 7; ++i) asked += " OR wq*";
  const BoundQuery bound(*snapshot_, tree(asked));
  ASSERT_EQ(bound.tree().parts.size(), 8u);
  EXPECT_EQ(bound.tree().parts.front().parts.size(), 2u) << "what it leaves goes to the others";
  std::size_t words = 0;
  for (const analysis::TermTree& part : bound.tree().parts) words += part.parts.size();
  EXPECT_EQ(words, kMaxExpansionsOfAll);
  ASSERT_EQ(bound.cut_patterns().size(), 7u);
  EXPECT_EQ(bound.cut_patterns().front(), (BoundQuery::Cut{"wq*", (kMaxExpansionsOfAll - 2) / 7}));
  std::vector<QueryWarning> notes;
  note_patterns(bound, notes);
  ASSERT_EQ(notes.size(), 7u);
  EXPECT_EQ(notes.front().text,
            "\"wq*\" stands for more than 584 words; the most frequent ones are searched");
}

TEST_F(BoundQueryTest, StopsWhenTheDeadlineHasPassed) {
  std::vector<Article> articles;
  for (int i = 0; i < 300; ++i) articles.push_back(make_article(std::to_string(i), "Peace."));
  build({articles});
  BoundQuery bound(*snapshot_, tree("peace"));
  std::size_t seen = 0;
  const auto visit = [&](std::size_t, Matcher&) { ++seen; };
  Limit over(Limit::Clock::now());
  EXPECT_FALSE(bound.for_each(visit, over));
  EXPECT_LT(seen, 300u);
  seen = 0;
  Limit far(Limit::Clock::now() + std::chrono::hours(1));
  EXPECT_TRUE(bound.for_each(visit, far));
  EXPECT_EQ(seen, 300u);
}

}  // namespace
}  // namespace dateline::search
