// The inner loops that gain from AVX-512, the others with AVX2.  In: bytes and numbers.  Out: numbers.
// Method: the places of the set bits of a word are the numbers 0 to 63 as bytes, compressed by it.
// Compiled for AVX-512 function by function, so that the rest of the library runs on any x86-64.
// Tested by tests/words/kernels_test.cpp.
#include "words/kernels.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

// g++ 12 takes the undefined registers of its own header for ours.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

#define DATELINE_AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512cd,avx512vbmi2,bmi,bmi2,popcnt,lzcnt")))

namespace dateline::words {
namespace {

DATELINE_AVX512 inline __m512i iota_of_bytes() {
  return _mm512_set_epi64(0x3f3e3d3c3b3a3938, 0x3736353433323130, 0x2f2e2d2c2b2a2928,
                          0x2726252423222120, 0x1f1e1d1c1b1a1918, 0x1716151413121110,
                          0x0f0e0d0c0b0a0908, 0x0706050403020100);
}

DATELINE_AVX512 inline void put_sixteen(std::uint32_t* to, __m128i bytes, __m512i base) {
  _mm512_storeu_si512(to, _mm512_add_epi32(_mm512_cvtepu8_epi32(bytes), base));
}

DATELINE_AVX512 std::size_t ones(const std::uint8_t* data, std::uint64_t bit, std::uint64_t limit,
                                 std::size_t count, std::uint32_t* out) {
  const __m512i numbers = iota_of_bytes();
  std::size_t found = 0;
  for (std::uint64_t at = 0; at < limit && found < count; at += kMaxPut) {
    const std::uint64_t rest = limit - at;
    const std::uint64_t word =
        bits_at(data, bit + at, rest < kMaxPut ? static_cast<unsigned>(rest) : kMaxPut);
    const auto here = static_cast<std::size_t>(_mm_popcnt_u64(word));
    const __m512i places = _mm512_maskz_compress_epi8(word, numbers);
    const __m512i base = _mm512_set1_epi32(static_cast<int>(at));
    // Sixteen at a time, as long as they are asked for: no more than kPad are too many.
    std::uint32_t* to = out + found;
    const std::size_t most = here < count - found ? here : count - found;
    put_sixteen(to, _mm512_castsi512_si128(places), base);
    if (most > 16) put_sixteen(to + 16, _mm512_extracti32x4_epi32(places, 1), base);
    if (most > 32) put_sixteen(to + 32, _mm512_extracti32x4_epi32(places, 2), base);
    if (most > 48) put_sixteen(to + 48, _mm512_extracti32x4_epi32(places, 3), base);
    found += most;
  }
  return found;
}

DATELINE_AVX512 inline __m512i load(const void* from) {
  return _mm512_loadu_si512(from);
}

DATELINE_AVX512 void join(const std::uint32_t* places, const std::uint32_t* lows, unsigned low_bits,
                          std::uint32_t base, std::uint32_t most, std::size_t count,
                          std::uint32_t* out) {
  const __m128i shift = _mm_cvtsi32_si128(static_cast<int>(low_bits));
  const __m512i bases = _mm512_set1_epi32(static_cast<int>(base));
  const __m512i mosts = _mm512_set1_epi32(static_cast<int>(most));
  __m512i index = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  for (std::size_t i = 0; i < count; i += 16) {
    const __m512i high = _mm512_sll_epi32(_mm512_sub_epi32(load(places + i), index), shift);
    const __m512i doc = _mm512_add_epi32(_mm512_or_si512(high, load(lows + i)), bases);
    _mm512_storeu_si512(out + i, _mm512_min_epu32(doc, mosts));
    index = _mm512_add_epi32(index, _mm512_set1_epi32(16));
  }
}

// Halves without a branch, then looks for the number among sixteen.
DATELINE_AVX512 void match(const std::uint32_t* sorted, std::size_t size, const std::uint32_t* docs,
                           const std::uint32_t* places, std::size_t count, std::uint32_t* found) {
  if (size < kBlock) return plain_kernels().match(sorted, size, docs, places, count, found);
  for (std::size_t n = 0; n < count; ++n) {
    const std::uint32_t doc = docs[places[n]];
    std::size_t i = sorted[63] < doc ? 64 : 0;
    i += sorted[i + 31] < doc ? 32 : 0;
    i += sorted[i + 15] < doc ? 16 : 0;
    const unsigned equal =
        _mm512_cmpeq_epi32_mask(load(sorted + i), _mm512_set1_epi32(static_cast<int>(doc)));
    found[n] = equal != 0 ? static_cast<std::uint32_t>(i) + _tzcnt_u32(equal) : kNoPlace;
  }
}

DATELINE_AVX512 inline bool is_in_32_bits(const PackedNumbers& numbers, std::uint64_t last) {
  constexpr unsigned kMaxWidth = 25;  // fits into four bytes from any bit of the first on
  return numbers.width() <= kMaxWidth && ((last + 1) * numbers.width() >> 32) == 0;
}

// Of sixteen documents.  Requires: is_in_32_bits.
DATELINE_AVX512 inline __m512i numbers_of(const PackedNumbers& numbers, __m512i docs) {
  const __m512i bit =
      _mm512_mullo_epi32(docs, _mm512_set1_epi32(static_cast<int>(numbers.width())));
  const __m512i words = _mm512_i32gather_epi32(_mm512_srli_epi32(bit, 3), numbers.data(), 1);
  const __m512i shifted = _mm512_srlv_epi32(words, _mm512_and_si512(bit, _mm512_set1_epi32(7)));
  return _mm512_and_si512(shifted, _mm512_set1_epi32(static_cast<int>(low_mask(numbers.width()))));
}

// As PlaceTable::bits, which place_bits fills: the width of a number of mixed radix.
DATELINE_AVX512 inline __m512i radix_bits(__m512i counts, __m512i spans) {
  const __mmask16 two = _mm512_cmpge_epu32_mask(counts, _mm512_set1_epi32(2));
  const __mmask16 three = _mm512_cmpeq_epi32_mask(counts, _mm512_set1_epi32(3));
  __m512i radix = _mm512_mask_mullo_epi32(spans, two, spans, _mm512_srli_epi32(spans, 1));
  radix = _mm512_mask_mullo_epi32(radix, three, radix, spans);
  const __m512i zeros = _mm512_lzcnt_epi32(_mm512_sub_epi32(radix, _mm512_set1_epi32(1)));
  return _mm512_sub_epi32(_mm512_set1_epi32(32), zeros);
}

DATELINE_AVX512 std::size_t sum_bits(const PlaceTable& table, const std::uint32_t* docs,
                                     const std::uint32_t* counts, std::size_t from, std::size_t to,
                                     std::uint64_t& sum, std::uint32_t* odd) {
  if (from >= to) return 0;
  const std::uint32_t last = docs[to - 1];
  if (!is_in_32_bits(table.lengths, last) || !is_in_32_bits(table.spans, last)) {
    return plain_kernels().sum_bits(table, docs, counts, from, to, sum, odd);
  }
  const __m512i most = _mm512_set1_epi32(static_cast<int>(last));
  const __m512i less = _mm512_set1_epi32(static_cast<int>(table.less));
  const __m512i one = _mm512_set1_epi32(1);
  const __m512i index = _mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  __m512i sums = _mm512_setzero_si512();
  std::size_t odds = 0;
  for (std::size_t i = from; i < to; i += 16) {
    const auto asked = static_cast<__mmask16>(to - i < 16 ? (1u << (to - i)) - 1 : 0xffffu);
    const __m512i doc = _mm512_min_epu32(load(docs + i), most);
    const __m512i span = _mm512_sub_epi32(
        _mm512_add_epi32(numbers_of(table.spans, doc), numbers_of(table.lengths, doc)), less);
    const __m512i count = load(counts + i);
    const __m512i limit = _mm512_set1_epi32(PlaceTable::kCounts - 1);
    __mmask16 even = _mm512_mask_cmplt_epu32_mask(asked, _mm512_sub_epi32(count, one), limit);
    even = _mm512_mask_cmple_epu32_mask(even, count, span);
    even = _mm512_mask_cmplt_epu32_mask(even, span, _mm512_set1_epi32(PlaceTable::kSpans));
    sums = _mm512_mask_add_epi32(sums, even, sums, radix_bits(count, span));
    const auto rest = static_cast<__mmask16>(asked & ~even);
    if (rest == 0) continue;
    const __m512i places = _mm512_add_epi32(index, _mm512_set1_epi32(static_cast<int>(i)));
    _mm512_storeu_si512(odd + odds, _mm512_maskz_compress_epi32(rest, places));
    odds += static_cast<std::size_t>(_mm_popcnt_u32(rest));
  }
  sum += static_cast<std::uint32_t>(_mm512_reduce_add_epi32(sums));
  return odds;
}

}  // namespace

const Kernels* avx512_kernels() noexcept {
  static const bool is_there = avx2_kernels() != nullptr && __builtin_cpu_supports("avx512bw") &&
                               __builtin_cpu_supports("avx512vl") &&
                               __builtin_cpu_supports("avx512cd") &&
                               __builtin_cpu_supports("avx512vbmi2");
  if (!is_there) return nullptr;
  static const Kernels with_avx512 = [] {
    Kernels kernels = *avx2_kernels();
    kernels.ones = ones;
    kernels.join = join;
    kernels.match = match;
    kernels.sum_bits = sum_bits;
    return kernels;
  }();
  return &with_avx512;
}

}  // namespace dateline::words

#else

namespace dateline::words {

const Kernels* avx512_kernels() noexcept {
  return nullptr;
}

}  // namespace dateline::words

#endif
