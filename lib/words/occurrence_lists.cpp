// Keeps the occurrences of each term.  In: occurrences.  Out: chains of slices.
// Form of an occurrence: step * 4 + whether the weight is another * 2 + whether the document is the same, where the step
// is one of positions or of documents; the position in another document; another weight.
// Tested by tests/words/occurrence_lists_test.cpp.
#include "words/occurrence_lists.hpp"

#include <algorithm>

namespace dateline::words {
namespace {

constexpr std::size_t kFirstSlice = 16;
constexpr std::uint8_t kMostDoublings = 8;
constexpr std::size_t kLinkBytes = 1 + sizeof(std::uint32_t);
constexpr std::size_t kMostBytes = 5 + 5 + 1;  // of an occurrence
static_assert(kMostBytes + kLinkBytes <= kFirstSlice);

}  // namespace

std::uint8_t* OccurrenceLists::put(std::uint8_t* to, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) *to++ = static_cast<std::uint8_t>(number | 0x80);
  *to++ = static_cast<std::uint8_t>(number);
  return to;
}

void OccurrenceLists::add(std::uint32_t term, const Occurrence& occurrence) {
  if (term >= lists_.size()) lists_.resize(std::max<std::size_t>(term + 1, lists_.size() * 3 / 2));
  List& list = lists_[term];
  if (list.room < kMostBytes) open_slice(list);
  const bool is_same = occurrence.doc == list.doc;
  const bool is_other_weight = occurrence.weight != list.weight;
  const std::uint32_t step =
      is_same ? occurrence.position - list.position : occurrence.doc - list.doc;
  std::uint8_t* const begin = at(list.tail);
  std::uint8_t* to =
      put(begin, std::uint64_t{step} << 2 | (is_other_weight ? 2u : 0u) | (is_same ? 1u : 0u));
  if (!is_same) to = put(to, occurrence.position);
  if (is_other_weight) *to++ = static_cast<std::uint8_t>(occurrence.weight);
  const auto size = static_cast<std::uint16_t>(to - begin);
  list.tail += size;
  list.room = static_cast<std::uint16_t>(list.room - size);
  list.doc = occurrence.doc;
  list.position = occurrence.position;
  list.weight = static_cast<std::uint8_t>(occurrence.weight);
}

// The slice that is full ends with the address of the new one.
void OccurrenceLists::open_slice(List& list) {
  const bool is_first = list.empty();
  if (!is_first) list.doublings = std::min<std::uint8_t>(list.doublings + 1, kMostDoublings);
  const std::size_t size = kFirstSlice << list.doublings;
  if (used_ % kPiece + size > kPiece) used_ += kPiece - used_ % kPiece;
  if (used_ / kPiece == pieces_.size()) {
    pieces_.push_back(std::make_unique_for_overwrite<Piece>());
  }
  const auto address = static_cast<std::uint32_t>(used_);
  used_ += size;
  if (is_first) {
    list.head = address;
  } else {
    std::uint8_t* const link = at(list.tail);
    *link = kLink;
    std::memcpy(link + 1, &address, sizeof address);
  }
  list.tail = address;
  list.room = static_cast<std::uint16_t>(size - kLinkBytes);
}

std::uint64_t OccurrenceLists::size(std::uint32_t term) const {
  std::uint64_t count = 0;
  for_each(term, [&](const Occurrence&) { ++count; });
  return count;
}

void OccurrenceLists::clear() {
  std::fill(lists_.begin(), lists_.end(), List());
  used_ = 0;
}

}  // namespace dateline::words
