// Joins files of words into one, list by list, without their articles.
// In: readers; the number that each document gets, or that it is dropped.  Out: words.dlw, synced: the bytes that a
// builder would have written for these documents.
// Memory: 16 bytes for each document, the dictionary of the result, its longest list.
// Tested by tests/words/merge_test.cpp.
#pragma once

#include "base/files.hpp"
#include "words/reader.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>

namespace dateline::words {

inline constexpr std::uint32_t kDropped = 0xffffffff;

struct MergeSource {
  const Reader* reader;
  // For each document its new number or kDropped.
  std::span<const std::uint32_t> numbers;
};

// Writes `path`, which must not exist.
// Requires: the new numbers count up from 0, through one source after the other.
// Calls `forget` now and then and at the end: what was read of the sources so far is hardly read again.
// Throws Error(kCorrupt) where a source is damaged; what was written so far stays.
void merge_files(base::FileSystem& files, const std::filesystem::path& path,
                 std::span<const MergeSource> sources, const std::function<void()>& forget);

}  // namespace dateline::words
