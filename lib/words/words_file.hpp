// The frame of words.dlw: sections, a checksum for every 64 KiB, a footer that describes them.
// In: bytes.  Out: the same bytes, proven to be the ones that were written.
//
//   header: "DLWORDS1", version, zeros up to 64 bytes
//   postings, dictionary, dictionary index, lengths, titles, spans
//   XXH3 of each 64 KiB before this point, 8 bytes each
//   footer: numbers of 8 bytes (FooterField), XXH3 of the checksums, XXH3 of the footer
//
// All numbers are little-endian.
// Invariants: a byte is used only after its 64 KiB have been verified, once for all threads.
// Threads: a VerifiedBytes may be shared.
// Tested by tests/words/reader_test.cpp.
#pragma once

#include "base/files.hpp"
#include "words/bits.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::words {

inline constexpr std::uint64_t kFormatVersion = 4;
inline constexpr std::size_t kChunk = std::size_t{64} << 10;
inline constexpr std::size_t kHeaderSize = 64;

struct Section {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};

// What the footer says.  Its numbers are the fields in this order, all of 8 bytes.
struct Footer {
  std::uint64_t version = kFormatVersion;
  std::uint64_t documents = 0;
  std::uint64_t total_length = 0;
  std::uint64_t longest = 0;  // document
  std::uint64_t terms = 0;
  std::uint64_t terms_per_block = 0;
  Section postings;
  Section dictionary;
  Section index;
  Section lengths;
  Section titles;
  Section spans;
  std::uint64_t length_width = 0;  // bits
  std::uint64_t title_width = 0;
  std::uint64_t span_width = 0;
  std::uint64_t span_less = 0;  // span = stored + length - span_less, in 32-bit arithmetic
  std::uint64_t data_end = 0;   // where the checksums begin
};

// Appends to a file; checksums on the way.
class WordsFileWriter {
 public:
  explicit WordsFileWriter(base::WritableFile& file);
  void append(std::string_view bytes);
  void append(const BitWriter& bits);  // Requires: aligned
  std::uint64_t offset() const { return offset_; }
  // What was appended since `begin`.
  Section since(std::uint64_t begin) const { return {begin, offset_ - begin}; }
  void finish(Footer footer);

 private:
  void flush();

  base::WritableFile& file_;
  std::string buffer_;  // whole chunks are at its beginning
  std::string checksums_;
  std::uint64_t offset_ = 0;
};

// The bytes of a whole file, verified chunk by chunk when they are first touched.
class VerifiedBytes {
 public:
  // Throws Error(kCorrupt) where the frame is not one.  `name` is for errors.
  VerifiedBytes(std::string_view bytes, std::string name);

  const Footer& footer() const { return footer_; }
  const std::uint8_t* data() const { return data_; }
  // Verifies the bytes [offset, offset + size).  Throws Error(kCorrupt): they are damaged, or not there.
  void touch(std::uint64_t offset, std::uint64_t size) const {
    if (offset > footer_.data_end || size > footer_.data_end - offset) fail("it is cut short");
    const std::uint64_t last = (offset + (size == 0 ? 0 : size - 1)) / kChunk;
    for (std::uint64_t chunk = offset / kChunk; chunk <= last; ++chunk) {
      if (!is_verified(chunk)) verify(chunk);
    }
  }
  [[noreturn]] void fail(std::string_view why) const;

 private:
  bool is_verified(std::uint64_t chunk) const {
    return (verified_[chunk / 64].load(std::memory_order_acquire) >> (chunk % 64) & 1) != 0;
  }
  void verify(std::uint64_t chunk) const;
  void read_footer(std::string_view bytes);
  void check_footer() const;

  const std::uint8_t* data_;
  std::string name_;
  Footer footer_;
  mutable std::unique_ptr<std::atomic<std::uint64_t>[]> verified_;
};

}  // namespace dateline::words
