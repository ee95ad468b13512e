// Whether two articles are the same text.  In: what they share.  Out: a kind, or none.
// The limits were chosen on planted copies of real articles and on the recipe's samples.
// Tested by tests/stories/kinship_test.cpp.
#include "stories/kinship.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace dateline::stories {
namespace {

constexpr double kContained = 0.75;  // from here on one is part of the other
constexpr double kMuchLonger = 0.8;  // shingles of the shorter by those of the longer, below
constexpr double kMostly = 0.5;      // shared: so much needs only to lie all over the contained one
constexpr double kPartly = 0.17;     // shared: so much has to lie all over both
constexpr std::uint32_t kLeastMostly = 4;  // shared shingles
constexpr std::uint32_t kLeastPartly = 8;

// Marks below the level that both keep.
double kept(const Extent& extent, unsigned level) {
  const unsigned further = level - extent.level;
  if (further < kLevels) return extent.counts[further];
  return extent.shingles / std::pow(2.0, level);
}

// Parts that hold shared shingles, by those that would if they fell anywhere by chance.
double evenness(std::uint8_t parts, std::uint32_t count) {
  const double missed = std::pow(1 - 1.0 / kParts, count);
  return std::popcount(parts) / (kParts * (1 - missed));
}

bool is_story(double contained, double even_there, double even_elsewhere, std::uint32_t count) {
  if (contained >= kMostly && count >= kLeastMostly) return even_there >= 0.8;
  if (contained < kPartly || count < kLeastPartly) return false;
  if (even_there >= 0.9 && even_elsewhere >= 0.4) return true;
  return std::min(even_there, even_elsewhere) >= 0.6 && even_there + even_elsewhere >= 1.35;
}

}  // namespace

std::optional<Kinship> judge(const Extent& a, const Extent& b, const Shared& shared, bool is_same) {
  if (std::min(a.shingles, b.shingles) < kLeastShingles) return std::nullopt;
  if (is_same) return Kinship{StoryKind::kSame, 1};
  if (shared.count == 0) return std::nullopt;
  const unsigned level = std::max(a.level, b.level);
  const double of_a = std::min(1.0, shared.count / std::max(1.0, kept(a, level)));
  const double of_b = std::min(1.0, shared.count / std::max(1.0, kept(b, level)));
  const double even_a = evenness(shared.parts_a, shared.count);
  const double even_b = evenness(shared.parts_b, shared.count);
  const bool is_a = of_a != of_b ? of_a > of_b : even_a >= even_b;  // that is contained more
  const double contained = std::max(of_a, of_b);
  if (!is_story(contained, is_a ? even_a : even_b, is_a ? even_b : even_a, shared.count)) {
    return std::nullopt;
  }
  const double ratio = static_cast<double>(std::min(a.shingles, b.shingles)) /
                       static_cast<double>(std::max(a.shingles, b.shingles));
  const bool is_part = contained >= kContained && ratio < kMuchLonger;
  return Kinship{is_part ? StoryKind::kContains : StoryKind::kNear, contained};
}

bool within_window(const std::optional<DayRange>& a, const std::optional<DayRange>& b) {
  if (!a || !b) return true;
  return a->first - b->last <= kWindowDays && b->first - a->last <= kWindowDays;
}

}  // namespace dateline::stories
