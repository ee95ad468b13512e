// What the bytes of a block are to the rules of word boundaries, as bits: bit i stands for byte i.
// In: 64 bytes of UTF-8.  Out: where words can be, by masks.  ASCII, the letters of Latin-1 to
// Latin Extended-A and of Cyrillic, and the commonest signs beyond ASCII are told; a character that
// is not, or that is cut off, is unknown.
// Method: 16 bytes compared at once where the processor has SSE2; byte by byte elsewhere.
// Tested by tests/text/byte_masks_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dateline::text {

inline constexpr std::size_t kBlockBytes = 64;

struct ByteMasks {
  std::uint64_t space = 0;  // ASCII white space
  std::uint64_t lower = 0;  // ASCII letters
  std::uint64_t upper = 0;
  std::uint64_t digit = 0;
  std::uint64_t at_sign = 0;
  std::uint64_t underscore = 0;
  std::uint64_t dot = 0;         // .
  std::uint64_t apostrophe = 0;  // '
  std::uint64_t comma = 0;       // , ;
  std::uint64_t high = 0;        // beyond ASCII
};

// By the fastest way that the processor has.  Reads kBlockBytes bytes.
ByteMasks ascii_masks(const char* block) noexcept;
// Byte by byte, with the same results.
ByteMasks plain_ascii_masks(const char* block) noexcept;

// What of the bytes beyond ASCII is told.
struct HighMasks {
  std::uint64_t letter = 0;  // all bytes of letters
  std::uint64_t quote = 0;   // the first bytes of ‘ and ’, three bytes each
  std::uint64_t told = 0;    // all bytes of letters, quotes and signs that stand alone
};

HighMasks high_masks(const char* block, std::uint64_t high) noexcept;

}  // namespace dateline::text
