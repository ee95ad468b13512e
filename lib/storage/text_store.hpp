// Records of articles in compressed blocks: the file text.zst of a segment.
// In: records, in order.  Out: the record of a number.
// Format: a frame for each block of about 64 KiB of records, a table of (block, begin, size, arrival, id)
// for each article, a table of block offsets and checksums, a footer with counts, version and checksum.
// Invariants: every offset is checked before use; a block's checksum is checked when it is first read.
// Threads: a reader may be shared.
// Tested by tests/storage/text_store_test.cpp.
#pragma once

#include "base/files.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::storage {

class TextWriter {
 public:
  TextWriter(base::FileSystem& files, const std::filesystem::path& path);
  ~TextWriter();
  void add(std::string_view record, std::uint64_t arrival, std::string_view id);
  void finish();  // writes the tables, syncs, closes

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

class TextReader {
 public:
  // `path` is for errors.  Throws Error(kCorrupt) when the footer or the tables are damaged.
  TextReader(std::unique_ptr<base::ReadableFile> file, const std::filesystem::path& path);
  ~TextReader();
  std::uint32_t size() const;                      // articles
  std::uint64_t arrival(std::uint32_t doc) const;  // Requires: doc < size()
  std::string record(std::uint32_t doc) const;     // Requires: doc < size()
  std::string_view id(std::uint32_t doc) const;    // Requires: doc < size()
  // The articles of an id.  The first call sorts all ids.
  std::vector<std::uint32_t> find(std::string_view id) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::storage
