#include "search/pair_counts.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <tuple>

namespace dateline::search {
namespace {

TEST(PairCounts, HoldsWhatWasAddedToEveryPairInEveryPeriod) {
  PairCounts counts;
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::optional<int>>, std::uint32_t> expected;
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    const auto a = static_cast<std::uint32_t>(random() % 60);
    const auto b = static_cast<std::uint32_t>(PairCounts::kMembers - 1 - random() % 60);
    const int period = static_cast<int>(random() % 5) - 2;
    const auto when = period == 2 ? std::nullopt : std::optional(period);
    ++counts.of(a, b, when).articles;
    ++expected[{a, b, when}];
  }
  const auto pairs = counts.take();
  EXPECT_EQ(pairs.size(), expected.size());
  for (const PairCount& pair : pairs) {
    EXPECT_EQ(pair.articles, (expected[{pair.a, pair.b, pair.period}]));
    EXPECT_EQ(pair.near, 0U);
  }
}

TEST(PairCounts, OfNothingIsEmpty) {
  EXPECT_TRUE(PairCounts().take().empty());
}

}  // namespace
}  // namespace dateline::search
