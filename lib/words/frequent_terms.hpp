// The terms of a file that begin so, the most frequent first.
// In: a file, a beginning.  Out: term after term.
// Method: best first; a block of the dictionary counts as its most frequent term until it is opened.
// Tested by tests/words/frequent_terms_test.cpp.
#pragma once

#include "words/reader.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::words {

class FrequentTerms {
 public:
  FrequentTerms(const Reader& reader, std::string_view beginning);  // the reader outlives it

  // The most documents that the next one may be in; 0: there is none.
  std::uint32_t bound() const { return queue_.empty() ? 0 : queue_.front().documents; }
  // The next one, which no further one is more frequent than; empty: there is none.
  std::string next();

 private:
  // A term that was met, or else a block.
  struct Entry {
    std::uint32_t documents = 0;
    std::uint64_t block = 0;
    std::string term;
  };
  void push(Entry entry);
  Entry pop();

  const Dictionary& dictionary_;
  std::string beginning_;
  std::vector<Entry> queue_;  // a heap
};

}  // namespace dateline::words
