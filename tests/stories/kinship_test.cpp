#include "stories/kinship.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace dateline::stories {
namespace {

// A body of so many shingles, spread evenly over all numbers.
Extent extent(std::uint32_t shingles) {
  Extent result;
  result.shingles = shingles;
  const auto kept = [&](unsigned level) { return std::uint32_t(shingles >> level); };
  while (kept(result.level) > kMostMarks) ++result.level;
  for (unsigned i = 0; i < kLevels; ++i) result.counts[i] = kept(result.level + i);
  return result;
}

struct Row {
  const char* what;
  std::uint32_t a, b;       // shingles
  std::uint32_t shared;     // marks of both
  std::uint8_t in_a, in_b;  // parts
  const char* kind;
};

constexpr std::uint8_t kAll = 0xff;

class KinshipTest : public ::testing::TestWithParam<Row> {};

TEST_P(KinshipTest, IsJudgedByContainmentAndEvenness) {
  const Row& row = GetParam();
  const auto kin = judge(extent(row.a), extent(row.b), {row.shared, row.in_a, row.in_b}, false);
  EXPECT_EQ(kin ? story_kind_name(kin->kind) : "none", row.kind) << row.what;
  const auto back = judge(extent(row.b), extent(row.a), {row.shared, row.in_b, row.in_a}, false);
  ASSERT_EQ(kin.has_value(), back.has_value());
  EXPECT_EQ(kin ? kin->strength : 0, back ? back->strength : 0);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, KinshipTest,
    ::testing::Values(Row{"a word here and there", 120, 120, 100, kAll, kAll, "near"},
                      Row{"every third word changed", 120, 120, 36, kAll, kAll, "near"},
                      Row{"the first half", 60, 120, 60, kAll, 0x0f, "contains"},
                      Row{"one of two joined reports", 100, 220, 50, kAll, 0x0f, "contains"},
                      Row{"a rewrite with sentences kept", 100, 110, 20, 0xed, 0xd6, "near"},
                      Row{"one long paragraph", 120, 120, 40, 0x07, 0x70, "none"},
                      Row{"the same boiler plate at the end", 120, 110, 60, 0xf0, 0xf0, "none"},
                      Row{"a few turns of phrase", 120, 120, 6, 0x2d, 0x5a, "none"},
                      Row{"nothing", 120, 120, 0, 0, 0, "none"},
                      Row{"too short to tell", 5, 5, 5, 0x1f, 0x1f, "none"}),
    [](const auto& row) { return "Row" + std::to_string(row.index); });

TEST(Kinship, OfEqualBodiesIsSame) {
  const auto kin = judge(extent(50), extent(50), {50, kAll, kAll}, true);
  ASSERT_TRUE(kin);
  EXPECT_EQ(kin->kind, StoryKind::kSame);
  EXPECT_EQ(kin->strength, 1);
}

TEST(Kinship, IsSoughtWithinAMonthWhereDatesAreKnown) {
  const DayRange day{1000, 1000};
  EXPECT_TRUE(within_window(day, DayRange{1000 + kWindowDays, 1000 + kWindowDays}));
  EXPECT_FALSE(within_window(day, DayRange{1001 + kWindowDays, 1001 + kWindowDays}));
  EXPECT_FALSE(within_window(DayRange{1001 + kWindowDays, 1001 + kWindowDays}, day));
  EXPECT_TRUE(within_window(day, DayRange{900, 1400}));  // some year
  EXPECT_TRUE(within_window(day, std::nullopt));
}

}  // namespace
}  // namespace dateline::stories
