// Joins lists.  In: blocks of the rarest.  Out: documents.
// Tested by tests/words/top_k_test.cpp.
#include "words/conjunction.hpp"

#include "words/kept_docs.hpp"

#include <algorithm>

namespace dateline::words {

Conjunction::Conjunction(const SearchedSegment& segment, std::span<const TermInfo> held,
                         std::span<const TermInfo> barred)
    : segment_(segment) {
  lists_.reserve(held.size() + barred.size());
  for (const TermInfo& info : held) lists_.emplace_back(*segment.reader, info);
  for (const TermInfo& info : barred) lists_.emplace_back(*segment.reader, info);
  for (std::size_t i = 1; i < lists_.size(); ++i) joined_.push_back({i, i < held.size()});
}

bool Conjunction::next() {
  PostingList& lead = lists_.front();
  if (block_ == lead.blocks()) return false;
  lead.load(block_++);
  kept_ = lead.count();
  std::copy_n(lead.docs(), kept_, docs_.begin());
  for (Joined& joined : joined_) join(joined);
  keep_counted();
  return true;
}

void Conjunction::join(Joined& joined) {
  PostingList& list = lists_[joined.list];
  if (const std::uint8_t* bitmap = list.bitmap()) {
    kept_ = keep_in_bitmap(bitmap, 0, docs_.data(), kept_, joined.held);
    return;
  }
  const auto& lasts = list.lasts();
  std::size_t kept = 0;
  for (std::size_t begin = 0; begin < kept_;) {
    std::uint32_t* docs = docs_.data() + begin;
    joined.block = kernels().find(lasts.data(), joined.block, lasts.size(), *docs);
    const bool is_there = joined.block < lasts.size();
    const std::size_t end =
        is_there ? kernels().find(docs_.data(), begin, kept_, lasts[joined.block] + 1) : kept_;
    std::size_t fit = joined.held ? 0 : end - begin;
    if (is_there) {
      list.load(static_cast<std::uint32_t>(joined.block));
      fit = list.keep(docs, end - begin, joined.held);
    }
    std::copy_n(docs, fit, docs_.data() + kept);
    kept += fit;
    begin = end;
  }
  kept_ = kept;
}

void Conjunction::keep_counted() {
  if (segment_.removed.empty() && segment_.filter.empty()) return;
  const auto end = std::remove_if(docs_.begin(), docs_.data() + kept_,
                                  [&](std::uint32_t doc) { return !is_counted(segment_, doc); });
  kept_ = static_cast<std::size_t>(end - docs_.begin());
}

}  // namespace dateline::words
