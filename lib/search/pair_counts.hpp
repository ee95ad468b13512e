// Counts of pairs in periods: a table that is added to some ten million times a second.
// In: members of pairs by their numbers.  Out: the counts of every pair that came, in any order.
// Method: open addressing with linear probing, twice as many slots as pairs at least.
// Tested by tests/search/pair_counts_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace dateline::search {

struct PairCount {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::optional<int> period;
  std::uint32_t articles = 0;
  std::uint32_t near = 0;
  std::uint32_t sentences = 0;
};

class PairCounts {
 public:
  static constexpr std::size_t kMost = std::size_t{1} << 22;  // pairs, some 100 MB
  static constexpr std::uint32_t kMembers = 1u << 20;

  PairCounts();
  // The counts of a pair, which are zero at first; valid until the next call.
  // Requires: a, b < kMembers; the period lies within 8 million of 0.
  // Throws Error(kLimit) where there are more than kMost pairs.
  PairCount& of(std::uint32_t a, std::uint32_t b, std::optional<int> period);
  std::vector<PairCount> take() const;

 private:
  struct Slot {
    std::uint64_t key = kFree;
    PairCount counts;
  };
  static constexpr std::uint64_t kFree = ~std::uint64_t{0};
  std::size_t place_of(std::uint64_t key) const;
  void grow();

  std::vector<Slot> slots_;
  std::size_t size_ = 0;
};

}  // namespace dateline::search
