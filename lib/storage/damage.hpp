// Tells whether a file of the index is as it was written.
// In: the file, what the manifest says of it.  Out: what is wrong, or Error(kCorrupt) with what to do.
// Tested by tests/storage/damage_test.cpp.
#pragma once

#include "base/files.hpp"
#include "storage/manifest.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::storage {

[[noreturn]] void fail_damaged(const std::filesystem::path& file, std::string_view why);

// Of the whole file of this name, which is read in pieces: base::Checksum, of a Xapian database
// base::SecureHash, so that nobody who changes it can keep its checksum.
std::string checksum_of(const base::ReadableFile& file, std::string_view name);

// Reads the whole file.
std::optional<std::string> find_damage(const base::ReadableFile& file, const FileEntry& entry);

// The file, open; verified are its size and its end, which vouches for the rest of it: the reader
// verifies that on the way.  Throws Error: kNotFound, kCorrupt.
std::unique_ptr<base::ReadableFile> open_by_end(base::FileSystem& files,
                                                const std::filesystem::path& index,
                                                const FileEntry& entry);

// The file, open and verified whole.  Throws Error: kNotFound, kCorrupt.
std::unique_ptr<base::ReadableFile> open_verified(base::FileSystem& files,
                                                  const std::filesystem::path& index,
                                                  const FileEntry& entry);

}  // namespace dateline::storage
