// The list of one term, taken apart block by block.
// In: a reader, a term's place.  Out: documents, frequencies, positions, bounds.
// Invariants: documents of a block are below the reader's size; the reader outlives the list.
// Threads: one.
// Tested by tests/words/reader_test.cpp.
#pragma once

#include "words/block_codec.hpp"
#include "words/list_format.hpp"
#include "words/reader.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace dateline::words {

// Bytes of the ranges of a long list; impacts in units of kImpactUnit.
struct RangeMaxima {
  const std::uint8_t* bytes = nullptr;  // nullptr: the list has none
  unsigned shift = 0;
  float least = 0;
  float step = 0;
};

class PostingList {
 public:
  PostingList(const Reader& reader, const TermInfo& info);
  // What such an object holds in all.
  static std::size_t bytes(const TermInfo& info) {
    return sizeof(PostingList) + (info.document_frequency / kBlock + kPad) * sizeof(std::uint32_t);
  }

  std::uint32_t document_frequency() const { return frequency_; }
  std::uint64_t total_frequency();
  std::uint32_t blocks() const { return (frequency_ + kBlock - 1) / kBlock; }
  // The last document of each block; few documents: of the reader.
  std::span<const std::uint32_t> lasts() const { return {lasts_.get(), blocks()}; }
  const RangeMaxima& ranges() const { return ranges_; }
  // A bit for each document of the file, with kSlack readable bytes behind them; nullptr: the list has none.
  const std::uint8_t* bitmap() const { return bitmap_; }
  // The k-th greatest impact at least, k from kKept, as a number of 1; 0: not known.
  double kept_impact(std::size_t which) const;

  // Makes it the block at hand.
  void load(std::uint32_t block) {
    if (block != block_) open(block);
  }
  std::uint32_t block() const { return block_; }
  // Of the block at hand, with kPad more numbers without meaning.
  std::uint32_t count() const { return count_; }
  const std::uint32_t* docs() {
    if (!has_docs_) unpack_docs();
    return docs_.data();
  }
  // The place of the document in the block at hand, kNone where it is not there; looked up in the packed
  // block the first times, so that a block of which little is wanted is not taken apart.
  // Requires: doc lies behind the block before and not behind lasts()[block()].
  std::uint32_t find(std::uint32_t doc);
  // The same for docs[places[n]], which ascend: found[n] is its place in the block at hand.
  void find(const std::uint32_t* docs, const std::uint32_t* places, std::size_t count,
            std::uint32_t* found);
  // Leaves those documents that the block at hand has (held), or has not; how many they are.
  // Requires: docs ascend, all as for find.
  std::size_t keep(std::uint32_t* docs, std::size_t count, bool held);
  std::uint32_t frequency(std::uint32_t i) {
    return has_frequencies_ ? frequencies_[i] : look_up_frequency(i);
  }
  // Sets the bits of the documents of the block at hand.
  void add_to(std::uint64_t* bits);
  const std::uint32_t* frequencies() {
    if (!has_frequencies_) load_frequencies();
    return frequencies_.data();
  }
  // Number of positions in the block's document i.
  std::uint32_t position_count(std::uint32_t i) {
    if (!has_frequencies_ && are_counts_the_same(rest_)) return frequency(i);
    const std::uint32_t frequency = frequencies()[i];
    return same_counts_ ? frequency : counts_[i];
  }
  // Positions in the block's document i; replaces out.
  void positions(std::uint32_t i, std::vector<std::uint32_t>& out) {
    positions(i, reader_->places(docs()[i]), out);
  }
  // The same with what the reader says of the document's places.
  void positions(std::uint32_t i, const PlaceMap& map, std::vector<std::uint32_t>& out);

  static constexpr std::uint32_t kNoBlock = std::numeric_limits<std::uint32_t>::max();
  static constexpr std::uint32_t kNone = kNoPlace;
  static_assert(kNone == PackedDocs::kNone);

 private:
  void read_head(const TermInfo& info);
  void read_table(std::uint64_t& at);
  void read_ranges(std::uint64_t& at);
  void read_bitmap(std::uint64_t& at);
  void open(std::uint32_t block);
  void unpack_docs();
  std::uint32_t look_up_frequency(std::uint32_t i);
  void load_frequencies();
  void step_over_places(const std::uint32_t* counts, std::uint32_t i);
  void go_to_group(std::uint32_t i);
  std::uint64_t places_begin();
  std::uint64_t places_end() const;
  std::uint64_t column(std::uint64_t begin, unsigned width, std::uint32_t block) const {
    return bits_at(data_, begin * 8 + std::uint64_t{block} * width, width);
  }
  std::uint64_t number(std::uint64_t& at) const;
  void touch_bits(std::uint64_t begin, std::uint64_t end) const;
  bool is_few() const { return frequency_ <= kBlock; }

  const Reader* reader_;
  const std::uint8_t* data_;
  std::uint32_t frequency_;
  std::uint64_t begin_;  // of the list in the file
  std::uint64_t end_;

  // Of a long list.
  std::uint64_t total_frequency_ = 0;
  std::uint64_t kept_at_ = 0;
  std::unique_ptr<std::uint32_t[]> lasts_;  // kPad more
  RangeMaxima ranges_;
  const std::uint8_t* bitmap_ = nullptr;
  std::uint64_t block_ends_ = 0;  // where the column begins
  std::uint64_t place_ends_ = 0;  // the same
  std::uint64_t blocks_at_ = 0;
  std::uint64_t blocks_size_ = 0;
  std::uint64_t places_at_ = 0;
  std::uint64_t places_size_ = 0;

  // The block at hand.
  std::uint32_t block_ = kNoBlock;
  std::uint32_t count_ = 0;
  PackedDocs packed_;
  std::uint32_t looked_up_ = 0;  // documents, in the packed block
  std::uint32_t looked_at_ = 0;  // frequencies
  bool has_docs_ = false;
  bool has_frequencies_ = false;
  bool same_counts_ = false;
  BitRange rest_;                 // of the block behind its documents
  std::uint64_t places_bit_ = 0;  // where the places of document places_of_ begin
  std::uint32_t places_of_ = 0;
  BlockNumbers docs_;
  BlockNumbers frequencies_;
  BlockNumbers counts_;
};

}  // namespace dateline::words
