// The removed articles of a segment, and what leaves its statistics with them.
// In: a file of the segment.  Out: numbers; how many of them hold a term; their length.
// Format of removed-000012, numbers as base::ByteWriter::number: the count of articles, then each
// number less the one before it (the first less 0); the sum of their lengths; the count of terms, then
// each term and how many of the articles hold it, in the order of bytes.
// Tested by tests/storage/removed_test.cpp.
#pragma once

#include "base/files.hpp"
#include "storage/manifest.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace dateline::storage {

struct Removed {
  std::vector<std::uint32_t> docs;                          // ascending
  std::uint64_t length = 0;                                 // theirs, summed
  std::map<std::string, std::uint32_t, std::less<>> terms;  // as fit_term makes them; articles
  friend bool operator==(const Removed&, const Removed&) = default;
};

// Throws Error(kCorrupt), or kNotFound where the file is gone.
Removed read_removed(base::FileSystem& files, const std::filesystem::path& index,
                     const SegmentEntry& entry);

// Writes them as a file of the segment, synced, and returns `entry` with it.
SegmentEntry write_removed(base::FileSystem& files, const std::filesystem::path& index,
                           const SegmentEntry& entry, const Removed& removed,
                           std::uint64_t generation);

}  // namespace dateline::storage
