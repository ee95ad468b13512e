// Whether a document holds a term, for any documents in any order.
// In: a term's list.  Out: yes or no.
// Method: the list's bitmap; else one, of which only those blocks are filled in that are asked for.  Many lists
// can share one.
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
  // That such a set holds in all.
  static std::size_t bytes(const Reader& reader, const TermInfo& info);

  // The documents of another term too.  Requires: neither list has a bitmap.
  void add(const TermInfo& other);

  std::uint32_t documents() const { return list_.document_frequency(); }
  // A bit for each document, all filled in.  Requires: the list has no bitmap.
  const std::uint64_t* all();
  bool has(std::uint32_t doc) {  // Requires: doc < reader.size()
    if (const std::uint8_t* bitmap = list_.bitmap()) return bits_at(bitmap, doc, 1) != 0;
    const std::uint32_t range = doc >> kRangeShift;
    if ((known_[range / 64] >> (range % 64) & 1) == 0) fill_in(range);
    return (bits_[doc / 64] >> (doc % 64) & 1) != 0;
  }

 private:
  void fill_in(std::uint32_t range);
  void add_block(std::uint32_t block);

  const Reader& reader_;
  PostingList list_;
  std::vector<std::uint64_t> bits_;
  std::vector<std::uint64_t> known_;  // ranges
  std::vector<bool> added_;           // blocks
};

}  // namespace dateline::words
