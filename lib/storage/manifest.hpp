// A commit: which segments are live, with the size and checksum of every file.
// In and out: `manifest-000012` files, JSON, in the index's folder.
// Invariants: a manifest is published whole or not at all (tmp, fsync, rename, fsync of the folder),
// and every file that it names was synced before.
// Tested by tests/storage/manifest_test.cpp.
#pragma once

#include "base/files.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::storage {

inline constexpr int kFormatVersion = 2;

// The values of Manifest::text_store.
inline constexpr std::string_view kWordsStore = "words";
inline constexpr std::string_view kXapianStore = "xapian";

// Where words.dlw and text.zst have their footers, which hold the checksums of all that is before.
inline constexpr std::size_t kEndBytes = 256;

struct FileEntry {
  std::string name;  // relative to the index's folder, '/' between parts
  std::uint64_t size = 0;
  std::string checksum;  // of the bytes, see damage.hpp
  std::string end = {};  // the same of the last kEndBytes
  friend bool operator==(const FileEntry&, const FileEntry&) = default;
};

struct SegmentEntry {
  std::string id;              // folder below segments/
  std::uint32_t articles = 0;  // removed ones included
  std::uint32_t removed = 0;
  std::vector<FileEntry> files;
  std::optional<FileEntry> removed_file;  // the numbers of the removed articles
  friend bool operator==(const SegmentEntry&, const SegmentEntry&) = default;
};

struct Manifest {
  std::uint64_t generation = 0;
  std::string text_store{kWordsStore};
  std::uint64_t next_arrival = 0;  // the arrival number of the next article
  std::uint64_t next_segment = 0;
  std::vector<FileEntry> recipe;  // the files of recipe/
  std::vector<SegmentEntry> segments;
  std::vector<FileEntry> derived;  // what depends on many articles, or was registered
  std::string seal = {};           // of the user who wrote it; empty: none
  friend bool operator==(const Manifest&, const Manifest&) = default;
};

// The newest manifest.  Throws Error: kNotFound, no index there; kCorrupt, damaged; kInvalid, made by
// a newer or a much older version.
Manifest load_manifest(base::FileSystem& files, const std::filesystem::path& index);

// Makes `manifest` the newest and durable.  Requires: its generation is the newest plus one.
void publish_manifest(base::FileSystem& files, const std::filesystem::path& index,
                      const Manifest& manifest);

// Deletes manifests before the last two, and segments and files that the last two do not name, but
// not the segments `in_work`.
// Requires: the writer's lock is held, and no other segment is being written.
void collect_garbage(base::FileSystem& files, const std::filesystem::path& index,
                     const std::vector<std::string>& in_work = {});

// Size and checksum of a file below the index's folder.
FileEntry describe_file(base::FileSystem& files, const std::filesystem::path& index,
                        const std::string& name);

// What is wrong with the file, or nothing.
std::optional<std::string> find_damage(base::FileSystem& files, const std::filesystem::path& index,
                                       const FileEntry& entry);

}  // namespace dateline::storage
