// What stands in stories.dls.
// Format: the marks of all articles by number, in blocks of 64; the articles: body (fixed64), shingles, level,
// counts, dates (0, or 1 and both days as offsets); a table of (first number, offset) of the blocks, fixed32
// each; a footer: offsets of articles and table (fixed64), articles, marks, version (fixed32).  The
// manifest's checksum covers it.
//
// A block is a row of bits (words/bits.hpp): a width of 5 bits; of each mark its number less the one before it
// (of the first, 0), in Rice code (what is above the width in unary, a one behind as many zeros, then the width's
// bits), its article in as many bits as the greatest needs, its part in 4; zeros up to the next byte.
//
// Source   Rice code: Rice and Plaunt, "Adaptive Variable-Length Coding for Efficient Compression of Spacecraft
//          Television Data", 1971
// Tested by tests/storage/story_file_test.cpp.
#pragma once

#include "stories/fingerprints.hpp"
#include "words/bits.hpp"

#include <dateline/date.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace dateline::storage {

inline constexpr std::uint32_t kStoryVersion = 2;
inline constexpr std::size_t kStoryBlock = 64;  // marks
inline constexpr std::size_t kStoryFooter = 8 + 8 + 4 + 4 + 4;
inline constexpr unsigned kPartBits = 4;
inline constexpr unsigned kRiceBits = 5;  // of a block's width
inline constexpr int kDayBias = 1000000;

inline unsigned doc_width(std::size_t articles) {
  return words::width_of(articles == 0 ? 0 : articles - 1);
}

// An article's part in stories.
struct Wording {
  std::uint64_t body = 0;
  stories::Extent extent;
  std::optional<DayRange> published;
  friend bool operator==(const Wording&, const Wording&) = default;
};

struct KeptMark {
  std::uint32_t number = 0;
  std::uint32_t doc = 0;
  std::uint8_t part = 0;
  friend bool operator==(const KeptMark&, const KeptMark&) = default;
  friend auto operator<=>(const KeptMark&, const KeptMark&) = default;
};

}  // namespace dateline::storage
