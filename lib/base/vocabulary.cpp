// Numbers terms.  In: bytes.  Out: dense numbers.
// Tested by tests/base/vocabulary_test.cpp.
#include "base/vocabulary.hpp"

#include "base/hash.hpp"

#include <dateline/error.hpp>

#include <algorithm>

namespace dateline::base {
namespace {

constexpr std::size_t kFirstSlots = 1024;

// The first eight bytes as a number that sorts like them.
std::uint64_t head_of(std::string_view term) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    head = head << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0u);
  }
  return head;
}

}  // namespace

Vocabulary::Vocabulary() : ends_{0}, slots_(kFirstSlots) {}

std::size_t Vocabulary::slot_of(std::string_view term, std::uint64_t hash) const {
  const auto fingerprint = static_cast<std::uint32_t>(hash);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (hash >> 32) & mask;
  for (; slots_[at].number != kFree; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.fingerprint == fingerprint && (*this)[slot.number] == term) break;
  }
  return at;
}

std::optional<std::uint32_t> Vocabulary::find(std::string_view term) const {
  const Slot& slot = slots_[slot_of(term, hash64(term))];
  return slot.number == kFree ? std::nullopt : std::optional(slot.number);
}

std::uint32_t Vocabulary::intern(std::string_view term) {
  const std::uint64_t hash = hash64(term);
  const std::size_t at = slot_of(term, hash);
  if (slots_[at].number != kFree) return slots_[at].number;
  if (bytes_.size() + term.size() >= 0xffffffffu || size() >= kFree - 1) {
    throw Error(ErrorCode::kLimit, "index", "terms", "there are too many distinct ones",
                "index fewer articles at a time");
  }
  const std::uint32_t number = size();
  bytes_.insert(bytes_.end(), term.begin(), term.end());
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  slots_[at] = {static_cast<std::uint32_t>(hash), number};
  if (size() * std::size_t{2} > slots_.size()) grow();
  return number;
}

void Vocabulary::grow() {
  LargeVector<Slot> slots(slots_.size() * 2);
  const std::size_t mask = slots.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == kFree) continue;
    std::size_t at = (hash64((*this)[slot.number]) >> 32) & mask;
    while (slots[at].number != kFree) at = (at + 1) & mask;
    slots[at] = slot;
  }
  slots_ = std::move(slots);
}

std::vector<std::uint32_t> Vocabulary::sorted() const {
  struct Key {
    std::uint64_t head;
    std::uint32_t number;
  };
  std::vector<Key> keys(size());
  for (std::uint32_t n = 0; n < size(); ++n) keys[n] = {head_of((*this)[n]), n};
  std::sort(keys.begin(), keys.end(), [this](const Key& a, const Key& b) {
    return a.head != b.head ? a.head < b.head : (*this)[a.number] < (*this)[b.number];
  });
  std::vector<std::uint32_t> numbers(keys.size());
  std::transform(keys.begin(), keys.end(), numbers.begin(), [](const Key& k) { return k.number; });
  return numbers;
}

std::size_t Vocabulary::memory() const {
  return bytes_.capacity() + ends_.capacity() * sizeof(std::uint32_t) +
         slots_.capacity() * sizeof(Slot);
}

}  // namespace dateline::base
