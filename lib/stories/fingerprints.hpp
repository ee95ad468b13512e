// What is kept of an article's wording, so that the same text is known again elsewhere.
// In: an article's words.  Out: numbers of shingles, each of three content words in a row.
// Method: of the body's shingles, those whose number is smallest, at most 128, so that two articles
// keep the same ones of what they share (bottom sketches: Broder, "On the resemblance and containment
// of documents", 1997).  A content word has four letters or more, or a digit; so nothing here depends
// on an article's language, which is told by detection and may differ between two copies.
// Invariants: depends on the words only, not on their case, accents, marks or layout.
// Tested by tests/stories/fingerprints_test.cpp.
#pragma once

#include "analysis/analyzer.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::stories {

inline constexpr std::size_t kMostMarks = 128;
inline constexpr unsigned kParts = 8;  // into which a body is cut, to tell where its shingles stand
inline constexpr unsigned kLevels = 5;

// A shingle that was kept.
struct Mark {
  std::uint32_t number = 0;
  std::uint8_t part = 0;  // of the body, below kParts; kParts: in the title or a caption
  friend bool operator==(const Mark&, const Mark&) = default;
};

// How much there is of a body.
struct Extent {
  std::uint32_t shingles = 0;  // different ones
  std::uint8_t level = 0;      // shingles below 2^(32 - level) were kept
  // counts[i]: how many are below 2^(32 - level - i).
  std::array<std::uint32_t, kLevels> counts{};
  friend bool operator==(const Extent&, const Extent&) = default;
};

struct Fingerprints {
  std::uint64_t body = 0;  // of all its words, in order
  Extent extent;
  std::vector<Mark> marks;  // of the body, then of title and captions; ascending in each
};

// Junk has no part in it.
Fingerprints fingerprints(std::span<const analysis::Token> tokens);

}  // namespace dateline::stories
