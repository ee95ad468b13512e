// The removed articles of a segment.  In: a file of the segment.  Out: a bit for each article.
// Format of removed-000012: their count, then each number less the one before it (the first less 0),
// as base::ByteWriter::number.
// Tested by tests/storage/removed_test.cpp.
#pragma once

#include "base/files.hpp"
#include "storage/manifest.hpp"

#include <filesystem>
#include <vector>

namespace dateline::storage {

// Throws Error(kCorrupt), or kNotFound where the file is gone.
std::vector<bool> read_removed(base::FileSystem& files, const std::filesystem::path& index,
                               const SegmentEntry& entry);

}  // namespace dateline::storage
