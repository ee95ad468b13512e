// The inner loops, plainly.  In: bytes and numbers.  Out: numbers.
// Tested by tests/words/kernels_test.cpp.
#include "words/kernels.hpp"

#include <algorithm>
#include <limits>

namespace dateline::words {
namespace {

void unpack(const std::uint8_t* data, std::uint64_t bit, unsigned width, std::size_t count,
            std::uint32_t* out) {
  for (std::size_t i = 0; i < count; ++i, bit += width) {
    out[i] = static_cast<std::uint32_t>(bits_at(data, bit, width));
  }
}

std::size_t ones(const std::uint8_t* data, std::uint64_t bit, std::uint64_t limit,
                 std::size_t count, std::uint32_t* out) {
  std::size_t found = 0;
  for (std::uint64_t at = 0; at < limit && found < count; at += kMaxPut) {
    std::uint64_t word = bits_at(data, bit + at, kMaxPut);
    for (; word != 0 && found < count; word &= word - 1) {
      out[found++] = static_cast<std::uint32_t>(at) + static_cast<unsigned>(std::countr_zero(word));
    }
  }
  while (found > 0 && out[found - 1] >= limit) --found;
  return found;
}

void join(const std::uint32_t* places, const std::uint32_t* lows, unsigned low_bits,
          std::uint32_t base, std::uint32_t most, std::size_t count, std::uint32_t* out) {
  for (std::uint32_t i = 0; i < count; ++i) {
    out[i] = std::min(base + (((places[i] - i) << low_bits) | lows[i]), most);
  }
}

void gaps(const std::uint32_t* places, const std::uint32_t* lows, unsigned low_bits,
          std::size_t count, std::uint32_t* out) {
  std::uint32_t before = std::numeric_limits<std::uint32_t>::max();
  for (std::size_t i = 0; i < count; ++i) {
    out[i] = 1 + (((places[i] - before - 1) << low_bits) | lows[i]);
    before = places[i];
  }
}

void score(const FastScore& scorer, const PackedNumbers& lengths, const std::uint32_t* docs,
           const std::uint32_t* frequencies, std::size_t count, float* out) {
  for (std::size_t i = 0; i < count; ++i) {
    out[i] = scorer.score(frequencies[i], scorer.saturation(lengths[docs[i]]));
  }
}

std::size_t filter(const std::uint32_t* docs, const float* scores, std::size_t count,
                   const float* bounds, float least, std::uint32_t* out) {
  std::size_t kept = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    out[kept] = i;
    kept += scores[i] + bounds[docs[i] >> kRangeShift] >= least;
  }
  return kept;
}

std::size_t at_least(const float* values, std::size_t count, float least, std::uint32_t* out) {
  std::size_t kept = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    out[kept] = i;
    kept += values[i] >= least;
  }
  return kept;
}

void add_bounds(const std::uint8_t* maxima, unsigned shift, float low, float step, float absent,
                const float* more, std::size_t count, float* sums) {
  for (std::size_t r = 0; r < count; ++r) {
    const std::uint8_t m = maxima[r >> shift];
    sums[r] = more[r] + (m == 0 ? absent : low + static_cast<float>(m - 1) * step);
  }
}

float mark(const float* values, std::size_t count, float least, std::uint64_t* bits) {
  float most = -std::numeric_limits<float>::infinity();
  for (std::size_t i = 0; i < count; ++i) {
    if (i % 64 == 0) bits[i / 64] = 0;
    bits[i / 64] |= static_cast<std::uint64_t>(values[i] >= least) << (i % 64);
    most = std::max(most, values[i]);
  }
  return most;
}

std::size_t sum_bits(const PlaceTable& table, const std::uint32_t* docs,
                     const std::uint32_t* counts, std::size_t from, std::size_t to,
                     std::uint64_t& sum, std::uint32_t* odd) {
  std::size_t odds = 0;
  for (std::size_t i = from; i < to; ++i) {
    const std::uint32_t span = table.spans[docs[i]] + table.lengths[docs[i]] - table.less;
    const bool is_in = counts[i] < PlaceTable::kCounts && span < PlaceTable::kSpans;
    const std::uint8_t bits =
        is_in ? table.bits[counts[i] * PlaceTable::kSpans + span] : PlaceTable::kOdd;
    if (bits == PlaceTable::kOdd) {
      odd[odds++] = static_cast<std::uint32_t>(i);
    } else {
      sum += bits;
    }
  }
  return odds;
}

std::size_t rank(const std::uint8_t* data, std::uint64_t bit, std::uint64_t size) {
  std::size_t count = 0;
  for (; size > kMaxPut; size -= kMaxPut, bit += kMaxPut) {
    count += static_cast<std::size_t>(std::popcount(bits_at(data, bit, kMaxPut)));
  }
  return count +
         static_cast<std::size_t>(std::popcount(bits_at(data, bit, static_cast<unsigned>(size))));
}

template <bool kOnes>
std::uint64_t select_bit(const std::uint8_t* data, std::uint64_t bit, std::uint64_t size,
                         std::size_t count) {
  for (std::uint64_t at = 0; at < size; at += kMaxPut) {
    std::uint64_t word = peek(data, bit + at);
    word = (kOnes ? word : ~word) & low_mask(kMaxPut);
    const auto ones = static_cast<std::size_t>(std::popcount(word));
    if (count >= ones) {
      count -= ones;
      continue;
    }
    for (; count > 0; --count) word &= word - 1;
    return std::min(size, at + static_cast<unsigned>(std::countr_zero(word)));
  }
  return size;
}

std::size_t find(const std::uint32_t* sorted, std::size_t from, std::size_t count,
                 std::uint32_t value) {
  std::size_t step = 1;
  std::size_t low = from;
  while (low + step < count && sorted[low + step] < value) {
    low += step;
    step *= 2;
  }
  return static_cast<std::size_t>(
      std::lower_bound(sorted + low, sorted + std::min(low + step + 1, count), value) - sorted);
}

std::size_t find_in_block(const std::uint32_t* sorted, std::size_t count, std::uint32_t value) {
  return static_cast<std::size_t>(std::lower_bound(sorted, sorted + count, value) - sorted);
}

void match(const std::uint32_t* sorted, std::size_t size, const std::uint32_t* docs,
           const std::uint32_t* places, std::size_t count, std::uint32_t* found) {
  for (std::size_t n = 0; n < count; ++n) {
    const std::uint32_t doc = docs[places[n]];
    const std::size_t i = find_in_block(sorted, size, doc);
    found[n] = i < size && sorted[i] == doc ? static_cast<std::uint32_t>(i) : kNoPlace;
  }
}

constexpr Kernels kPlain = {unpack,
                            ones,
                            join,
                            gaps,
                            score,
                            filter,
                            at_least,
                            add_bounds,
                            mark,
                            sum_bits,
                            rank,
                            select_bit<true>,
                            select_bit<false>,
                            find_in_block,
                            match,
                            find};

}  // namespace

const Kernels& plain_kernels() noexcept {
  return kPlain;
}

const Kernels& kernels() noexcept {
  static const Kernels* const chosen = [] {
    for (const Kernels* fast : {avx512_kernels(), avx2_kernels()}) {
      if (fast != nullptr) return fast;
    }
    return &kPlain;
  }();
  return *chosen;
}

}  // namespace dateline::words
