// A term at a position of an article: what an index is made of.
// Tested by tests/analysis/analyzer_test.cpp.
#pragma once

#include <cstdint>

namespace dateline::analysis {

// `term` is a number of the analyzer's vocabulary.  `weight` adds to the term's frequency and to the
// article's length.  It is 0 in the term spaces beside the plain one: there each posting counts 1 and
// adds no length.
struct Posting {
  std::uint32_t term = 0;
  std::uint32_t position = 0;
  std::uint32_t weight = 0;
  friend bool operator==(const Posting&, const Posting&) = default;
};

}  // namespace dateline::analysis
