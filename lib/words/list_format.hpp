// How the postings of one term lie in the file.
//
// At most kBlock documents ("few"), as one row of bits: documents by put_few_docs, frequencies, places.
// More, as bytes: head (numbers by LEB128: total frequency, size of the blocks, size of the places;
// 16 bits each: the levels of kKept, as many as there are documents for), the table of blocks (three
// columns: last document, end of the block, end of its places, each of one width, each from a whole byte
// on), then for more than kShort documents the ranges (one byte: their shift; 16 bits each: least and
// greatest impact of a range; a byte for each range, 0: none of its documents, else 1 to 255 between
// least and greatest), for a list that has_bitmap a bit for each document of the file, the blocks (documents
// unless they are bits, frequencies), the places of each block.
//
// Tested by tests/words/reader_test.cpp.
#pragma once

#include "words/kernels.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace dateline::words {

// A list up to here is taken apart as a whole when it is asked for its best.
inline constexpr std::uint32_t kShort = 1024;
// For which k the k-th best impact is kept.
inline constexpr std::array<std::uint32_t, 3> kKept = {10, 100, 1000};
// Levels between the least and the greatest impact of a range, as a byte from 1 on.
inline constexpr unsigned kLevels = 254;
// A byte for a range stands for at least so many postings on average.
inline constexpr std::uint32_t kPostingsPerRange = 8;

// The documents of a list of more than one document in so many are bits, none left out.
inline constexpr std::uint32_t kDenseShare = 5;

inline bool has_bitmap(std::uint32_t documents, std::uint32_t document_frequency) {
  return document_frequency > kBlock && document_frequency > documents / kDenseShare;
}

inline std::uint64_t bitmap_bytes(std::uint32_t documents) {
  return (std::uint64_t{documents} + 7) / 8;
}

// Postings from one place where places begin to the next.
inline constexpr std::uint32_t kPlaceGroup = 64;

inline std::uint32_t place_groups(std::uint32_t postings) {
  return (postings - 1) / kPlaceGroup;
}

inline std::uint32_t ranges_of(std::uint32_t documents, unsigned shift) {
  return static_cast<std::uint32_t>((std::uint64_t{documents} + (std::uint64_t{1} << shift) - 1) >>
                                    shift);
}

// The width of the ranges of a list: the least that leaves few enough of them.
inline unsigned range_shift(std::uint32_t documents, std::uint32_t document_frequency) {
  unsigned shift = kRangeShift;
  while (ranges_of(documents, shift) > std::max(document_frequency / kPostingsPerRange, 1u))
    ++shift;
  return shift;
}

}  // namespace dateline::words
