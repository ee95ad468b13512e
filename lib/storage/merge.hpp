// Joins segments into one without their removed articles.
// In: segments, in order.  Out: a segment with their live articles in that order, synced.
// Method: terms are merged list by list; no article is read again.  Over Xapian its own compaction does it,
// which cannot leave articles out.
// Tested by tests/storage/merge_test.cpp.
#pragma once

#include "base/files.hpp"
#include "storage/manifest.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace dateline::storage {

struct MergedSegment {
  SegmentEntry entry;
  // For each source the numbers of the articles that were left out, ascending.
  std::vector<std::vector<std::uint32_t>> dropped;
};

// Requires: the sources stay on disk and have no removed articles where Xapian keeps their terms; `id` is new.
MergedSegment merge_segments(base::FileSystem& files, const std::filesystem::path& index,
                             std::span<const SegmentEntry> sources, const std::string& id);

}  // namespace dateline::storage
