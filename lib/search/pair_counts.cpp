// Counts pairs.  In: numbers.  Out: counts.
// Tested by tests/search/pair_counts_test.cpp.
#include "search/pair_counts.hpp"

#include <dateline/error.hpp>

#include <utility>

namespace dateline::search {
namespace {

constexpr std::size_t kFirstSlots = 1024;  // a power of two, as all sizes
constexpr int kPeriodBits = 24;
constexpr std::uint64_t kPeriodZero = std::uint64_t{1} << (kPeriodBits - 1);

std::uint64_t key_of(std::uint32_t a, std::uint32_t b, std::optional<int> period) {
  const std::uint64_t when =
      period ? kPeriodZero + static_cast<std::uint64_t>(std::int64_t{*period}) : 0;
  return when << 40 | std::uint64_t{a} << 20 | b;
}

}  // namespace

PairCounts::PairCounts() : slots_(kFirstSlots) {}

std::size_t PairCounts::place_of(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  // Fibonacci hashing: the high bits of the product depend on all bits of the key.
  std::size_t at = static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> 32) & mask;
  while (slots_[at].key != key && slots_[at].key != kFree) at = (at + 1) & mask;
  return at;
}

PairCount& PairCounts::of(std::uint32_t a, std::uint32_t b, std::optional<int> period) {
  const std::uint64_t key = key_of(a, b, period);
  std::size_t at = place_of(key);
  if (slots_[at].key == key) return slots_[at].counts;
  if (size_ == kMost) {
    throw Error(ErrorCode::kLimit, "count pairs", "", "there are over 4 million of them",
                "ask for fewer actors or for longer periods");
  }
  if (2 * (size_ + 1) > slots_.size()) {
    grow();
    at = place_of(key);
  }
  ++size_;
  slots_[at].key = key;
  slots_[at].counts = {a, b, period, 0, 0, 0};
  return slots_[at].counts;
}

void PairCounts::grow() {
  const std::vector<Slot> old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
  for (const Slot& slot : old) {
    if (slot.key != kFree) slots_[place_of(slot.key)] = slot;
  }
}

std::vector<PairCount> PairCounts::take() const {
  std::vector<PairCount> pairs;
  pairs.reserve(size_);
  for (const Slot& slot : slots_) {
    if (slot.key != kFree) pairs.push_back(slot.counts);
  }
  return pairs;
}

}  // namespace dateline::search
