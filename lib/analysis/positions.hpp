// Phrases and nearness over positions.  In: for each part its positions in an article, ascending.
// Out: the positions that fit, one tuple a match.
// Tested by tests/analysis/positions_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::analysis {

using PositionList = std::vector<std::uint32_t>;

// More parts than this are not joined by NEAR.
inline constexpr std::size_t kMaxNearParts = 8;

// Where every part i stands at first + i; one tuple a start.  `most` bounds the tuples.
std::vector<PositionList> phrase_matches(std::span<const PositionList> parts, std::size_t most);

// For each position of the first part one choice of distinct positions of the others, if there is
// one, that all lie within `distance` of each other, ascending in the parts' order when `ordered`.
// Cost     linear in the first part's positions, whatever stands in the article; for each a bound
//          that grows with the parts, which are at most kMaxNearParts
std::vector<PositionList> near_matches(std::span<const PositionList> parts, unsigned distance,
                                       bool ordered, std::size_t most);

}  // namespace dateline::analysis
