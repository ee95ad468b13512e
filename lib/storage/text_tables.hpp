// The end of text.zst: where each record lies, and each block.
// In: the tables, or an open file.  Out: bytes to append, or the tables, checked.
// Format: a table of (block, begin, size, arrival, id) for each article and one of (offset, stored size,
// size, fingerprint) for each block, as base::ByteWriter::number, fingerprints fixed64; then the
// footer: begin of the tables and their fingerprint (fixed64), articles, blocks, version (fixed32),
// fingerprint of the footer so far (fixed64).  Fingerprints are base::hash64.
// Invariants: after reading, every record lies in its block and every block before the tables.
// Tested by tests/storage/text_tables_test.cpp.
#pragma once

#include "base/files.hpp"
#include "base/memory.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::storage {

struct TextPlace {
  std::uint32_t block = 0;  // of any value where size is 0
  std::uint32_t begin = 0;  // in the block
  std::uint32_t size = 0;
};

struct TextBlock {
  std::uint64_t offset = 0;
  std::uint64_t stored = 0;       // bytes in the file
  std::uint64_t size = 0;         // bytes of its records
  std::uint64_t fingerprint = 0;  // of the stored bytes
};

// Memory: 28 bytes for each article and those of its id.
struct TextTables {
  base::LargeVector<TextPlace> places;
  base::LargeVector<std::uint64_t> arrivals;
  base::LargeVector<char> ids;
  base::LargeVector<std::uint64_t> id_ends;
  std::vector<TextBlock> blocks;

  void add(const TextPlace& place, std::uint64_t arrival, std::string_view id);
  std::string_view id(std::uint32_t doc) const {
    const std::uint64_t begin = doc == 0 ? 0 : id_ends[doc - 1];
    return {ids.data() + begin, static_cast<std::size_t>(id_ends[doc] - begin)};
  }
};

// `begin`: the bytes of all blocks.
std::string print_tables(const TextTables& tables, std::uint64_t begin);

// `path` is for the error.  Throws Error(kCorrupt).
TextTables read_tables(const base::ReadableFile& file, const std::filesystem::path& path);

}  // namespace dateline::storage
