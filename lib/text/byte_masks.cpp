// Masks of a block's bytes.  In: 64 bytes of UTF-8.  Out: bits.
// Tested by tests/text/byte_masks_test.cpp.
#include "text/byte_masks.hpp"

#include "base/utf8.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <bit>

namespace dateline::text {
namespace {

#ifdef __SSE2__

// The bits of 16 bytes into their place among 64.
std::uint64_t bits(__m128i bytes, unsigned shift) {
  return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(bytes))) << shift;
}

__m128i equal(__m128i bytes, char c) {
  return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c));
}

// Whether low <= byte <= high, without sign.
__m128i within(__m128i bytes, char low, char high) {
  const __m128i from_low = _mm_sub_epi8(bytes, _mm_set1_epi8(low));
  const __m128i most = _mm_set1_epi8(static_cast<char>(high - low));
  return _mm_cmpeq_epi8(_mm_min_epu8(from_low, most), from_low);
}

void add_masks(__m128i bytes, unsigned shift, ByteMasks& masks) {
  const std::uint64_t letter =
      bits(within(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 'z'), shift);
  const std::uint64_t bit5 = bits(_mm_slli_epi16(bytes, 2), shift);
  masks.lower |= letter & bit5;
  masks.upper |= letter & ~bit5;
  masks.high |= bits(bytes, shift);
  masks.space |= bits(_mm_or_si128(equal(bytes, ' '), within(bytes, '\t', '\r')), shift);
  masks.digit |= bits(within(bytes, '0', '9'), shift);
  masks.at_sign |= bits(equal(bytes, '@'), shift);
  masks.underscore |= bits(equal(bytes, '_'), shift);
  masks.dot |= bits(equal(bytes, '.'), shift);
  masks.apostrophe |= bits(equal(bytes, '\''), shift);
  masks.comma |= bits(_mm_or_si128(equal(bytes, ','), equal(bytes, ';')), shift);
}

#endif

// The bits of the bytes of one character that begins at `at`, as far as they are in the block.
std::uint64_t run(unsigned at, unsigned bytes) {
  return ((std::uint64_t{1} << bytes) - 1) << at;
}

// C3 to C5 and D0 to D3 begin letters: U+00C0 to U+017F but × and ÷, U+0400 to U+04FF but the
// thousands sign and marks.
bool is_letter(unsigned char first, unsigned char second) {
  if (first >= 0xC3 && first <= 0xC5) return first != 0xC3 || (second != 0x97 && second != 0xB7);
  return first >= 0xD0 && first <= 0xD3 && (first != 0xD2 || second < 0x82 || second > 0x89);
}

// No-break space, £ « °  »
bool is_sign_of_two(unsigned char first, unsigned char second) {
  return first == 0xC2 &&
         (second == 0xA0 || second == 0xA3 || second == 0xAB || second == 0xB0 || second == 0xBB);
}

void add_high(const unsigned char* block, unsigned at, HighMasks& masks) {
  const unsigned char first = block[at];
  if (first < 0xE0 && at + 2 <= kBlockBytes) {
    const std::uint64_t both = run(at, 2);
    const bool letter = is_letter(first, block[at + 1]);
    if (letter) masks.letter |= both;
    if (letter || is_sign_of_two(first, block[at + 1])) masks.told |= both;
  } else if (first == 0xE2 && at + 3 <= kBlockBytes && block[at + 1] == 0x80) {
    const unsigned char third = block[at + 2];
    const bool quote = third == 0x98 || third == 0x99;
    if (quote) masks.quote |= run(at, 1);
    // En and em dash, curly double quotes, low quote, ellipsis.
    if (quote || third == 0x93 || third == 0x94 || third == 0x9C || third == 0x9D ||
        third == 0x9E || third == 0xA6) {
      masks.told |= run(at, 3);
    }
  }
}

}  // namespace

ByteMasks plain_ascii_masks(const char* block) noexcept {
  ByteMasks masks;
  for (unsigned i = 0; i < kBlockBytes; ++i) {
    const char c = block[i];
    const std::uint64_t bit = std::uint64_t{1} << i;
    if (static_cast<unsigned char>(c) >= 0x80) masks.high |= bit;
    if (base::is_ascii_space(c)) masks.space |= bit;
    if (base::is_ascii_lower(c)) masks.lower |= bit;
    if (base::is_ascii_upper(c)) masks.upper |= bit;
    if (base::is_ascii_digit(c)) masks.digit |= bit;
    if (c == '@') masks.at_sign |= bit;
    if (c == '_') masks.underscore |= bit;
    if (c == '.') masks.dot |= bit;
    if (c == '\'') masks.apostrophe |= bit;
    if (c == ',' || c == ';') masks.comma |= bit;
  }
  return masks;
}

ByteMasks ascii_masks(const char* block) noexcept {
#ifdef __SSE2__
  ByteMasks masks;
  for (unsigned i = 0; i < kBlockBytes; i += 16) {
    add_masks(_mm_loadu_si128(reinterpret_cast<const __m128i*>(block + i)), i, masks);
  }
  return masks;
#else
  return plain_ascii_masks(block);
#endif
}

HighMasks high_masks(const char* block, std::uint64_t high) noexcept {
  HighMasks masks;
  const auto* bytes = reinterpret_cast<const unsigned char*>(block);
  for (; high != 0; high &= high - 1) {
    const auto at = static_cast<unsigned>(std::countr_zero(high));
    if (bytes[at] >= 0xC0) add_high(bytes, at, masks);
  }
  return masks;
}

}  // namespace dateline::text
