#include <dateline/evaluation.hpp>

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace dateline {
namespace {

std::vector<std::string> numbered(int count) {
  std::vector<std::string> ranking;
  for (int i = 1; i <= count; ++i) ranking.push_back("n" + std::to_string(i));
  return ranking;
}

void expect_measures(const Measures& measures, double ndcg10, double map, double recall100,
                     double p5) {
  EXPECT_NEAR(measures.ndcg10, ndcg10, 1e-6);
  EXPECT_NEAR(measures.map, map, 1e-6);
  EXPECT_NEAR(measures.recall100, recall100, 1e-6);
  EXPECT_NEAR(measures.p5, p5, 1e-6);
}

// DCG 7/log2(3) + 1/log2(5) + 3/log2(6) = 6.007743, the best 7 + 3/log2(3) + 1/log2(4) = 9.392789
TEST(Evaluation, MeasuresAreAsWorkedByHand) {
  const Judgements judgements{{"a", 3}, {"b", 2}, {"c", 1}, {"d", 0}};
  expect_measures(measure({"d", "a", "x", "c", "b"}, judgements), 0.639613,
                  (1.0 / 2 + 2.0 / 4 + 3.0 / 5) / 3, 1, 0.6);
  expect_measures(measure({"a", "b", "c", "d"}, judgements), 1, 1, 1, 0.6);
  expect_measures(measure({"c"}, judgements), 1 / 9.392789, 1.0 / 3, 1.0 / 3, 0.2);
  expect_measures(measure({"x", "d"}, judgements), 0, 0, 0, 0);
  expect_measures(measure({}, judgements), 0, 0, 0, 0);
}

TEST(Evaluation, EachMeasureLooksAsFarAsItSays) {
  const auto ranking = numbered(200);
  const auto at = [&](int rank) { return measure(ranking, {{"n" + std::to_string(rank), 1}}); };
  expect_measures(at(1), 1, 1, 1, 0.2);
  expect_measures(at(5), 1 / std::log2(6), 0.2, 1, 0.2);
  expect_measures(at(6), 1 / std::log2(7), 1.0 / 6, 1, 0);
  expect_measures(at(10), 1 / std::log2(11), 0.1, 1, 0);
  expect_measures(at(11), 0, 1.0 / 11, 1, 0);
  expect_measures(at(100), 0, 0.01, 1, 0);
  expect_measures(at(101), 0, 1.0 / 101, 0, 0);
}

TEST(Evaluation, TheBestOfManyIsOfTheFirstTen) {
  Judgements judgements;
  for (const std::string& id : numbered(30)) judgements[id] = 1;
  const Measures measures = measure(numbered(10), judgements);
  EXPECT_DOUBLE_EQ(measures.ndcg10, 1);
  EXPECT_DOUBLE_EQ(measures.map, 1.0 / 3);
}

TEST(Evaluation, WithoutARelevantArticleAllIsZero) {
  expect_measures(measure({"a"}, {}), 0, 0, 0, 0);
  expect_measures(measure({"a"}, {{"a", 0}}), 0, 0, 0, 0);
  expect_measures(measure({"a", "b"}, {{"a", -2}, {"b", 1}}), 1 / std::log2(3), 0.5, 1, 0.2);
}

TEST(Evaluation, AnIdCountsWhereItStandsFirst) {
  expect_measures(measure({"a", "a", "a"}, {{"a", 1}}), 1, 1, 1, 0.2);
  expect_measures(measure({"a", "a", "b"}, {{"a", 1}, {"b", 1}}),
                  (1 + 0.5) / (1 + 1 / std::log2(3)), (1 + 2.0 / 3) / 2, 1, 0.4);
}

TEST(Evaluation, AnyGradeMeasuresBetweenZeroAndOne) {
  constexpr int kMost = std::numeric_limits<int>::max();
  for (const int grade : {1, 62, 1000, 1024, kMost, std::numeric_limits<int>::min()}) {
    for (const Measures& m : {measure({"x", "a", "b"}, {{"a", grade}, {"b", 1}, {"c", kMost}}),
                              measure({"b", "a"}, {{"a", grade}, {"b", 1}})}) {
      for (const double value : {m.ndcg10, m.map, m.recall100, m.p5}) {
        EXPECT_TRUE(value >= 0 && value <= 1) << value;
      }
    }
  }
}

TEST(Evaluation, TheMeanIsOverQueries) {
  const Evaluation all = evaluate({{1, 0.5, 0, 0.2}, {0, 0.5, 1, 0.4}});
  EXPECT_EQ(all.queries, 2U);
  expect_measures(all.mean, 0.5, 0.5, 0.5, 0.3);
  expect_measures(all.low, 0, 0.5, 0, 0.2);
  expect_measures(all.high, 1, 0.5, 1, 0.4);
}

TEST(Evaluation, NoQueriesAndOneQueryAreNoProblem) {
  EXPECT_EQ(evaluate({}).queries, 0U);
  expect_measures(evaluate({}).mean, 0, 0, 0, 0);
  const Evaluation one = evaluate({{0.25, 0.5, 0.75, 1}});
  expect_measures(one.low, 0.25, 0.5, 0.75, 1);
  expect_measures(one.high, 0.25, 0.5, 0.75, 1);
}

// 100 queries, half of them 1: the mean's standard error is 0.05, the interval 0.4 to 0.6.
TEST(Evaluation, TheIntervalIsAsWideAsStatisticsSays) {
  std::vector<Measures> queries(100);
  for (std::size_t i = 0; i < queries.size(); i += 2) queries[i] = {1, 1, 1, 1};
  const Evaluation all = evaluate(queries);
  EXPECT_NEAR(all.low.map, 0.402, 0.02);
  EXPECT_NEAR(all.high.map, 0.598, 0.02);
  const Evaluation again = evaluate(queries);
  EXPECT_EQ(all.low.map, again.low.map) << "the seed is fixed";
  EXPECT_EQ(all.high.map, again.high.map);
}

}  // namespace
}  // namespace dateline
