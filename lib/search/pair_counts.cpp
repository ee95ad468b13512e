// Counts pairs.  In: numbers.  Out: counts.
// Tested by tests/search/pair_counts_test.cpp.
#include "search/pair_counts.hpp"

#include <utility>

namespace dateline::search {
namespace {

constexpr std::size_t kFirstSlots = 256;  // a power of two, as all sizes
constexpr PairCount kFree{PairCounts::kMembers, PairCounts::kMembers};

std::uint32_t key_of(const PairCount& pair) {
  return std::uint32_t{pair.a} << 16 | pair.b;
}

}  // namespace

PairCounts::PairCounts() : slots_(kFirstSlots, kFree) {}

std::size_t PairCounts::place_of(PairCount pair) const {
  const std::size_t mask = slots_.size() - 1;
  // Fibonacci hashing: the high bits of the product depend on all bits of the key.
  std::size_t at = (key_of(pair) * 0x9E3779B97F4A7C15u) >> 32 & mask;
  while (key_of(slots_[at]) != key_of(pair) && key_of(slots_[at]) != key_of(kFree)) {
    at = (at + 1) & mask;
  }
  return at;
}

PairCount* PairCounts::of(std::uint32_t a, std::uint32_t b, Limit& limit) {
  const PairCount pair{static_cast<std::uint16_t>(a), static_cast<std::uint16_t>(b)};
  std::size_t at = place_of(pair);
  if (key_of(slots_[at]) == key_of(pair)) return &slots_[at];
  if (size_ + 1 > slots_.size() / 4 * 3) {
    if (!grow(limit)) return nullptr;
    at = place_of(pair);
  }
  ++size_;
  slots_[at] = pair;
  return &slots_[at];
}

// Old and new stand beside each other for a moment.
bool PairCounts::grow(Limit& limit) {
  const std::size_t bytes = slots_.size() * sizeof(PairCount);
  if (limit.look(2 * bytes) || !limit.take(bytes)) return false;
  const auto old = std::exchange(slots_, std::vector<PairCount>(2 * slots_.size(), kFree));
  for (const PairCount& slot : old) {
    if (key_of(slot) != key_of(kFree)) slots_[place_of(slot)] = slot;
  }
  return true;
}

}  // namespace dateline::search
