// Fills in bits.  In: ranges of documents.  Out: a bitmap.
// Tested by tests/words/document_set_test.cpp.
#include "words/document_set.hpp"

#include "words/kernels.hpp"

#include <algorithm>

namespace dateline::words {

DocumentSet::DocumentSet(const Reader& reader, const TermInfo& info)
    : reader_(reader), list_(reader, info) {
  if (list_.bitmap() != nullptr) return;
  bits_.resize(reader.size() / 64 + 1);
  known_.resize(ranges_of(reader.size(), kRangeShift) / 64 + 1);
  added_.resize(list_.blocks());
}

std::size_t DocumentSet::bytes(const Reader& reader, const TermInfo& info) {
  const bool is_own = !has_bitmap(reader.size(), info.document_frequency);
  return PostingList::bytes(info) + (is_own ? reader.size() / 8 : 0) + sizeof(DocumentSet);
}

void DocumentSet::add(const TermInfo& other) {
  PostingList list(reader_, other);
  for (std::uint32_t block = 0; block < list.blocks(); ++block) {
    list.load(block);
    list.add_to(bits_.data());
  }
}

void DocumentSet::add_block(std::uint32_t block) {
  if (added_[block]) return;
  added_[block] = true;
  list_.load(block);
  list_.add_to(bits_.data());
}

const std::uint64_t* DocumentSet::all() {
  for (std::uint32_t block = 0; block < list_.blocks(); ++block) add_block(block);
  std::fill(known_.begin(), known_.end(), ~std::uint64_t{0});
  return bits_.data();
}

void DocumentSet::fill_in(std::uint32_t range) {
  known_[range / 64] |= std::uint64_t{1} << (range % 64);
  const auto& lasts = list_.lasts();
  const std::uint32_t begin = range << kRangeShift;
  auto block = static_cast<std::uint32_t>(kernels().find(lasts.data(), 0, lasts.size(), begin));
  for (; block < list_.blocks(); ++block) {
    add_block(block);
    if (lasts[block] >> kRangeShift > range) return;
  }
}

}  // namespace dateline::words
