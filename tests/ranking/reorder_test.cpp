#include "ranking/reorder.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace dateline::ranking {
namespace {

using Positions = std::vector<std::uint32_t>;

TEST(Reorder, CountsPositionsWithTheOtherWordAtMostFourPlacesAway) {
  struct ReorderRow {
    Positions first, second;
    std::uint32_t count;
  };
  const std::vector<ReorderRow> rows{{{}, {}, 0},
                                     {{1}, {}, 0},
                                     {{}, {1}, 0},
                                     {{10}, {11}, 1},
                                     {{10}, {14}, 1},
                                     {{10}, {15}, 0},
                                     {{10}, {6}, 1},
                                     {{10}, {5}, 0},
                                     {{1, 2, 3}, {5}, 3},
                                     {{0, 20, 40}, {21, 36}, 2},
                                     {{10, 30}, {1, 2, 3, 29, 31, 99}, 1},
                                     {{0}, {4294967295u}, 0}};
  for (const ReorderRow& row : rows) {
    EXPECT_EQ(count_near(row.first, row.second), row.count)
        << ::testing::PrintToString(row.first) << ::testing::PrintToString(row.second);
  }
}

// N 10, n 1, average length 100: BM25 of 3 in 100 is 2.9005847994 (bm25_test.cpp).
TEST(Reorder, NearnessIsAQuarterOfBm25) {
  const Collection collection{10, 1000};
  EXPECT_NEAR(nearness(collection, 1, 1, 3, 100), 2.9005847994 / 4, 1e-9);
  EXPECT_NEAR(nearness(collection, 1, 2, 3, 100), 2.9005847994 / 2, 1e-9);
  EXPECT_EQ(nearness(collection, 1, 0, 3, 100), 0);
}

TEST(Reorder, ProminenceIsAFifthOfTheIdf) {
  EXPECT_NEAR(prominence({10, 1000}, 1, 1), 1.8458266905 / 5, 1e-9);
  EXPECT_NEAR(prominence({10, 1000}, 1, 3), 1.8458266905 * 3 / 5, 1e-9);
}

}  // namespace
}  // namespace dateline::ranking
