// How a segment lies on disk: names of files, numbers of value slots, values as bytes.
// In: what an article has.  Out: bytes, and the way back.
// Tested by tests/storage/segment_format_test.cpp.
#pragma once

#include "storage/manifest_files.hpp"
#include "storage/segment.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::storage {

inline constexpr std::string_view kArticlesFile = "articles.xapian";
inline constexpr std::string_view kTextFile = "text.zst";
inline constexpr std::string_view kWordsFile = "words.dlw";  // where the index keeps its terms so
// The database that grows until the segment is finished.
inline constexpr std::string_view kScratchFolder = "articles.tmp";

// "segments/<id>/<file>", relative to the index's folder.
std::string segment_file(std::string_view id, std::string_view file);

// The slot of a column is the one behind it.
inline constexpr std::uint32_t kPublishedSlot = 0;
inline constexpr std::size_t kSlots = 1 + kColumns;
constexpr std::uint32_t column_slot(std::size_t column) {
  return static_cast<std::uint32_t>(column) + 1;
}

// First and last day, 4 bytes each, most significant first, so that bytes sort as days do.
std::string encode_days(DayRange days);
// Nothing for no bytes.  Throws Error(kCorrupt).
std::optional<DayRange> decode_days(std::string_view bytes, const std::filesystem::path& path);

// Each value after its length; no bytes for no values.
std::string encode_values(const std::vector<std::string>& values);
std::vector<std::string> decode_values(std::string_view bytes, const std::filesystem::path& path);

}  // namespace dateline::storage
