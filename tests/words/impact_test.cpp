#include "words/impact.hpp"

#include <gtest/gtest.h>

#include <random>

namespace dateline::words {
namespace {

TEST(Impact, IsThePartOfBm25) {
  // length = average: K = k1
  EXPECT_DOUBLE_EQ(Impact({10, 1000}).of(3, 100), 3 / (1.2 + 3));
  // below half of the average the length no longer counts: K = 1.2 * (0.5 * 0.75 + 0.25)
  EXPECT_DOUBLE_EQ(Impact({10, 1000}).of(1, 7), 1 / (0.75 + 1));
}

TEST(Impact, FactorsMakeBoundsOfAnyStatistics) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    const auto collection = [&] { return ranking::Collection{100, 100 * (1 + random() % 500)}; };
    const ranking::Bm25 parameters{static_cast<double>(random() % 40) / 10,
                                   static_cast<double>(random() % 11) / 10};
    const Impact stored(collection());
    const Impact actual(collection(), parameters);
    const auto longest = static_cast<std::uint32_t>(1 + random() % 1000);
    const ImpactFactors factors = impact_factors(stored, actual, longest);
    for (int i = 0; i < 100; ++i) {
      const auto length = static_cast<std::uint32_t>(random() % (longest + 1));
      const auto frequency = static_cast<std::uint32_t>(1 + random() % 40);
      const double impact = stored.of(frequency, length);
      ASSERT_LE(actual.of(frequency, length), impact * factors.most * (1 + 1e-12));
      ASSERT_GE(actual.of(frequency, length), impact * factors.least * (1 - 1e-12));
    }
  }
}

TEST(Impact, FactorsAreOneForItsOwnStatistics) {
  const Impact own({10, 1000});
  EXPECT_EQ(impact_factors(own, own, 5000).most, 1);
  EXPECT_EQ(impact_factors(own, own, 5000).least, 1);
}

TEST(Impact, RoundsToItsSide) {
  EXPECT_GE(impact_up(0.3) / kImpactUnit, 0.3);
  EXPECT_LE(impact_down(0.3) / kImpactUnit, 0.3);
  EXPECT_EQ(impact_up(2), 65535);
  EXPECT_EQ(impact_down(-1), 0);
}

}  // namespace
}  // namespace dateline::words
