// Whether two articles are the same text, judged by the shingles that they share.
// In: how much there is of both, what was found in both.  Out: a kind, or none.
// Method: containment of either body in the other (Broder, 1997), and how evenly what is shared lies
// over each: a reprint, however rewritten, shares a little of everything; a common paragraph or a
// quotation, however long, lies in one place.
// Invariants: symmetric but for `first_is_longer`; depends on the two articles only.
// Tested by tests/stories/kinship_test.cpp.
#pragma once

#include "stories/fingerprints.hpp"

#include <dateline/results.hpp>

#include <optional>

namespace dateline::stories {

// Shingles of both bodies.
struct Shared {
  std::uint32_t count = 0;
  std::uint8_t parts_a = 0;  // a bit for each part of a body that holds one
  std::uint8_t parts_b = 0;
};

struct Kinship {
  StoryKind kind = StoryKind::kNear;  // never kFirst
  double strength = 0;                // containment of the one that is contained more, 0 to 1
};

// Bodies with fewer shingles belong to no story.
inline constexpr std::uint32_t kLeastShingles = 6;

// `is_same`: the bodies are equal word for word.
std::optional<Kinship> judge(const Extent& a, const Extent& b, const Shared& shared, bool is_same);

// Days that may lie between an article and its reprint, where both dates are known.
inline constexpr int kWindowDays = 30;
bool within_window(const std::optional<DayRange>& a, const std::optional<DayRange>& b);

}  // namespace dateline::stories
