// Documents and frequencies of up to 128 postings as bits, and back.
// In: ascending documents, frequencies.  Out: bits whose form follows from their counts.
// Method: documents as a bitmap where they are dense, else by Elias-Fano (P. Elias 1974, S. Vigna
// "Quasi-succinct indices", 2013, section 3); lists of one block by exponential Golomb codes of their
// gaps; frequencies by Rice codes.
// Invariants: what is decoded stays within the bits and the documents given, whatever they say; nonsense
// throws Error(kCorrupt).
// Tested by tests/words/block_codec_test.cpp.
#pragma once

#include "words/bits.hpp"
#include "words/kernels.hpp"

#include <array>
#include <cstdint>
#include <span>

namespace dateline::words {

using BlockNumbers = std::array<std::uint32_t, kBlock + kPad>;

// Bits of a file that may be read.
struct BitRange {
  const std::uint8_t* data = nullptr;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

[[noreturn]] void fail_damaged();

// Documents in [base, last], `last` being one of them.
void put_docs(BitWriter& out, std::span<const std::uint32_t> docs, std::uint32_t base);

// The documents of a block as they lie there.
class PackedDocs {
 public:
  static constexpr std::uint32_t kNone = 0xffffffff;

  PackedDocs() = default;
  PackedDocs(const BitRange& from, std::size_t count, std::uint32_t base, std::uint32_t last);
  // Those from `base` to `last` in a bitmap of all documents.
  static PackedDocs in_bitmap(const std::uint8_t* bitmap, std::size_t count, std::uint32_t base,
                              std::uint32_t last);
  std::uint64_t end() const { return places_ + size_; }
  bool is_bitmap() const { return dense_; }
  void unpack(std::uint32_t* out) const;
  // The place of the document among them, kNone where it is not.  Requires: base <= doc <= last.
  std::uint32_t find(std::uint32_t doc) const;
  // All of them lie there or behind.
  std::uint32_t base() const { return base_; }
  // Sets their bits.
  void add_to(std::uint64_t* bits) const;

 private:
  const std::uint8_t* data_ = nullptr;
  std::size_t count_ = 0;
  std::uint32_t base_ = 0;
  std::uint32_t last_ = 0;
  bool dense_ = false;
  unsigned low_ = 0;          // bits of each that stand in front
  std::uint64_t lows_ = 0;    // where these begin
  std::uint64_t places_ = 0;  // where the bitmap begins, of the documents or of their high parts
  std::uint64_t size_ = 0;
};

// Documents of a list of one block, all below `size`.
void put_few_docs(BitWriter& out, std::span<const std::uint32_t> docs, std::uint32_t size);
std::uint64_t get_few_docs(const BitRange& from, std::size_t count, std::uint32_t size,
                           std::uint32_t* out);

// Frequencies, and the numbers of positions where they differ.
void put_frequencies(BitWriter& out, std::span<const std::uint32_t> frequencies,
                     std::span<const std::uint32_t> counts);
struct Frequencies {
  std::uint64_t end = 0;
  bool same = false;  // the counts are the frequencies, and `counts` was not written
};
// Whether the numbers of positions are the frequencies; false where the bits end before.
bool are_counts_the_same(const BitRange& from);
// The frequency of posting i, without the others; 0 where that does not work.
std::uint32_t frequency_at(const BitRange& from, std::size_t count, std::uint32_t i);
Frequencies get_frequencies(const BitRange& from, std::size_t count, std::uint32_t* frequencies,
                            std::uint32_t* counts);

}  // namespace dateline::words
