// The search of one segment for the best hits.
// In: the lists of a query.  Out: hits offered to those found so far.
// Tested by tests/words/top_k_test.cpp.
#pragma once

#include "words/best_hits.hpp"
#include "words/document_set.hpp"
#include "words/query_list.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace dateline::words {

// Asks `stop` once in so many blocks, and before memory is taken.
class StopClock {
 public:
  explicit StopClock(const Stop& stop) : stop_(stop) {}
  bool is_over() {
    if (!over_ && stop_ && ++seen_ % kBlocks == 0) over_ = stop_(held_);
    return over_;
  }
  // For work of many blocks.
  bool look() {
    if (!over_ && stop_) over_ = stop_(held_);
    return over_;
  }
  // So many bytes more are held from here to the end of the segment.  False: there is no room for them.
  bool take(std::size_t bytes) {
    held_ += bytes;
    return !look();
  }
  void begin_segment() { held_ = 0; }

 private:
  static constexpr std::uint32_t kBlocks = 32;
  const Stop& stop_;
  std::uint32_t seen_ = 0;
  std::size_t held_ = 0;
  bool over_ = false;
};

// Of the query: each term in its place, and the different ones.
struct PreparedQuery {
  Match match = Match::kAny;
  std::vector<ranking::TermWeight> weights;  // for each term in the order of the query
  std::vector<std::uint32_t> unique_of;      // its place among the different ones
  std::vector<std::string_view> terms;       // the different ones
  std::vector<std::uint32_t> first_of;       // the first place of each in the query
  std::vector<FastScore> scorers;            // of each different one, all its weights added
};

// Whether neither what was removed nor the filter leaves it out.
bool is_counted(const SearchedSegment& segment, std::uint32_t doc);

// Everything about one segment that a search needs.
struct SegmentSearch {
  const PreparedQuery& query;
  const SearchedSegment& segment;
  std::uint32_t number;  // of the segment
  BestHits& best;
  StopClock& clock;
  std::vector<QueryList*> lists = {};  // of the different terms that are there, the rarest first
  std::vector<std::int32_t> list_of = {};  // by different term; -1: not there
  std::uint32_t ranges = 0;
  struct Condition {
    DocumentSet set;
    bool holds;
    // Where it leaves few documents: a bit for each of them.
    const std::uint64_t* few = nullptr;
  };
  std::vector<Condition> conditions = {};

  const Reader& reader() const { return *segment.reader; }
  bool counts(std::uint32_t doc);
  // Summed in the order of the query's terms; `frequencies` by list, 0: not in it.
  double score(std::uint32_t doc, std::span<const std::uint32_t> frequencies) const;
  void offer(std::uint32_t doc, double score);
  // For each term of the query the place of its list.  Requires: all are there.
  std::vector<std::uint32_t> lists_of_terms() const;
};

// Bounds of all ranges in several rows; the last one is of zeros, the others are to be written.
class BoundRows {
 public:
  BoundRows(std::size_t rows, std::uint32_t ranges, bool all_zero);
  float* operator[](std::size_t row) { return bounds_.get() + row * width_; }
  static std::size_t bytes(std::size_t rows, std::uint32_t ranges) {
    return rows * (ranges + kPad) * sizeof(float);
  }

 private:
  std::size_t width_;
  std::unique_ptr<float[]> bounds_;
};

// The ranges whose bound reaches the threshold, found anew when it has risen.
class LiveRanges {
 public:
  LiveRanges(const float* bounds, std::uint32_t ranges, const BestHits& best);
  // The first live one at or behind `range`, or the number of ranges.
  std::uint32_t next(std::uint32_t range);

 private:
  void mark();
  const float* bounds_;
  std::uint32_t ranges_;
  const BestHits& best_;
  float marked_ = 0;
  std::vector<std::uint64_t> bits_;
};

// Calls `look` with documents, number and place in the list of every block of the lead that has a document of
// a live range; a short list is not asked for its ranges.
template <class Look>
void walk_lead(SegmentSearch& search, QueryList& lead, const float* bounds, Look look) {
  if (lead.is_short()) {
    const std::uint32_t end = lead.document_frequency();
    for (std::uint32_t begin = 0; begin < end && !search.clock.is_over(); begin += kBlock) {
      look(lead.docs() + begin, std::min(kBlock, end - begin), begin);
    }
    return;
  }
  PostingList& postings = lead.postings();
  LiveRanges live(bounds, search.ranges, search.best);
  std::uint32_t doc = 0;
  for (std::uint32_t block = 0; block < postings.blocks() && !search.clock.is_over(); ++block) {
    const std::uint32_t range = live.next(doc >> kRangeShift);
    if (range >= search.ranges) return;
    block = lead.block_of(block, std::max(doc, range << kRangeShift));
    if (block >= postings.blocks()) return;
    postings.load(block);
    look(postings.docs(), postings.count(), block * kBlock);
    doc = postings.lasts()[block] + 1;
  }
}

void search_any(SegmentSearch& search);
void search_all(SegmentSearch& search);  // phrases too

}  // namespace dateline::words
