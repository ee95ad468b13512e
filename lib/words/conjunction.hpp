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
  // Requires: `held` is not empty, the rarest first.  `barred`: terms that must not be there.
  Conjunction(const SearchedSegment& segment, std::span<const TermInfo> held,
              std::span<const TermInfo> barred);

  bool next();  // to the next block; false: there is none
  // Those of the block at hand, ascending.
  std::span<const std::uint32_t> docs() const { return {docs_.data(), kept_}; }

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
  BlockNumbers docs_;
};

}  // namespace dateline::words
