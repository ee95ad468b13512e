// Takes lists of postings apart.  In: bytes.  Out: numbers.
// Tested by tests/words/reader_test.cpp.
#include "words/posting_list.hpp"

#include "words/impact.hpp"
#include "words/kept_docs.hpp"

#include <algorithm>
#include <numeric>

namespace dateline::words {
namespace {

// So often a packed block is looked into before it is taken apart.
constexpr std::uint32_t kMaxLookUps = 4;

// From so many documents on those of a block are marked before these are looked up.
constexpr std::size_t kManyToKeep = 24;

constexpr auto kPlaces = [] {
  BlockNumbers places{};
  std::iota(places.begin(), places.end(), 0u);
  return places;
}();

std::uint64_t bytes_for(std::uint64_t count, unsigned width) {
  return (count * width + 7) / 8;
}

}  // namespace

PostingList::PostingList(const Reader& reader, const TermInfo& info)
    : reader_(&reader),
      data_(reader.bytes().data()),
      frequency_(info.document_frequency),
      begin_(reader.bytes().footer().postings.offset + info.offset),
      end_(begin_ + info.size) {
  if (is_few()) {
    reader.bytes().touch(begin_, info.size);
    lasts_ = std::make_unique_for_overwrite<std::uint32_t[]>(1 + kPad);
    std::fill_n(lasts_.get(), 1 + kPad, reader.size() - 1);
  } else {
    read_head(info);
  }
}

std::uint64_t PostingList::number(std::uint64_t& at) const {
  std::uint64_t value = 0;
  constexpr std::uint64_t kMostBytes = 9;
  reader_->bytes().touch(at, std::min(kMostBytes, end_ - at));
  for (unsigned shift = 0; shift < 63 && at < end_; shift += 7) {
    const std::uint8_t byte = data_[at++];
    value |= std::uint64_t{byte & 0x7fu} << shift;
    if (byte < 0x80) return value;
  }
  fail_damaged();
}

void PostingList::read_head(const TermInfo& info) {
  std::uint64_t at = begin_;
  total_frequency_ = number(at);
  blocks_size_ = number(at);
  places_size_ = number(at);
  kept_at_ = at;
  for (const std::uint32_t k : kKept) at += k <= frequency_ ? 2 : 0;
  read_table(at);
  if (frequency_ > kShort) read_ranges(at);
  if (has_bitmap(reader_->size(), frequency_)) read_bitmap(at);
  blocks_at_ = at;
  if (at > end_ || blocks_size_ > end_ - at || places_size_ != end_ - at - blocks_size_ ||
      info.size > reader_->bytes().footer().postings.size) {
    fail_damaged();
  }
  places_at_ = at + blocks_size_;
}

void PostingList::read_table(std::uint64_t& at) {
  const std::uint64_t count = blocks();
  const unsigned last_width = width_of(reader_->size() - 1);
  block_ends_ = at + bytes_for(count, last_width);
  place_ends_ = block_ends_ + bytes_for(count, width_of(blocks_size_));
  const std::uint64_t end = place_ends_ + bytes_for(count, width_of(places_size_));
  if (blocks_size_ > end_ || places_size_ > end_ || end > end_ || blocks_size_ >> 32 != 0) {
    fail_damaged();
  }
  reader_->bytes().touch(kept_at_, end - kept_at_);
  lasts_ = std::make_unique_for_overwrite<std::uint32_t[]>(count + kPad);
  kernels().unpack(data_, at * 8, last_width, count, lasts_.get());
  if (lasts_[count - 1] >= reader_->size()) fail_damaged();
  at = end;
}

void PostingList::read_ranges(std::uint64_t& at) {
  constexpr std::uint64_t kHead = 5;
  if (at + kHead > end_) fail_damaged();
  reader_->bytes().touch(at, kHead);
  ranges_.shift = data_[at];
  if (ranges_.shift != range_shift(reader_->size(), frequency_)) fail_damaged();
  const std::uint64_t count = ranges_of(reader_->size(), ranges_.shift);
  const auto least = static_cast<double>(bits_at(data_, (at + 1) * 8, 16));
  const auto most = static_cast<double>(bits_at(data_, (at + 3) * 8, 16));
  if (count > end_ - at - kHead || most < least) fail_damaged();
  ranges_.least = static_cast<float>(least / kImpactUnit);
  ranges_.step = static_cast<float>((most - least) / (kImpactUnit * kLevels));
  ranges_.bytes = data_ + at + kHead;
  reader_->bytes().touch(at + kHead, count);
  at += kHead + count;
}

void PostingList::read_bitmap(std::uint64_t& at) {
  const std::uint64_t size = bitmap_bytes(reader_->size());
  if (at > end_ || size > end_ - at) fail_damaged();
  reader_->bytes().touch(at, size);
  bitmap_ = data_ + at;
  at += size;
}

double PostingList::kept_impact(std::size_t which) const {
  if (is_few() || kKept[which] > frequency_) return 0;
  return static_cast<double>(bits_at(data_, (kept_at_ + 2 * which) * 8, 16)) / kImpactUnit;
}

std::uint64_t PostingList::total_frequency() {
  if (!is_few()) return total_frequency_;
  load(0);
  return std::accumulate(frequencies(), frequencies() + count_, std::uint64_t{0});
}

void PostingList::touch_bits(std::uint64_t begin, std::uint64_t end) const {
  reader_->bytes().touch(begin / 8, (end - begin + 7) / 8 + 1);
}

void PostingList::open(std::uint32_t block) {
  block_ = kNoBlock;
  places_of_ = 0;
  looked_up_ = looked_at_ = 0;
  has_docs_ = has_frequencies_ = false;
  if (is_few()) {
    count_ = frequency_;
    rest_ = {data_, begin_ * 8, end_ * 8};
    rest_.begin = get_few_docs(rest_, count_, reader_->size(), docs_.data());
    has_docs_ = true;
  } else {
    const unsigned width = width_of(blocks_size_);
    const std::uint64_t from = block == 0 ? 0 : column(block_ends_, width, block - 1);
    const std::uint64_t to = column(block_ends_, width, block);
    const std::uint32_t base = block == 0 ? 0 : lasts_[block - 1] + 1;
    const std::uint32_t last = lasts_[block];
    if (from >= to || to > blocks_size_ || last < base || last >= reader_->size()) fail_damaged();
    reader_->bytes().touch(blocks_at_ + from, to - from);
    count_ = std::min(kBlock, frequency_ - block * kBlock);
    if (last - base < count_ - 1) fail_damaged();
    rest_ = {data_, (blocks_at_ + from) * 8, (blocks_at_ + to) * 8};
    if (bitmap_ != nullptr) {
      packed_ = PackedDocs::in_bitmap(bitmap_, count_, base, last);
    } else {
      packed_ = PackedDocs(rest_, count_, base, last);
      rest_.begin = packed_.end();
    }
  }
  block_ = block;
}

void PostingList::unpack_docs() {
  packed_.unpack(docs_.data());
  has_docs_ = true;
}

std::uint32_t PostingList::find(std::uint32_t doc) {
  if (!is_few() && (packed_.is_bitmap() || (!has_docs_ && looked_up_++ < kMaxLookUps))) {
    return packed_.find(doc);
  }
  if (!has_docs_) unpack_docs();
  const std::size_t i = kernels().find_in_block(docs_.data(), count_, doc);
  return i < count_ && docs_[i] == doc ? static_cast<std::uint32_t>(i) : kNone;
}

void PostingList::find(const std::uint32_t* docs, const std::uint32_t* places, std::size_t count,
                       std::uint32_t* found) {
  const bool is_packed =
      !is_few() && (packed_.is_bitmap() || (!has_docs_ && looked_up_ + count <= kMaxLookUps));
  if (is_packed) {
    for (std::size_t n = 0; n < count; ++n) found[n] = packed_.find(docs[places[n]]);
    looked_up_ += static_cast<std::uint32_t>(count);
  } else {
    kernels().match(this->docs(), count_, docs, places, count, found);
  }
}

std::size_t PostingList::keep(std::uint32_t* docs, std::size_t count, bool held) {
  const bool is_packed = !is_few() && (packed_.is_bitmap() || looked_up_ + count <= kMaxLookUps);
  if (!is_packed && !is_few() && count >= kManyToKeep) {
    const std::uint32_t* own = this->docs();
    const std::uint32_t base = packed_.base();
    if (own[count_ - 1] - base < kMostMarked)
      return keep_marked({own, count_}, base, docs, count, held);
  }
  BlockNumbers found;
  find(docs, kPlaces.data(), count, found.data());
  std::size_t kept = 0;
  for (std::size_t n = 0; n < count; ++n) {
    docs[kept] = docs[n];
    kept += (found[n] != kNone) == held ? 1 : 0;
  }
  return kept;
}

std::uint32_t PostingList::look_up_frequency(std::uint32_t i) {
  if (looked_at_++ < kMaxLookUps) {
    if (const std::uint32_t frequency = frequency_at(rest_, count_, i); frequency != 0)
      return frequency;
  }
  return frequencies()[i];
}

void PostingList::add_to(std::uint64_t* bits) {
  if (!is_few()) return packed_.add_to(bits);
  for (std::uint32_t i = 0; i < count_; ++i)
    bits[docs_[i] / 64] |= std::uint64_t{1} << (docs_[i] % 64);
}

void PostingList::load_frequencies() {
  const Frequencies found = get_frequencies(rest_, count_, frequencies_.data(), counts_.data());
  same_counts_ = found.same;
  if (is_few()) rest_.begin = found.end;
  has_frequencies_ = true;
}

std::uint64_t PostingList::places_begin() {
  if (is_few()) return rest_.begin;
  if (block_ == 0) return places_at_ * 8;
  return (places_at_ + column(place_ends_, width_of(places_size_), block_ - 1)) * 8;
}

std::uint64_t PostingList::places_end() const {
  if (is_few()) return rest_.end;
  const std::uint64_t end = column(place_ends_, width_of(places_size_), block_);
  if (end > places_size_) fail_damaged();
  return (places_at_ + end) * 8;
}

// To the last posting not behind i of which it is written where its places begin.
void PostingList::go_to_group(std::uint32_t i) {
  const std::uint64_t begin = places_begin();
  places_of_ = 0;
  places_bit_ = begin;
  if (is_few() || count_ <= kPlaceGroup) return;
  const std::uint64_t end = places_end();
  const std::uint32_t groups = place_groups(count_);
  const unsigned width = end > begin ? width_of(end - begin) : 0;
  const std::uint64_t head = (std::uint64_t{groups} * width + 7) / 8 * 8;
  if (end < begin || width > kMaxPut || head > end - begin) fail_damaged();
  touch_bits(begin, begin + head);
  places_bit_ = begin + head;
  if (const std::uint32_t group = i / kPlaceGroup; group > 0) {
    places_of_ = group * kPlaceGroup;
    places_bit_ += bits_at(data_, begin + std::uint64_t{group - 1} * width, width);
  }
}

// From the places of document places_of_ of the block to those of document i.
void PostingList::step_over_places(const std::uint32_t* counts, std::uint32_t i) {
  BlockNumbers odd;
  const std::size_t odds = kernels().sum_bits(reader_->place_table(), docs(), counts, places_of_, i,
                                              places_bit_, odd.data());
  for (std::size_t n = 0; n < odds; ++n) {
    const std::uint32_t span = reader_->places(docs_[odd[n]]).span;
    if (counts[odd[n]] > span) fail_damaged();
    places_bit_ += place_bits(counts[odd[n]], span);
  }
  places_of_ = i;
}

void PostingList::positions(std::uint32_t i, const PlaceMap& map, std::vector<std::uint32_t>& out) {
  const std::uint32_t* counts = frequencies();
  if (!same_counts_) counts = counts_.data();
  const std::uint32_t group = i / kPlaceGroup * kPlaceGroup;
  if (places_of_ == 0 || places_of_ > i || places_of_ < group) go_to_group(i);
  const std::uint64_t end = places_end();
  step_over_places(counts, i);
  const std::uint64_t size = counts[i] <= map.span ? place_bits(counts[i], map.span) : 0;
  if (counts[i] > map.span || places_bit_ > end || size > end - places_bit_) fail_damaged();
  touch_bits(places_bit_, places_bit_ + size);
  out.clear();
  get_places(data_, places_bit_, counts[i], map.span, out);
  for (std::uint32_t& place : out) place = map.position(place);
}

}  // namespace dateline::words
