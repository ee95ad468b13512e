#include "search/pair_counts.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <utility>

namespace dateline::search {
namespace {

TEST(PairCounts, HoldsWhatWasAddedToEveryPair) {
  PairCounts counts;
  Limit none;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> expected;
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    const auto a = static_cast<std::uint32_t>(random() % 90);
    const auto b = static_cast<std::uint32_t>(PairCounts::kMembers - 1 - random() % 90);
    ++counts.of(a, b, none)->articles;
    ++expected[{a, b}];
  }
  EXPECT_EQ(counts.size(), expected.size());
  std::size_t pairs = 0;
  counts.for_each([&](const PairCount& pair) {
    ++pairs;
    EXPECT_EQ(pair.articles, (expected[{pair.a, pair.b}]));
    EXPECT_EQ(pair.near, 0U);
  });
  EXPECT_EQ(pairs, expected.size());
}

TEST(PairCounts, TakesNoPairMoreThanThereIsRoomForAndKeepsThoseItHas) {
  PairCounts counts;
  Limit limit(Limit::Clock::time_point::max(), {}, 100000);
  std::uint32_t taken = 0;
  while (taken < 50000 && counts.of(taken, 7, limit) != nullptr) ++taken;
  EXPECT_GT(taken, 1000U);
  EXPECT_LT(taken, 100000 / sizeof(PairCount));
  EXPECT_TRUE(limit.is_over() && limit.is_short_of_memory());
  EXPECT_NE(counts.of(taken - 1, 7, limit), nullptr);
  EXPECT_EQ(counts.size(), taken);
}

TEST(PairCounts, OfNothingIsEmpty) {
  PairCounts().for_each([](const PairCount&) { FAIL(); });
}

}  // namespace
}  // namespace dateline::search
