#include "ranking/relevance_model.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace dateline::ranking {
namespace {

// The better article counts e times as much: (e * 2/4 + 1/2) / (e + 1) for "war" and so on.
TEST(RelevanceModel, WeighsArticlesByTheirLikelihoodAndTermsByTheirShare) {
  const std::vector<WordCounts> best{{9, {{"war", 2}, {"peac", 1}}, 4}, {8, {{"war", 1}}, 2}};
  const double e = std::exp(1);
  const double war = (e / 2 + 0.5) / (e + 1);
  const double peace = e / 4 / (e + 1);
  const auto model = relevance_model(best);
  ASSERT_EQ(model.size(), 2u);
  EXPECT_EQ(model[0].first, "war");
  EXPECT_NEAR(model[0].second, war / (war + peace), 1e-12);
  EXPECT_EQ(model[1].first, "peac");
  EXPECT_NEAR(model[1].second, peace / (war + peace), 1e-12);
}

TEST(RelevanceModel, KeepsTheFortyMostProbableInByteOrderWhereEqual) {
  WordCounts article{1, {{"zeal", 3}}, 100};
  for (char a = 'a'; a <= 'j'; ++a) {
    for (char b = 'a'; b <= 'e'; ++b) article.terms[std::string{a, b}] = 1;
  }
  const auto model = relevance_model({article});
  ASSERT_EQ(model.size(), 40u);
  EXPECT_EQ(model[0].first, "zeal");
  EXPECT_EQ(model[1].first, "aa");
  EXPECT_EQ(model[39].first, "hd");
  double sum = 0;
  for (const auto& [term, probability] : model) sum += probability;
  EXPECT_NEAR(sum, 1, 1e-12);
}

TEST(RelevanceModel, IsEmptyWhereNothingWasFoundOrNothingTells) {
  EXPECT_TRUE(relevance_model({}).empty());
  EXPECT_TRUE(relevance_model({{3, {}, 0}}).empty());
}

TEST(RelevanceModel, ScoresFarApartAreNoOverflow) {
  const auto model = relevance_model({{5000, {{"a", 1}}, 1}, {0, {{"b", 1}}, 1}});
  ASSERT_EQ(model.size(), 2u);
  EXPECT_EQ(model[0].second, 1);
  EXPECT_EQ(model[1].second, 0);
}

TEST(RelevanceModel, FiguresAndSingleCharactersDoNotTell) {
  for (const char* term : {"", "a", "7", "1998", "28th"})
    EXPECT_FALSE(tells_in_model(term)) << term;
  for (const char* term : {"ab", "война", "f16", "krieg~de"}) EXPECT_TRUE(tells_in_model(term));
}

}  // namespace
}  // namespace dateline::ranking
