// Sorts segments into tiers.  In: a commit.  Out: the lowest tier that is full.
// Tested by tests/index/merge_policy_test.cpp.
#include "index/merge_policy.hpp"

#include <map>

namespace dateline::index {
namespace {

using storage::SegmentEntry;

constexpr std::uint64_t kLowestTierBytes = 256 << 10;
constexpr std::uint64_t kMostMergedBytes = std::uint64_t{8} << 30;  // a merge of more never pays

std::uint64_t bytes_of(const SegmentEntry& segment) {
  std::uint64_t bytes = 0;
  for (const storage::FileEntry& file : segment.files) bytes += file.size;
  return bytes;
}

int tier_of(std::uint64_t bytes) {
  int tier = 0;
  for (std::uint64_t top = kLowestTierBytes; top < bytes; top *= kTierWidth) ++tier;
  return tier;
}

}  // namespace

bool is_sparse(const SegmentEntry& segment) {
  return segment.removed > segment.articles / 3;
}

std::vector<SegmentEntry> due_merge(const storage::Manifest& manifest) {
  std::map<int, std::vector<SegmentEntry>> tiers;
  for (const SegmentEntry& segment : manifest.segments) {
    const std::uint64_t bytes = bytes_of(segment);
    if (bytes < kMostMergedBytes) tiers[tier_of(bytes)].push_back(segment);
  }
  for (auto& [tier, segments] : tiers) {
    if (segments.size() >= kTierWidth) return std::move(segments);
  }
  for (const SegmentEntry& segment : manifest.segments) {
    if (is_sparse(segment)) return {segment};
  }
  return {};
}

}  // namespace dateline::index
