// The inner loops over blocks of postings: plain, with AVX2, some with AVX-512, as the processor has them.
// In: bytes and numbers.  Out: numbers; all ways give the same ones.
// Invariants: outputs have room for kPad numbers more than asked for; inputs are readable kSlack bytes on.
// Tested by tests/words/kernels_test.cpp.
#pragma once

#include "words/bits.hpp"

#include <cstddef>
#include <cstdint>

namespace dateline::words {

inline constexpr std::size_t kPad = 16;
inline constexpr std::uint32_t kBlock = 128;  // postings
inline constexpr unsigned kRangeShift = 8;    // a range: 256 documents
inline constexpr std::uint32_t kNoPlace = 0xffffffff;
inline constexpr std::uint32_t kRange = 1u << kRangeShift;

// BM25 in single precision: weight * f / (max(length * slope, least) + fixed + f).
// Used to leave out what cannot win, never for a score that is returned.
struct FastScore {
  float weight = 0;
  float slope = 0;
  float least = 0;
  float fixed = 0;
  float saturation(std::uint32_t length) const noexcept {
    const float part = static_cast<float>(length) * slope;
    return (part > least ? part : least) + fixed;
  }
  float score(std::uint32_t frequency, float saturated) const noexcept {
    const auto f = static_cast<float>(frequency);
    return weight * f / (saturated + f);
  }
};

// What says how many bits the places of a posting take: the span of document d is spans[d] + lengths[d] -
// less, and bits[count * kSpans + span] those of `count` < kCounts places; kOdd: not there.
struct PlaceTable {
  static constexpr std::uint32_t kSpans = 1024;
  static constexpr std::uint32_t kCounts = 4;
  static constexpr std::uint8_t kOdd = 255;
  PackedNumbers lengths;
  PackedNumbers spans;
  std::uint32_t less = 0;
  const std::uint8_t* bits =
      nullptr;  // kCounts * kSpans, readable kSlack bytes on; bits[0] is kOdd
};

struct Kernels {
  // `count` numbers of `width` <= 32 bits from `bit` on.
  void (*unpack)(const std::uint8_t* data, std::uint64_t bit, unsigned width, std::size_t count,
                 std::uint32_t* out);
  // Places of the first `count` set bits, counted from `bit`, below `limit`; how many were found.
  std::size_t (*ones)(const std::uint8_t* data, std::uint64_t bit, std::uint64_t limit,
                      std::size_t count, std::uint32_t* out);
  // out[i] = min(base + ((places[i] - i) << low_bits | lows[i]), most)
  void (*join)(const std::uint32_t* places, const std::uint32_t* lows, unsigned low_bits,
               std::uint32_t base, std::uint32_t most, std::size_t count, std::uint32_t* out);
  // out[i] = 1 + ((places[i] - places[i - 1] - 1) << low_bits | lows[i])
  void (*gaps)(const std::uint32_t* places, const std::uint32_t* lows, unsigned low_bits,
               std::size_t count, std::uint32_t* out);
  void (*score)(const FastScore& scorer, const PackedNumbers& lengths, const std::uint32_t* docs,
                const std::uint32_t* frequencies, std::size_t count, float* out);
  // Places i where scores[i] + bounds[docs[i] >> kRangeShift] >= least.
  std::size_t (*filter)(const std::uint32_t* docs, const float* scores, std::size_t count,
                        const float* bounds, float least, std::uint32_t* out);
  // Places i where values[i] >= least.
  std::size_t (*at_least)(const float* values, std::size_t count, float least, std::uint32_t* out);
  // sums[r] = more[r] + (m = maxima[r >> shift]) == 0 ? absent : low + (m - 1) * step
  void (*add_bounds)(const std::uint8_t* maxima, unsigned shift, float low, float step,
                     float absent, const float* more, std::size_t count, float* sums);
  // A bit for each value that is >= least; the greatest value.
  float (*mark)(const float* values, std::size_t count, float least, std::uint64_t* bits);
  // Adds up the bits of the postings [from, to); writes the places of the odd ones, and counts them.
  std::size_t (*sum_bits)(const PlaceTable& table, const std::uint32_t* docs,
                          const std::uint32_t* counts, std::size_t from, std::size_t to,
                          std::uint64_t& sum, std::uint32_t* odd);
  // How many of the `size` bits are set.
  std::size_t (*rank)(const std::uint8_t* data, std::uint64_t bit, std::uint64_t size);
  // The place of the set bit (`count` = 0: the first) or of the zero, of `size` bits; `size`: there is none.
  std::uint64_t (*select)(const std::uint8_t* data, std::uint64_t bit, std::uint64_t size,
                          std::size_t count);
  std::uint64_t (*select_zero)(const std::uint8_t* data, std::uint64_t bit, std::uint64_t size,
                               std::size_t count);
  // The first place where sorted[i] >= value, or count, of at most kBlock numbers.
  std::size_t (*find_in_block)(const std::uint32_t* sorted, std::size_t count, std::uint32_t value);
  // found[n] = the place of docs[places[n]] among at most kBlock sorted numbers, kNoPlace where it is not there.
  void (*match)(const std::uint32_t* sorted, std::size_t size, const std::uint32_t* docs,
                const std::uint32_t* places, std::size_t count, std::uint32_t* found);
  // The first place at or behind `from` where sorted[i] >= value, or count.
  std::size_t (*find)(const std::uint32_t* sorted, std::size_t from, std::size_t count,
                      std::uint32_t value);
};

const Kernels& plain_kernels() noexcept;
// nullptr where the processor or the compiler does not know AVX2.
const Kernels* avx2_kernels() noexcept;
// The same for AVX-512 with VBMI2.
const Kernels* avx512_kernels() noexcept;
// The faster ones of this machine.
const Kernels& kernels() noexcept;

}  // namespace dateline::words
