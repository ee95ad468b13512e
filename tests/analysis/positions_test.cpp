#include "analysis/positions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <set>
#include <vector>

namespace dateline::analysis {
namespace {

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
using Lists = std::vector<PositionList>;

TEST(Positions, PhrasesStandAtConsecutivePlaces) {
  struct PositionsRow {
    Lists parts;
    Lists matches;
  };
  const std::vector<PositionsRow> rows{
      {{{1, 5}, {2, 7}}, {{1, 2}}},
      {{{1, 5}, {2, 6}}, {{1, 2}, {5, 6}}},
      {{{1, 5}, {3, 7}}, {}},
      {{{5}, {4}}, {}},                            // the other way round
      {{{1, 2, 3}, {1, 2, 3}}, {{1, 2}, {2, 3}}},  // the same word twice
      {{{1}, {2}, {3}, {4}}, {{1, 2, 3, 4}}},
      {{{1}, {2}, {}, {4}}, {}},
      {{{7, 9}}, {{7}, {9}}},
      {{{}, {1}}, {}},
      {{}, {}},
  };
  for (const PositionsRow& row : rows) {
    EXPECT_EQ(phrase_matches(row.parts, kAll), row.matches) << "row " << &row - rows.data();
  }
}

TEST(Positions, NearCountsTheWordsBetween) {
  struct PositionsRow {
    Lists parts;
    unsigned distance;
    bool ordered;
    Lists matches;
  };
  const std::vector<PositionsRow> rows{
      {{{10}, {15}}, 5, false, {{10, 15}}},
      {{{10}, {16}}, 5, false, {}},
      {{{15}, {10}}, 5, false, {{15, 10}}},
      {{{15}, {10}}, 5, true, {}},
      {{{10}, {15}}, 5, true, {{10, 15}}},
      {{{10}, {10}}, 5, false, {}},  // one place is not two
      {{{10}, {10}}, 5, true, {}},
      {{{10, 12}, {10, 12}}, 5, false, {{10, 12}, {12, 10}}},
      {{{10}, {5}, {15}}, 5, false, {}},  // each near the first, but not each other
      {{{10}, {5}, {15}}, 10, false, {{10, 5, 15}}},
      {{{1}, {3, 5}, {4}}, 9, true, {{1, 3, 4}}},
      {{{1}, {5}, {4}}, 9, true, {}},
      {{{10}, {}}, 5, false, {}},
      {{{10, 20}}, 0, false, {{10}, {20}}},
      {{{10}, {11}}, 0, false, {}},
      {{}, 5, false, {}},
      {{}, 5, true, {}},
  };
  for (const PositionsRow& row : rows) {
    EXPECT_EQ(near_matches(row.parts, row.distance, row.ordered, kAll), row.matches)
        << "row " << &row - rows.data();
  }
}

TEST(Positions, TheGreatestDistanceIsNoLessThanAnyOther) {
  constexpr unsigned kMost = std::numeric_limits<unsigned>::max();
  const Lists parts{{5}, {1000000}};
  EXPECT_EQ(near_matches(parts, kMost, false, kAll), (Lists{{5, 1000000}}));
  EXPECT_EQ(near_matches(parts, kMost, true, kAll), (Lists{{5, 1000000}}));
  EXPECT_EQ(near_matches(Lists{{1000000}, {5}}, kMost, false, kAll), (Lists{{1000000, 5}}));
}

TEST(Positions, NoMoreMatchesThanAskedFor) {
  PositionList every(100);
  for (std::uint32_t i = 0; i < every.size(); ++i) every[i] = i;
  const Lists parts{every, every};
  for (const std::size_t most : {0, 1, 7}) {
    EXPECT_EQ(phrase_matches(parts, most).size(), most);
    EXPECT_EQ(near_matches(parts, 3, false, most).size(), most);
    EXPECT_EQ(near_matches(parts, 3, true, most).size(), most);
  }
  EXPECT_EQ(phrase_matches(parts, kAll).size(), 99U);
  EXPECT_EQ(near_matches(parts, 3, false, kAll).size(), 100U);
}

// Tries every choice there is.
struct NaivePositions {
  const Lists& parts;
  unsigned distance;
  bool ordered;

  bool holds(const PositionList& chosen) const {
    const std::set<std::uint32_t> distinct(chosen.begin(), chosen.end());
    if (distinct.size() != chosen.size()) return false;
    if (*distinct.rbegin() - *distinct.begin() > distance) return false;
    return !ordered || std::is_sorted(chosen.begin(), chosen.end());
  }
  bool extends(PositionList chosen) const {
    if (chosen.size() == parts.size()) return holds(chosen);
    return std::any_of(parts[chosen.size()].begin(), parts[chosen.size()].end(),
                       [&](std::uint32_t position) {
                         PositionList longer = chosen;
                         longer.push_back(position);
                         return extends(std::move(longer));
                       });
  }
};

PositionList random_list(std::mt19937& random, std::uint32_t span) {
  std::set<std::uint32_t> positions;
  for (std::size_t count = random() % 6; count > 0; --count)
    positions.insert(static_cast<std::uint32_t>(random() % span));
  return {positions.begin(), positions.end()};
}

TEST(Positions, NearFindsExactlyWhatTryingAllFinds) {
  std::mt19937 random(20250224);
  std::size_t found = 0;
  for (int round = 0; round < 6000; ++round) {
    Lists parts(1 + random() % 5);
    for (PositionList& part : parts)
      part = random_list(random, static_cast<std::uint32_t>(6 + random() % 20));
    if (random() % 2 == 0) parts.back() = parts.front();  // words that are asked for twice
    const NaivePositions naive{parts, static_cast<unsigned>(random() % 12), random() % 2 == 0};
    const Lists matches = near_matches(parts, naive.distance, naive.ordered, kAll);
    PositionList starts;
    for (const PositionList& match : matches) {
      ASSERT_EQ(match.size(), parts.size());
      EXPECT_TRUE(naive.holds(match));
      for (std::size_t i = 0; i < match.size(); ++i) {
        EXPECT_TRUE(std::binary_search(parts[i].begin(), parts[i].end(), match[i]));
      }
      starts.push_back(match.front());
    }
    PositionList expected;
    for (const std::uint32_t first : parts.front()) {
      if (naive.extends({first})) expected.push_back(first);
    }
    ASSERT_EQ(starts, expected) << "round " << round;
    found += matches.size();
  }
  EXPECT_GT(found, 1000U);
}

TEST(Positions, PhrasesAreExactlyWhatLookingAtEachPlaceFinds) {
  std::mt19937 random(7);
  std::size_t found = 0;
  for (int round = 0; round < 5000; ++round) {
    Lists parts(1 + random() % 3);
    for (PositionList& part : parts) part = random_list(random, 8);
    Lists expected;
    for (std::uint32_t start = 0; start < 8; ++start) {
      PositionList match;
      for (std::uint32_t i = 0; i < parts.size(); ++i) {
        if (std::count(parts[i].begin(), parts[i].end(), start + i) > 0) match.push_back(start + i);
      }
      if (match.size() == parts.size()) expected.push_back(match);
    }
    ASSERT_EQ(phrase_matches(parts, kAll), expected) << "round " << round;
    found += expected.size();
  }
  EXPECT_GT(found, 1000U);
}

// Eight times the same common word and one word too few of another: every choice fails.
TEST(Positions, WordsThatNeverFitTakeNoExponentialTime) {
  PositionList common(20000);
  for (std::uint32_t i = 0; i < common.size(); ++i) common[i] = i;
  Lists parts(kMaxNearParts, common);
  parts.back() = {60000};
  EXPECT_TRUE(near_matches(parts, 1000, false, kAll).empty());
  EXPECT_TRUE(near_matches(parts, 1000, true, kAll).empty());
  parts[6] = parts[7] = {10000};  // two parts want the one place
  EXPECT_TRUE(near_matches(parts, 1000, false, kAll).empty());
}

}  // namespace
}  // namespace dateline::analysis
