#include "search/significant.hpp"

#include "search/sample.hpp"

#include <dateline/searcher.hpp>

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace dateline::search {
namespace {

using ::testing::IsEmpty;

TEST(Significant, SurpriseIsTheLogLikelihoodRatio) {
  // 8 of 10 here, 2 of 40 elsewhere, so a share of 0.2: 2 and 8 here, 8 and 32 elsewhere are expected.
  const double expected = 2 * (8 * std::log(8 / 2.0) + 2 * std::log(2 / 8.0) +
                               2 * std::log(2 / 8.0) + 38 * std::log(38 / 32.0));
  EXPECT_NEAR(surprise(8, 10, 10, 50), expected, 1e-9);
}

TEST(Significant, NothingIsSurprisingThatIsNoMoreFrequentHere) {
  EXPECT_EQ(surprise(2, 10, 10, 50), 0);
  EXPECT_EQ(surprise(1, 10, 30, 50), 0);
  EXPECT_EQ(surprise(10, 50, 10, 50), 0);
  EXPECT_EQ(surprise(0, 0, 0, 0), 0);
}

class SignificantTest : public SmallIndex {};

TEST_F(SignificantTest, FindsPlantedWordsAndActorsWithTheCountsOfAScan) {
  std::mt19937 random(9);
  std::vector<std::vector<Article>> segments(2);
  std::uint64_t storms = 0;
  std::uint64_t barges = 0;
  std::uint64_t barges_in_storms = 0;
  for (int i = 0; i < 200; ++i) {
    const bool storm = i % 5 == 0;
    const bool barge = random() % 10 < (storm ? 8u : 1u);
    std::string text = storm ? "A storm came over the coast. " : "The day was calm at the coast. ";
    if (barge) text += "Two barges were lost. ";
    if (storm && i % 10 == 0) text += "Ukraine sent help. ";
    for (int w = 0; w < 20; ++w) text += "filler" + std::to_string(random() % 40) + " ";
    storms += storm;
    barges += barge;
    barges_in_storms += storm && barge;
    segments[i % 2].push_back(make_article("a" + std::to_string(i), text));
  }
  build(segments);
  const SignificantTerms found = Searcher::open(path()).significant("storm", 5);
  EXPECT_EQ(found.count, storms);
  const auto find = [&](const std::string& text) {
    return std::find_if(found.terms.begin(), found.terms.end(),
                        [&](const auto& one) { return one.text == text; });
  };
  ASSERT_NE(find("storm"), found.terms.end());
  EXPECT_EQ(found.terms.front().score, find("storm")->score);
  ASSERT_NE(find("barges"), found.terms.end());
  EXPECT_EQ(find("barges")->here, barges_in_storms);
  EXPECT_EQ(find("barges")->everywhere, barges);
  EXPECT_EQ(find("barges")->score, surprise(barges_in_storms, storms, barges, 200));
  ASSERT_NE(find("ukraine"), found.terms.end());
  const auto actor = std::find_if(found.terms.begin(), found.terms.end(),
                                  [](const auto& one) { return one.is_actor; });
  ASSERT_NE(actor, found.terms.end());
  EXPECT_EQ(actor->here, 20u);
  EXPECT_EQ(actor->everywhere, 20u);
}

TEST_F(SignificantTest, LeavesRemovedArticlesOut) {
  build(
      {{make_article("a", "A storm."), make_article("b", "A storm."), make_article("c", "Calm.")}});
  Index index = Index::open(path());
  index.remove("a");
  index.commit();
  const SignificantTerms found = Searcher::open(path()).significant("storm");
  ASSERT_FALSE(found.terms.empty());
  EXPECT_EQ(found.terms.front().here, 1u);
  EXPECT_EQ(found.terms.front().everywhere, 1u);
}

TEST_F(SignificantTest, OfNothingIsNothing) {
  build({{make_article("a", "A storm.")}});
  EXPECT_THAT(Searcher::open(path()).significant("unheard").terms, IsEmpty());
  EXPECT_THAT(Searcher::open(path()).significant("storm").terms, IsEmpty());  // all articles
}

}  // namespace
}  // namespace dateline::search
