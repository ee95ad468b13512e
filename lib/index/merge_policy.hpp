// Which segments to merge: a live index keeps few, and writes each article a few times only.
// In: a commit.  Out: segments that belong together.
// Method: tiers by size.  When a tier holds kTierWidth segments, they become one of the next tier,
// so n commits leave about kTierWidth * log(n) segments, and an article is written log(n) times.
// Tested by tests/index/merge_policy_test.cpp.
#pragma once

#include "storage/manifest.hpp"

#include <string>
#include <vector>

namespace dateline::index {

inline constexpr std::size_t kTierWidth = 8;

// Of the commit's segments, in its order; empty when nothing is due.
std::vector<storage::SegmentEntry> due_merge(const storage::Manifest& manifest);

// Whether so many of its articles are removed that it should be written anew without them.
bool is_sparse(const storage::SegmentEntry& segment);

}  // namespace dateline::index
