// Joins lists.  In: blocks of the rarest.  Out: places.
// Tested by tests/words/top_k_test.cpp.
#include "words/conjunction.hpp"

#include <algorithm>
#include <numeric>

namespace dateline::words {

Conjunction::Conjunction(const SearchedSegment& segment, std::vector<TermInfo> held,
                         std::span<const TermInfo> barred)
    : segment_(segment) {
  std::sort(held.begin(), held.end(), [](const TermInfo& a, const TermInfo& b) {
    return a.document_frequency < b.document_frequency;
  });
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
  std::iota(places_.data(), places_.data() + kept_, 0u);
  for (Joined& joined : joined_) join(joined);
  keep_counted();
  return true;
}

void Conjunction::join(Joined& joined) {
  PostingList& list = lists_[joined.list];
  const auto& lasts = list.lasts();
  const std::uint32_t* docs = this->docs();
  std::size_t kept = 0;
  for (std::size_t begin = 0; begin < kept_;) {
    std::uint32_t* places = places_.data() + begin;
    joined.block = kernels().find(lasts.data(), joined.block, lasts.size(), docs[*places]);
    const bool is_there = joined.block < lasts.size();
    std::size_t count = 1;
    while (count < kept_ - begin && (!is_there || docs[places[count]] <= lasts[joined.block]))
      ++count;
    std::size_t fit = joined.held ? 0 : count;
    if (is_there) {
      list.load(static_cast<std::uint32_t>(joined.block));
      fit = list.keep(docs, places, count, joined.held);
    }
    std::copy_n(places, fit, places_.data() + kept);
    kept += fit;
    begin += count;
  }
  kept_ = kept;
}

void Conjunction::keep_counted() {
  if (segment_.removed.empty() && segment_.filter.empty()) return;
  const std::uint32_t* docs = this->docs();
  const auto end =
      std::remove_if(places_.begin(), places_.data() + kept_,
                     [&](std::uint32_t place) { return !is_counted(segment_, docs[place]); });
  kept_ = static_cast<std::size_t>(end - places_.begin());
}

}  // namespace dateline::words
