// Joins segments without removed articles into one, as they are.
// In: segments, in order.  Out: a segment with their articles in that order, synced.
// Tested by tests/storage/merge_test.cpp.
#pragma once

#include "base/files.hpp"
#include "storage/manifest.hpp"

#include <filesystem>
#include <span>
#include <string>

namespace dateline::storage {

// Article d of the n-th source gets the number d + the sizes of the sources before it.
// Requires: the sources have no removed articles and stay on disk; `id` is new.
SegmentEntry merge_segments(base::FileSystem& files, const std::filesystem::path& index,
                            std::span<const SegmentEntry> sources, const std::string& id);

}  // namespace dateline::storage
