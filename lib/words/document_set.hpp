// Whether a document holds a term, for any documents in any order.
// In: a term's list.  Out: yes or no.
// Method: a bitmap, of which only those blocks are filled in that are asked for; a list so dense that its
// blocks are bitmaps is asked itself.
// Threads: one.
// Tested by tests/words/document_set_test.cpp.
#pragma once

#include "words/posting_list.hpp"

#include <cstdint>
#include <vector>

namespace dateline::words {

class DocumentSet {
 public:
  DocumentSet(const Reader& reader, const TermInfo& info);

  std::uint32_t documents() const { return list_.document_frequency(); }
  // A bit for each document, all filled in.  Requires: fewer than half of the documents.
  const std::uint64_t* all();
  bool has(std::uint32_t doc) {  // Requires: doc < reader.size()
    if (is_dense_) return is_in_list(doc);
    const std::uint32_t range = doc >> kRangeShift;
    if ((known_[range / 64] >> (range % 64) & 1) == 0) fill_in(range);
    return (bits_[doc / 64] >> (doc % 64) & 1) != 0;
  }

 private:
  bool is_in_list(std::uint32_t doc);
  void fill_in(std::uint32_t range);
  void add(std::uint32_t block);

  PostingList list_;
  bool is_dense_;  // and nothing is filled in
  std::vector<std::uint64_t> bits_;
  std::vector<std::uint64_t> known_;  // ranges
  std::vector<bool> added_;           // blocks
};

}  // namespace dateline::words
