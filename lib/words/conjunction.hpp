// The documents of a segment that hold all of some terms and none of some others, exactly.
// In: their lists.  Out: documents, a block of the rarest list at a time.
// Threads: one.
// Tested by tests/words/top_k_test.cpp.
#pragma once

#include "words/segment_search.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace dateline::words {

class Conjunction {
 public:
  // Requires: `held` is not empty.  `barred`: terms that must not be there.
  Conjunction(const SearchedSegment& segment, std::vector<TermInfo> held,
              std::span<const TermInfo> barred);

  bool next();  // to the next block; false: there is none
  // Places in docs() of those of the block at hand, ascending.
  std::span<const std::uint32_t> places() const { return {places_.data(), kept_}; }
  const std::uint32_t* docs() { return lists_.front().docs(); }

 private:
  struct Joined {
    std::size_t list;
    bool held;
    std::size_t block = 0;
  };
  void join(Joined& joined);
  void keep_counted();

  const SearchedSegment& segment_;
  std::vector<PostingList> lists_;  // the first one leads
  std::vector<Joined> joined_;      // the others
  std::uint32_t block_ = 0;         // of the lead, the next one
  std::size_t kept_ = 0;
  BlockNumbers places_;
};

}  // namespace dateline::words
