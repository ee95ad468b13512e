// The passages that two articles have in common, word for word.
// In: the words of both.  Out: runs of equal words, not overlapping in the first article, the longest
// ones that can be had, ten words or more.
// Method: greedy, by the numbers of four words in a row.  Words are equal by their folded form.  Junk has no part in it; captions and titles have.
// Tested by tests/stories/passages_test.cpp.
#pragma once

#include "analysis/analyzer.hpp"

#include <dateline/mention.hpp>
#include <dateline/range.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::stories {

inline constexpr std::size_t kLeastWords = 10;

// A word as it is compared.
struct Word {
  std::uint64_t folded = 0;  // a number for its folded form
  Range range;
  std::uint32_t passage = 0;
  Field field = Field::kBody;
};

// Without those in junk.
std::vector<Word> words_of(std::span<const analysis::Token> tokens);

struct CommonPassage {
  Range a;  // bytes of the text, or of the title where that stands beside it
  Range b;
  Field field = Field::kBody;  // the less weighty one of both: caption, title, body
  std::size_t words = 0;
  friend bool operator==(const CommonPassage&, const CommonPassage&) = default;
};

// In the order of the first article.
std::vector<CommonPassage> common_passages(std::span<const Word> a, std::span<const Word> b);

}  // namespace dateline::stories
