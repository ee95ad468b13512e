// Turns the occurrences of one term into its list of postings.
// In: occurrences or whole postings in the order of documents.  Out: bytes as list_format.hpp says.
// Memory: the bytes of the list and 4 for each document.
// Tested by tests/words/reader_test.cpp.
#pragma once

#include "words/document_table.hpp"
#include "words/impact.hpp"
#include "words/list_format.hpp"
#include "words/words_file.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::words {

class ListEncoder {
 public:
  explicit ListEncoder(const DocumentTable& documents);

  // Documents ascend.
  void add(std::uint32_t doc, std::uint32_t position, std::uint32_t weight) {
    if (doc != doc_) begin_posting(doc);
    frequency_ += weight;
    positions_.push_back(position);
  }
  // A whole posting, as a list holds it: positions ascend.
  void add(std::uint32_t doc, std::uint32_t frequency, std::span<const std::uint32_t> positions) {
    begin_posting(doc);
    frequency_ = frequency;
    positions_.assign(positions.begin(), positions.end());
  }
  // Ends the list, appends its bytes to the file, is ready for the next one.
  // Returns the number of documents.
  std::uint32_t finish(WordsFileWriter& file);

 private:
  void begin_posting(std::uint32_t doc);
  void end_posting();
  void end_block();
  void put_places_of_block(BitWriter& out, std::vector<std::uint64_t>* groups);
  void put_place_block();
  void note_impacts();
  void write_few(WordsFileWriter& file);
  void write_long(WordsFileWriter& file);
  void take_docs_out();
  void put_head(WordsFileWriter& file);
  void put_table(WordsFileWriter& file);
  void put_ranges(WordsFileWriter& file);
  void put_bitmap(WordsFileWriter& file);
  void reset();

  const DocumentTable& documents_;
  Impact impact_;

  // The posting at work.
  std::uint32_t doc_ = kNone;
  std::uint64_t frequency_ = 0;
  std::vector<std::uint32_t> positions_;

  // The block at work.
  std::vector<std::uint32_t> docs_;
  std::vector<std::uint32_t> frequencies_;
  std::vector<std::uint32_t> counts_;
  std::vector<std::uint32_t> places_;

  // The list.
  std::uint32_t document_frequency_ = 0;
  std::uint64_t total_frequency_ = 0;
  BitWriter blocks_;
  BitWriter place_bits_;
  BitWriter block_places_;
  BitWriter column_;
  std::vector<std::uint32_t> lasts_;
  std::vector<std::uint64_t> block_ends_;
  std::vector<std::uint64_t> place_ends_;
  std::vector<std::uint64_t> bitmap_;  // of the documents; empty: they stand in the blocks
  std::vector<float> impacts_;         // of every document
  std::vector<float> range_maxima_;    // of ranges of kRange documents; 0: none
  static constexpr std::uint32_t kNone = 0xffffffff;
};

}  // namespace dateline::words
