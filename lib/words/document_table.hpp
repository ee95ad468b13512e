// What a file of words keeps of each document: its length and how many places it has.
// In: documents, in order.  Out: the sections of words.dlw that hold them.
// Memory: 12 bytes for each document.
// Tested by tests/words/document_table_test.cpp.
#pragma once

#include "base/memory.hpp"
#include "words/position_codec.hpp"
#include "words/words_file.hpp"

#include <cstdint>
#include <vector>

namespace dateline::words {

struct DocumentTable {
  base::LargeVector<std::uint32_t> lengths;
  base::LargeVector<PlaceMap> places;
  std::uint64_t total_length = 0;

  std::uint32_t size() const { return static_cast<std::uint32_t>(lengths.size()); }
  // `length`: the sum of the weights of its postings.
  void add(std::uint32_t length, const PlaceMap& map);
  // Writes the sections and says in the footer where they are.
  void write(WordsFileWriter& file, Footer& footer) const;
};

}  // namespace dateline::words
