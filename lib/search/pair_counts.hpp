// Counts of pairs: a table that is added to some ten million times a second.
// In: members of pairs by their numbers.  Out: the counts of every pair that came, in any order.
// Method: open addressing with linear probing, a quarter of the slots free at least.
// Tested by tests/search/pair_counts_test.cpp.
#pragma once

#include "search/limit.hpp"

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
  // The counts of a pair, which are zero at first; valid until the next call.  nullptr where the table
  // would have to grow and the limit has no room for it: then it is over.
  // Requires: a, b < kMembers.
  PairCount* of(std::uint32_t a, std::uint32_t b, Limit& limit);
  std::size_t size() const { return size_; }
  // Calls `visit` with every pair.
  template <class Visit>
  void for_each(Visit visit) const {
    for (const PairCount& slot : slots_) {
      if (slot.a != kMembers) visit(slot);
    }
  }

 private:
  std::size_t place_of(PairCount pair) const;
  bool grow(Limit& limit);

  std::vector<PairCount> slots_;  // free ones have a member that there is not
  std::size_t size_ = 0;
};

}  // namespace dateline::search
