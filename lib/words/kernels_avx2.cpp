// The inner loops with AVX2, eight numbers at a time.  In: bytes and numbers.  Out: numbers.
// Method: numbers of one width lie in a row, four of at most 25 bits within 16 bytes, so a shuffle
// brings each into its own lane; set bits are listed byte by byte from a table (D. Lemire, "Iterating
// over set bits quickly", SIMD edition).  Compiled for AVX2 function by function, so that the rest of the
// library runs on any x86-64.
// Long because each loop is here once, with the tables that it needs.
// Tested by tests/words/kernels_test.cpp.
#include "words/kernels.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#include <array>

#define DATELINE_AVX2 __attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt")))

namespace dateline::words {
namespace {

constexpr unsigned kMaxShuffled = 25;

struct Shuffle {
  alignas(32) std::array<std::uint8_t, 32> bytes;
  alignas(32) std::array<std::uint32_t, 8> shifts;
  std::uint32_t second;  // first byte of the upper four
};

// For each width and each place of the first bit in its byte.
constexpr Shuffle shuffle_of(unsigned width, unsigned start) {
  Shuffle result{};
  result.second = (start + 4 * width) / 8;
  for (unsigned i = 0; i < 8; ++i) {
    const unsigned bit = start + i * width;
    const unsigned origin = i < 4 ? 0 : result.second;
    for (unsigned b = 0; b < 4; ++b) {
      result.bytes[i * 4 + b] = static_cast<std::uint8_t>(bit / 8 - origin + b);
    }
    result.shifts[i] = bit % 8;
  }
  return result;
}

constexpr auto make_shuffles() {
  std::array<std::array<Shuffle, 8>, kMaxShuffled + 1> table{};
  for (unsigned width = 0; width <= kMaxShuffled; ++width) {
    for (unsigned start = 0; start < 8; ++start) table[width][start] = shuffle_of(width, start);
  }
  return table;
}

constexpr auto kShuffles = make_shuffles();

struct SetBits {
  alignas(8) std::array<std::array<std::uint8_t, 8>, 256> places;
  std::array<std::uint8_t, 256> counts;
};

constexpr SetBits make_set_bits() {
  SetBits table{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    for (unsigned bit = 0; bit < 8; ++bit) {
      if ((byte >> bit & 1) != 0) {
        table.places[byte][table.counts[byte]++] = static_cast<std::uint8_t>(bit);
      }
    }
  }
  return table;
}

constexpr SetBits kSetBits = make_set_bits();

DATELINE_AVX2 inline __m256i load(const void* from) {
  return _mm256_loadu_si256(static_cast<const __m256i*>(from));
}

DATELINE_AVX2 inline void store(void* to, __m256i value) {
  _mm256_storeu_si256(static_cast<__m256i*>(to), value);
}

DATELINE_AVX2 inline __m256i set_bits(unsigned byte) {
  return _mm256_cvtepu8_epi32(
      _mm_loadl_epi64(reinterpret_cast<const __m128i*>(kSetBits.places[byte].data())));
}

DATELINE_AVX2 void unpack(const std::uint8_t* data, std::uint64_t bit, unsigned width,
                          std::size_t count, std::uint32_t* out) {
  if (width > kMaxShuffled) return plain_kernels().unpack(data, bit, width, count, out);
  const Shuffle& shuffle = kShuffles[width][bit & 7];
  const __m256i bytes = load(shuffle.bytes.data());
  const __m256i shifts = load(shuffle.shifts.data());
  const __m256i mask = _mm256_set1_epi32(static_cast<int>(low_mask(width)));
  const std::uint8_t* at = data + (bit >> 3);
  for (std::size_t i = 0; i < count; i += 8, at += width) {
    const __m128i low = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i high = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + shuffle.second));
    const __m256i both = _mm256_inserti128_si256(_mm256_castsi128_si256(low), high, 1);
    const __m256i lanes = _mm256_srlv_epi32(_mm256_shuffle_epi8(both, bytes), shifts);
    store(out + i, _mm256_and_si256(lanes, mask));
  }
}

DATELINE_AVX2 std::size_t ones(const std::uint8_t* data, std::uint64_t bit, std::uint64_t limit,
                               std::size_t count, std::uint32_t* out) {
  std::size_t found = 0;
  for (std::uint64_t at = 0; at < limit && found < count; at += kMaxPut) {
    std::uint64_t word = bits_at(data, bit + at, kMaxPut);
    auto base = static_cast<std::uint32_t>(at);
    for (; word != 0 && found < count; word >>= 8, base += 8) {
      const auto byte = static_cast<unsigned>(word & 0xff);
      store(out + found,
            _mm256_add_epi32(set_bits(byte), _mm256_set1_epi32(static_cast<int>(base))));
      found += kSetBits.counts[byte];
    }
  }
  if (found > count) found = count;
  while (found > 0 && out[found - 1] >= limit) --found;
  return found;
}

DATELINE_AVX2 inline __m256i iota() {
  return _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
}

DATELINE_AVX2 void join(const std::uint32_t* places, const std::uint32_t* lows, unsigned low_bits,
                        std::uint32_t base, std::uint32_t most, std::size_t count,
                        std::uint32_t* out) {
  const __m128i shift = _mm_cvtsi32_si128(static_cast<int>(low_bits));
  const __m256i bases = _mm256_set1_epi32(static_cast<int>(base));
  const __m256i mosts = _mm256_set1_epi32(static_cast<int>(most));
  __m256i index = iota();
  for (std::size_t i = 0; i < count; i += 8) {
    const __m256i high = _mm256_sll_epi32(_mm256_sub_epi32(load(places + i), index), shift);
    const __m256i doc = _mm256_add_epi32(_mm256_or_si256(high, load(lows + i)), bases);
    store(out + i, _mm256_min_epu32(doc, mosts));
    index = _mm256_add_epi32(index, _mm256_set1_epi32(8));
  }
}

DATELINE_AVX2 void gaps(const std::uint32_t* places, const std::uint32_t* lows, unsigned low_bits,
                        std::size_t count, std::uint32_t* out) {
  const __m128i shift = _mm_cvtsi32_si128(static_cast<int>(low_bits));
  const __m256i one = _mm256_set1_epi32(1);
  __m256i last = _mm256_set1_epi32(-1);
  for (std::size_t i = 0; i < count; i += 8) {
    const __m256i now = load(places + i);
    const __m256i turned = _mm256_permutevar8x32_epi32(_mm256_blend_epi32(now, last, 0x80),
                                                       _mm256_setr_epi32(7, 0, 1, 2, 3, 4, 5, 6));
    const __m256i gap = _mm256_sub_epi32(_mm256_sub_epi32(now, turned), one);
    const __m256i value = _mm256_or_si256(_mm256_sll_epi32(gap, shift), load(lows + i));
    last = now;
    store(out + i, _mm256_add_epi32(value, one));
  }
}

// Lengths of eight documents.  Requires: width <= 25 and places below 2^32 bits.
DATELINE_AVX2 inline __m256i lengths_of(const PackedNumbers& lengths, __m256i docs) {
  const __m256i bit =
      _mm256_mullo_epi32(docs, _mm256_set1_epi32(static_cast<int>(lengths.width())));
  const __m256i words = _mm256_i32gather_epi32(reinterpret_cast<const int*>(lengths.data()),
                                               _mm256_srli_epi32(bit, 3), 1);
  const __m256i shifted = _mm256_srlv_epi32(words, _mm256_and_si256(bit, _mm256_set1_epi32(7)));
  return _mm256_and_si256(shifted, _mm256_set1_epi32(static_cast<int>(low_mask(lengths.width()))));
}

DATELINE_AVX2 void score(const FastScore& scorer, const PackedNumbers& lengths,
                         const std::uint32_t* docs, const std::uint32_t* frequencies,
                         std::size_t count, float* out) {
  const std::uint64_t last = count == 0 ? 0 : docs[count - 1];
  if (lengths.width() > kMaxShuffled || (last + 1) * lengths.width() >> 32 != 0) {
    return plain_kernels().score(scorer, lengths, docs, frequencies, count, out);
  }
  const __m256 weight = _mm256_set1_ps(scorer.weight);
  const __m256 slope = _mm256_set1_ps(scorer.slope);
  const __m256 least = _mm256_set1_ps(scorer.least);
  const __m256 fixed = _mm256_set1_ps(scorer.fixed);
  const __m256i most = _mm256_set1_epi32(static_cast<int>(last));
  const __m256i highest = _mm256_set1_epi32(0x7fffffff);
  for (std::size_t i = 0; i < count; i += 8) {
    const __m256i doc = _mm256_min_epu32(load(docs + i), most);  // what stands behind the last
    const __m256 length = _mm256_cvtepi32_ps(lengths_of(lengths, doc));
    const __m256 saturation =
        _mm256_add_ps(_mm256_max_ps(_mm256_mul_ps(length, slope), least), fixed);
    const __m256 f = _mm256_cvtepi32_ps(_mm256_min_epu32(load(frequencies + i), highest));
    _mm256_storeu_ps(out + i,
                     _mm256_div_ps(_mm256_mul_ps(weight, f), _mm256_add_ps(saturation, f)));
  }
}

// Writes the places of the set bits among the eight of `kept`, those below `count`.
DATELINE_AVX2 inline std::size_t write_kept(unsigned kept, std::size_t i, std::size_t count,
                                            std::uint32_t* out) {
  if (count - i < 8) kept &= (1u << (count - i)) - 1;
  store(out, _mm256_add_epi32(set_bits(kept), _mm256_set1_epi32(static_cast<int>(i))));
  return kSetBits.counts[kept];
}

DATELINE_AVX2 std::size_t filter(const std::uint32_t* docs, const float* scores, std::size_t count,
                                 const float* bounds, float least, std::uint32_t* out) {
  const __m256 limit = _mm256_set1_ps(least);
  const __m256i last = _mm256_set1_epi32(count == 0 ? 0 : static_cast<int>(docs[count - 1]));
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; i += 8) {
    const __m256i range = _mm256_srli_epi32(_mm256_min_epu32(load(docs + i), last), kRangeShift);
    const __m256 sum =
        _mm256_add_ps(_mm256_loadu_ps(scores + i), _mm256_i32gather_ps(bounds, range, 4));
    const int mask = _mm256_movemask_ps(_mm256_cmp_ps(sum, limit, _CMP_GE_OQ));
    if (mask != 0) kept += write_kept(static_cast<unsigned>(mask), i, count, out + kept);
  }
  return kept;
}

DATELINE_AVX2 std::size_t at_least(const float* values, std::size_t count, float least,
                                   std::uint32_t* out) {
  const __m256 limit = _mm256_set1_ps(least);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; i += 8) {
    const int mask =
        _mm256_movemask_ps(_mm256_cmp_ps(_mm256_loadu_ps(values + i), limit, _CMP_GE_OQ));
    if (mask != 0) kept += write_kept(static_cast<unsigned>(mask), i, count, out + kept);
  }
  return kept;
}

DATELINE_AVX2 void add_bounds(const std::uint8_t* maxima, unsigned shift, float low, float step,
                              float absent, const float* more, std::size_t count, float* sums) {
  const __m256 lows = _mm256_set1_ps(low);
  const __m256 steps = _mm256_set1_ps(step);
  const __m256 none = _mm256_set1_ps(absent);
  const __m128i shifts = _mm_cvtsi32_si128(static_cast<int>(shift));
  __m256i index = iota();
  for (std::size_t r = 0; r < count; r += 8) {
    const __m256i m =
        shift == 0
            ? _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(maxima + r)))
            : _mm256_and_si256(_mm256_i32gather_epi32(reinterpret_cast<const int*>(maxima),
                                                      _mm256_srl_epi32(index, shifts), 1),
                               _mm256_set1_epi32(0xff));
    const __m256 level = _mm256_cvtepi32_ps(_mm256_sub_epi32(m, _mm256_set1_epi32(1)));
    const __m256 bound = _mm256_add_ps(lows, _mm256_mul_ps(level, steps));
    const __m256 is_absent = _mm256_castsi256_ps(_mm256_cmpeq_epi32(m, _mm256_setzero_si256()));
    _mm256_storeu_ps(sums + r, _mm256_add_ps(_mm256_loadu_ps(more + r),
                                             _mm256_blendv_ps(bound, none, is_absent)));
    index = _mm256_add_epi32(index, _mm256_set1_epi32(8));
  }
}

DATELINE_AVX2 float mark(const float* values, std::size_t count, float least, std::uint64_t* bits) {
  const __m256 limit = _mm256_set1_ps(least);
  float tail = -__builtin_inff();
  __m256 most = _mm256_set1_ps(tail);
  const std::size_t whole = count & ~std::size_t{7};
  for (std::size_t w = 0; w < (count + 63) / 64; ++w) bits[w] = 0;
  for (std::size_t i = 0; i < whole; i += 8) {
    const __m256 value = _mm256_loadu_ps(values + i);
    most = _mm256_max_ps(most, value);
    const auto mask =
        static_cast<unsigned>(_mm256_movemask_ps(_mm256_cmp_ps(value, limit, _CMP_GE_OQ)));
    bits[i / 64] |= static_cast<std::uint64_t>(mask) << (i % 64);
  }
  for (std::size_t i = whole; i < count; ++i) {
    bits[i / 64] |= static_cast<std::uint64_t>(values[i] >= least) << (i % 64);
    if (values[i] > tail) tail = values[i];
  }
  alignas(32) float lanes[8];
  _mm256_store_ps(lanes, most);
  for (const float lane : lanes) tail = lane > tail ? lane : tail;
  return tail;
}

DATELINE_AVX2 inline bool is_in_32_bits(const PackedNumbers& numbers, std::uint64_t last) {
  return numbers.width() <= kMaxShuffled && ((last + 1) * numbers.width() >> 32) == 0;
}

DATELINE_AVX2 std::size_t sum_bits(const PlaceTable& table, const std::uint32_t* docs,
                                   const std::uint32_t* counts, std::size_t from, std::size_t to,
                                   std::uint64_t& sum, std::uint32_t* odd) {
  if (from >= to) return 0;
  const std::uint32_t last = docs[to - 1];
  if (!is_in_32_bits(table.lengths, last) || !is_in_32_bits(table.spans, last)) {
    return plain_kernels().sum_bits(table, docs, counts, from, to, sum, odd);
  }
  const __m256i most = _mm256_set1_epi32(static_cast<int>(last));
  const __m256i less = _mm256_set1_epi32(static_cast<int>(table.less));
  const __m256i max_span = _mm256_set1_epi32(PlaceTable::kSpans - 1);
  const __m256i max_count = _mm256_set1_epi32(PlaceTable::kCounts - 1);
  const __m256i odd_bits = _mm256_set1_epi32(PlaceTable::kOdd);
  __m256i sums = _mm256_setzero_si256();
  std::size_t odds = 0;
  for (std::size_t i = from; i < to; i += 8) {
    const __m256i doc = _mm256_min_epu32(load(docs + i), most);
    const __m256i stored =
        _mm256_add_epi32(lengths_of(table.spans, doc), lengths_of(table.lengths, doc));
    const __m256i span = _mm256_sub_epi32(stored, less);
    const __m256i count = load(counts + i);
    const __m256i is_in =
        _mm256_and_si256(_mm256_cmpeq_epi32(_mm256_min_epu32(span, max_span), span),
                         _mm256_cmpeq_epi32(_mm256_min_epu32(count, max_count), count));
    const __m256i index =
        _mm256_and_si256(is_in, _mm256_or_si256(_mm256_slli_epi32(count, 10), span));
    const __m256i bits = _mm256_and_si256(
        _mm256_i32gather_epi32(reinterpret_cast<const int*>(table.bits), index, 1), odd_bits);
    const __m256i is_odd = _mm256_cmpeq_epi32(bits, odd_bits);
    const __m256i left = _mm256_set1_epi32(static_cast<int>(to - i));
    const __m256i is_asked = _mm256_cmpgt_epi32(left, iota());
    sums = _mm256_add_epi32(sums, _mm256_andnot_si256(is_odd, _mm256_and_si256(bits, is_asked)));
    const auto mask = static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(is_odd)));
    if (mask != 0) odds += write_kept(mask, i, to, odd + odds);
  }
  alignas(32) std::uint32_t lanes[8];
  _mm256_store_si256(reinterpret_cast<__m256i*>(lanes), sums);
  for (const std::uint32_t lane : lanes) sum += lane;
  return odds;
}

DATELINE_AVX2 std::size_t rank(const std::uint8_t* data, std::uint64_t bit, std::uint64_t size) {
  long long count = 0;
  for (; size > kMaxPut; size -= kMaxPut, bit += kMaxPut) {
    count += _mm_popcnt_u64(bits_at(data, bit, kMaxPut));
  }
  return static_cast<std::size_t>(count +
                                  _mm_popcnt_u64(bits_at(data, bit, static_cast<unsigned>(size))));
}

template <bool kOnes>
DATELINE_AVX2 std::uint64_t select_bit(const std::uint8_t* data, std::uint64_t bit,
                                       std::uint64_t size, std::size_t count) {
  for (std::uint64_t at = 0; at < size; at += kMaxPut) {
    const std::uint64_t word =
        (kOnes ? peek(data, bit + at) : ~peek(data, bit + at)) & low_mask(kMaxPut);
    const auto ones = static_cast<std::size_t>(_mm_popcnt_u64(word));
    if (count >= ones) {
      count -= ones;
      continue;
    }
    const std::uint64_t place = at + _tzcnt_u64(_pdep_u64(std::uint64_t{1} << count, word));
    return place < size ? place : size;
  }
  return size;
}

DATELINE_AVX2 std::size_t find(const std::uint32_t* sorted, std::size_t from, std::size_t count,
                               std::uint32_t value) {
  // Unsigned comparison by turning the highest bit.
  const __m256i turn = _mm256_set1_epi32(static_cast<int>(0x80000000u));
  const __m256i wanted = _mm256_xor_si256(_mm256_set1_epi32(static_cast<int>(value)), turn);
  std::size_t i = from;
  std::size_t step = 16;
  for (; i + step < count && sorted[i + step] < value; step *= 2) i += step;
  std::size_t high = i + step < count ? i + step : count;
  while (high - i > 32) {
    const std::size_t middle = i + (high - i) / 2;
    if (sorted[middle] < value) {
      i = middle;
    } else {
      high = middle;
    }
  }
  for (; i < count; i += 8) {
    const __m256i less = _mm256_cmpgt_epi32(wanted, _mm256_xor_si256(load(sorted + i), turn));
    const auto mask = static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(less)));
    if (mask != 0xff) {
      const std::size_t place = i + static_cast<unsigned>(__builtin_ctz(~mask));
      return place < count ? place : count;
    }
  }
  return count;
}

DATELINE_AVX2 inline unsigned smaller_of_eight(const std::uint32_t* sorted, __m256i wanted,
                                               __m256i turn) {
  const __m256i less = _mm256_cmpgt_epi32(wanted, _mm256_xor_si256(load(sorted), turn));
  return static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(less)));
}

// Halves without a branch, then counts the smaller ones of sixteen.
DATELINE_AVX2 inline std::size_t find_in_full(const std::uint32_t* sorted, std::uint32_t value) {
  const __m256i turn = _mm256_set1_epi32(static_cast<int>(0x80000000u));
  const __m256i wanted = _mm256_xor_si256(_mm256_set1_epi32(static_cast<int>(value)), turn);
  std::size_t i = sorted[63] < value ? 64 : 0;
  i += sorted[i + 31] < value ? 32 : 0;
  i += sorted[i + 15] < value ? 16 : 0;
  const unsigned mask = smaller_of_eight(sorted + i, wanted, turn) |
                        smaller_of_eight(sorted + i + 8, wanted, turn) << 8;
  return i + static_cast<unsigned>(_mm_popcnt_u32(mask));
}

DATELINE_AVX2 std::size_t find_in_block(const std::uint32_t* sorted, std::size_t count,
                                        std::uint32_t value) {
  if (count < kBlock) return plain_kernels().find_in_block(sorted, count, value);
  return find_in_full(sorted, value);
}

DATELINE_AVX2 void match(const std::uint32_t* sorted, std::size_t size, const std::uint32_t* docs,
                         const std::uint32_t* places, std::size_t count, std::uint32_t* found) {
  if (size < kBlock) return plain_kernels().match(sorted, size, docs, places, count, found);
  for (std::size_t n = 0; n < count; ++n) {
    const std::uint32_t doc = docs[places[n]];
    const std::size_t i = find_in_full(sorted, doc);  // at most kBlock, and kPad numbers follow
    found[n] = i < kBlock && sorted[i] == doc ? static_cast<std::uint32_t>(i) : kNoPlace;
  }
}

constexpr Kernels kAvx2 = {unpack,
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

const Kernels* avx2_kernels() noexcept {
  static const bool is_there = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
  return is_there ? &kAvx2 : nullptr;
}

}  // namespace dateline::words

#else

namespace dateline::words {

const Kernels* avx2_kernels() noexcept {
  return nullptr;
}

}  // namespace dateline::words

#endif
