// The beginning and the end of writing a segment, whichever way its files are filled.
// In: a segment's id.  Out: its folder; its entry for the manifest.
// Tested by tests/storage/segment_writer_test.cpp.
#pragma once

#include "base/files.hpp"
#include "storage/manifest.hpp"

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace dateline::storage {

inline constexpr unsigned kCompactFlags = Xapian::DBCOMPACT_SINGLE_FILE | Xapian::Compactor::FULL;

// Throws Error(kExists).
std::filesystem::path make_segment_folder(base::FileSystem& files,
                                          const std::filesystem::path& index,
                                          const std::string& id);

// Syncs the finished files and says what they are.
SegmentEntry seal_segment(base::FileSystem& files, const std::filesystem::path& index,
                          const std::string& id, std::uint32_t articles);

}  // namespace dateline::storage
