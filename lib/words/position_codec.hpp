// The places of a term in one article as bits, and back.
// In: ascending places below `span`, the article's number of places.  Out: bits, so many as follow from
// the number of places and the span alone: so any posting's places are found without the others'.
// Method: one to three places as one number of mixed radix, a pair by its circular distance, which saves
// the bit of its order; more places by Elias-Fano.
// Tested by tests/words/position_codec_test.cpp.
#pragma once

#include "analysis/terms.hpp"
#include "words/kernels.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::words {

// Requires: 0 < count <= span.
std::uint64_t place_bits(std::uint64_t count, std::uint64_t span) noexcept;

// place_bits of few places and short spans, as PlaceTable wants them.
const std::uint8_t* place_bits_table() noexcept;

void put_places(BitWriter& out, std::span<const std::uint32_t> places, std::uint64_t span);

// Appends them.  Requires: place_bits(count, span) bits at `bit`.
void get_places(const std::uint8_t* data, std::uint64_t bit, std::uint64_t count,
                std::uint64_t span, std::vector<std::uint32_t>& out);

// Positions of an article and its places: title words stand at positions below analysis::kBodyStart, the
// others at it or behind; places have no such gap between the two.
struct PlaceMap {
  std::uint32_t title = 0;  // places of the title: its positions are below
  std::uint32_t span = 0;   // all places
  std::uint32_t place(std::uint32_t position) const noexcept {
    return position < analysis::kBodyStart ? position : position - analysis::kBodyStart + title;
  }
  std::uint32_t position(std::uint32_t place) const noexcept {
    return place < title ? place : place - title + analysis::kBodyStart;
  }
  // Makes room for the position.
  void admit(std::uint32_t position, std::uint32_t& behind_body) noexcept;
};

}  // namespace dateline::words
