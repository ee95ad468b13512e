// How a segment lies on disk: names of files; Xapian's slot of dates.
// In: what a segment, an article has.  Out: names, bytes.
// Tested by tests/storage/segment_format_test.cpp.
#pragma once

#include "storage/manifest.hpp"
#include "storage/manifest_files.hpp"

#include <dateline/date.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::storage {

inline constexpr std::string_view kArticlesFile = "articles.xapian";  // or Xapian does
inline constexpr std::string_view kTextFile = "text.zst";
inline constexpr std::string_view kColumnsFile = "columns.dlc";
inline constexpr std::string_view kStoriesFile = "stories.dls";  // where the recipe seeks stories
inline constexpr std::string_view kWordsFile = "words.dlw";  // where the index keeps its terms so
// The database that grows until the segment is finished.
inline constexpr std::string_view kScratchFolder = "articles.tmp";

// "segments/<id>/<file>", relative to the index's folder.
std::string segment_file(std::string_view id, std::string_view file);

// What the manifest says of a file of the segment; null when it names none.
const FileEntry* find_part(const SegmentEntry& entry, std::string_view file);

// Terms that are not in a words file are in a Xapian database.
inline bool holds_xapian(const SegmentEntry& entry) {
  return find_part(entry, kWordsFile) == nullptr;
}

inline constexpr std::uint32_t kPublishedSlot = 0;

// First and last day, 4 bytes each, most significant first, so that bytes sort as days do.
std::string encode_days(DayRange days);

}  // namespace dateline::storage
