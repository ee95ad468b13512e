// Walks the lists of a query.  In: documents.  Out: frequencies, scores, bounds.
// Tested by tests/words/query_list_test.cpp.
#include "words/query_list.hpp"

#include <algorithm>

namespace dateline::words {

QueryList::QueryList(const Reader& reader, const TermInfo& info, const FastScore& scorer,
                     float factor)
    : reader_(reader),
      list_(reader, info),
      scorer_(scorer),
      factor_(factor * scorer.weight),
      short_(info.document_frequency <= kShort) {
  if (short_) {
    read_docs();
  } else {
    scores_ = std::make_unique_for_overwrite<float[]>(kBlock + kPad);
  }
}

std::size_t QueryList::bytes(const TermInfo& info) {
  const bool is_short = info.document_frequency <= kShort;
  const std::size_t numbers = is_short ? 3 * (info.document_frequency + kPad) : kBlock + kPad;
  return PostingList::bytes(info) + sizeof(QueryList) - sizeof(PostingList) +
         numbers * sizeof(std::uint32_t);
}

void QueryList::read_docs() {
  docs_ = std::make_unique_for_overwrite<std::uint32_t[]>(document_frequency() + kPad);
  for (std::uint32_t block = 0; block < list_.blocks(); ++block) {
    list_.load(block);
    std::copy_n(list_.docs(), list_.count(), docs_.get() + std::size_t{block} * kBlock);
  }
}

void QueryList::score_all() {
  const std::uint32_t count = document_frequency();
  frequencies_ = std::make_unique_for_overwrite<std::uint32_t[]>(count + kPad);
  scores_ = std::make_unique_for_overwrite<float[]>(count + kPad);
  for (std::uint32_t begin = 0; begin < count; begin += kBlock) {
    list_.load(begin / kBlock);
    std::copy_n(list_.frequencies(), list_.count(), frequencies_.get() + begin);
    kernels().score(scorer_, reader_.lengths(), docs_.get() + begin, list_.frequencies(),
                    list_.count(), scores_.get() + begin);
  }
}

void QueryList::add_bounds(float absent, const float* more, std::size_t ranges, float* sums) {
  if (!short_) {
    const RangeMaxima& maxima = list_.ranges();
    kernels().add_bounds(maxima.bytes, maxima.shift - kRangeShift, maxima.least * factor_,
                         maxima.step * factor_, absent, more, ranges, sums);
    return;
  }
  if (more != sums || absent != 0) {
    for (std::size_t r = 0; r < ranges; ++r) sums[r] = more[r] + absent;
  }
  const float* scores = this->scores();
  float most = 0;
  std::uint32_t range = 0;
  const auto put = [&] { sums[range] = more == sums ? sums[range] + most : more[range] + most; };
  for (std::uint32_t i = 0; i < document_frequency(); ++i) {
    if (docs_[i] >> kRangeShift != range) {
      if (most > 0) put();
      range = docs_[i] >> kRangeShift;
      most = 0;
    }
    most = std::max(most, scores[i]);
  }
  if (most > 0) put();
}

float QueryList::bound(std::uint32_t range) const {
  const RangeMaxima& maxima = list_.ranges();
  const std::uint8_t level = maxima.bytes[range >> (maxima.shift - kRangeShift)];
  if (level == 0) return 0;
  return maxima.least * factor_ + static_cast<float>(level - 1) * (maxima.step * factor_);
}

const float* QueryList::block_scores() {
  if (scored_ != list_.block()) {
    kernels().score(scorer_, reader_.lengths(), list_.docs(), list_.frequencies(), list_.count(),
                    scores_.get());
    scored_ = list_.block();
  }
  return scores_.get();
}

void QueryList::add_scores(std::uint32_t begin, float* sums) {
  if (short_) {
    const std::uint32_t count = document_frequency();
    const float* scores = this->scores();
    at_ = static_cast<std::uint32_t>(kernels().find(docs_.get(), at_, count, begin));
    for (; at_ < count && docs_[at_] - begin < kRange; ++at_)
      sums[docs_[at_] - begin] += scores[at_];
    return;
  }
  for (block_ = block_of(block_, begin); block_ < list_.blocks(); ++block_) {
    list_.load(block_);
    const float* scores = block_scores();
    const std::uint32_t* docs = list_.docs();
    std::size_t i = kernels().find_in_block(docs, list_.count(), begin);
    for (; i < list_.count() && docs[i] - begin < kRange; ++i) sums[docs[i] - begin] += scores[i];
    if (i < list_.count()) break;
  }
}

bool QueryList::go(std::uint32_t doc) {
  if (short_) return is_in_short(doc);
  go_to(doc);
  if (block_ >= list_.blocks()) return false;
  list_.load(block_);
  at_ = list_.find(doc);
  return at_ != PostingList::kNone;
}

// To the block that may hold the document; most often that is the one at hand or the next.
void QueryList::go_to(std::uint32_t doc) {
  const auto& lasts = list_.lasts();
  if (block_ < lasts.size() && lasts[block_] < doc && ++block_ < lasts.size() &&
      lasts[block_] < doc) {
    block_ = block_of(block_, doc);
  }
}

void QueryList::find(const std::uint32_t* docs, const std::uint32_t* places, std::size_t count,
                     std::uint32_t least, std::uint32_t* frequencies, std::uint32_t* stands) {
  const auto note = [&](std::size_t n, bool is_there, std::uint32_t stand) {
    const bool is_found = is_there && !has_fewer(least);
    if (frequencies != nullptr) frequencies[places[n]] = is_found ? frequency() : 0;
    stands[places[n]] = is_found ? stand : PostingList::kNone;
  };
  if (short_) {
    for (std::size_t n = 0; n < count; ++n) {
      const bool is_there = is_in_short(docs[places[n]]);
      note(n, is_there, at_);
    }
    return;
  }
  BlockNumbers found;
  for (std::size_t begin = 0; begin < count;) {
    const std::size_t end =
        begin + find_in_one_block(docs, places + begin, count - begin, found.data());
    for (std::size_t n = begin; n < end; ++n) {
      at_ = found[n - begin];
      note(n, at_ != PostingList::kNone, block_ * kBlock + at_);
    }
    begin = end;
  }
}

std::size_t QueryList::find_in_one_block(const std::uint32_t* docs, const std::uint32_t* places,
                                         std::size_t count, std::uint32_t* found) {
  go_to(docs[places[0]]);
  if (block_ >= list_.blocks()) {
    std::fill_n(found, count, PostingList::kNone);
    return count;
  }
  const std::uint32_t last = list_.lasts()[block_];
  std::size_t within = 1;
  while (within < count && docs[places[within]] <= last) ++within;
  list_.load(block_);
  list_.find(docs, places, within, found);
  return within;
}

void QueryList::stand_at(std::uint32_t stand) {
  at_ = short_ ? stand : stand % kBlock;
  if (!short_) list_.load(stand / kBlock);
}

void QueryList::rewind() {
  block_ = 0;
  at_ = 0;
}

void QueryList::step_back(std::uint32_t doc) {
  if (short_) {
    at_ = static_cast<std::uint32_t>(
        std::lower_bound(docs_.get(), docs_.get() + document_frequency(), doc) - docs_.get());
    return;
  }
  const auto& lasts = list_.lasts();
  while (block_ > 0 && (block_ >= lasts.size() || lasts[block_ - 1] >= doc)) --block_;
}

std::uint32_t QueryList::position_count() {
  if (!short_) return list_.position_count(at_);
  list_.load(at_ / kBlock);
  return list_.position_count(at_ % kBlock);
}

void QueryList::positions(const PlaceMap& map, std::vector<std::uint32_t>& out) {
  if (!short_) return list_.positions(at_, map, out);
  list_.load(at_ / kBlock);
  list_.positions(at_ % kBlock, map, out);
}

}  // namespace dateline::words
