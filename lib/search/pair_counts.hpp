// Counts of pairs: a table that is added to some ten million times a second.
// In: members of pairs by their numbers.  Out: the counts of every pair that came, in any order.
// Method: open addressing with linear probing, twice as many slots as pairs at least.
// Tested by tests/search/pair_counts_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline::search {

struct PairCount {
  std::uint16_t a = 0;
  std::uint16_t b = 0;
  std::uint32_t articles = 0;
  std::uint32_t near = 0;
  std::uint32_t sentences = 0;
};

class PairCounts {
 public:
  static constexpr std::uint32_t kMembers = (1u << 16) - 1;

  PairCounts();
  // The counts of a pair, which are zero at first; valid until the next call.
  // Requires: a, b < kMembers.
  PairCount& of(std::uint32_t a, std::uint32_t b);
  std::size_t size() const { return size_; }
  std::vector<PairCount> take() const;

 private:
  std::size_t place_of(PairCount pair) const;
  void grow();

  std::vector<PairCount> slots_;  // free ones have a member that there is not
  std::size_t size_ = 0;
};

}  // namespace dateline::search
