#include "search/pair_counts.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <utility>

namespace dateline::search {
namespace {

TEST(PairCounts, HoldsWhatWasAddedToEveryPair) {
  PairCounts counts;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> expected;
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    const auto a = static_cast<std::uint32_t>(random() % 90);
    const auto b = static_cast<std::uint32_t>(PairCounts::kMembers - 1 - random() % 90);
    ++counts.of(a, b).articles;
    ++expected[{a, b}];
  }
  const auto pairs = counts.take();
  EXPECT_EQ(pairs.size(), expected.size());
  EXPECT_EQ(counts.size(), expected.size());
  for (const PairCount& pair : pairs) {
    EXPECT_EQ(pair.articles, (expected[{pair.a, pair.b}]));
    EXPECT_EQ(pair.near, 0U);
  }
}

TEST(PairCounts, OfNothingIsEmpty) {
  EXPECT_TRUE(PairCounts().take().empty());
}

}  // namespace
}  // namespace dateline::search
