// Which terms a leaf stands for that stands for many: a beginning, a pattern with wildcards, or the
// terms within some edits of a word.
// In: a leaf of kind kPrefix, terms.  Out: whether each fits, by how many edits, what need not be looked at.
// Method: wildcards by backtracking to the last star; edits by a column of distances for each character, kept
// where a term begins like the one before it.  An edit is a character that is missing, too many or another, or two
// neighbours that are swapped (optimal string alignment).
// Tested by tests/analysis/term_pattern_test.cpp.
#pragma once

#include "analysis/term_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

class TermPattern {
 public:
  explicit TermPattern(const TermTree& leaf);

  struct Fit {
    bool fits = false;
    unsigned edits = 0;
    // No term that begins with so many bytes of this one fits; 0: some may.
    std::size_t dead = 0;
  };
  // Cheapest when the terms come in the order of their bytes.
  Fit look(std::string_view term);

 private:
  Fit compare(std::string_view term);
  // The characters that this term and the last one have in common at their beginning.
  std::size_t keep(std::string_view term);
  std::uint8_t add_column(char32_t c);

  std::string begin_;  // every term begins so
  std::string pattern_;
  unsigned edits_;
  std::u32string word_;                // what follows `begin_`, within `edits_`
  std::vector<std::uint8_t> columns_;  // of word_.size() + 1 distances each
  std::vector<std::size_t> ends_;      // bytes of a term up to each column
  std::u32string read_;                // the characters of the columns but the first
  std::string last_;                   // the bytes that the columns are of
};

// Whether the text is what the pattern says: "*" any characters, "?" one.
bool fits_wildcards(std::string_view text, std::string_view pattern);

}  // namespace dateline::analysis
