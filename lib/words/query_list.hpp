// A term of a query in one segment: its list, what it adds to scores, its bounds.
// In: a list, statistics.  Out: frequencies of ascending documents, bounds of ranges.
// Invariants: a bound is never below what a document of its range gets.
// Threads: one.
// Tested by tests/words/query_list_test.cpp.
#pragma once

#include "words/posting_list.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace dateline::words {

class QueryList {
 public:
  // `scorer`: for the whole collection; `factor`: what a stored impact is multiplied by for a bound.
  QueryList(const Reader& reader, const TermInfo& info, const FastScore& scorer, float factor);
  static std::size_t bytes(const TermInfo& info);  // that such an object holds at most

  std::uint32_t document_frequency() const { return list_.document_frequency(); }
  PostingList& postings() { return list_; }
  const FastScore& scorer() const { return scorer_; }

  // Of a short list the documents are taken apart at once, frequencies and scores when they are asked for.
  bool is_short() const { return short_; }
  const std::uint32_t* docs() const { return docs_.get(); }
  const float* scores() {
    if (scores_ == nullptr) score_all();
    return scores_.get();
  }
  // From a place in the short list on, or of the block at hand of a long one.
  const float* scores_from(std::uint32_t place) {
    return short_ ? scores() + place : block_scores();
  }
  // Whether these are worked out already.
  bool has_scores() const { return short_ ? scores_ != nullptr : scored_ == list_.block(); }
  // Of a place in the short list, or in the block at hand of a long one.
  std::uint32_t frequency_at(std::uint32_t place) {
    if (!short_) return list_.frequency(place % kBlock);
    if (frequencies_ != nullptr) return frequencies_[place];
    list_.load(place / kBlock);
    return list_.frequency(place % kBlock);
  }

  // sums[r] = more[r] + bound of the range, `absent` where no document of the list is in it.
  void add_bounds(float absent, const float* more, std::size_t ranges, float* sums);
  float bound(std::uint32_t range) const;  // Requires: !is_short()
  // Adds the scores of the documents [begin, begin + kRange) to sums; they ascend from call to call.
  void add_scores(std::uint32_t begin, float* sums);

  // Whether the list holds the document, which is found then.
  // Requires: doc ascends from call to call, since the last rewind().
  bool go(std::uint32_t doc);
  // Its frequency, 0 where it is not in the list; the same.
  std::uint32_t find(std::uint32_t doc) { return go(doc) ? frequency() : 0; }
  void rewind();
  // The same of docs[places[n]], which ascend: frequencies[places[n]], and stands[places[n]] for stand_at.
  // Those with fewer than `least` positions are none, which is kNone among the stands.  No `frequencies`: not wanted.
  void find(const std::uint32_t* docs, const std::uint32_t* places, std::size_t count,
            std::uint32_t least, std::uint32_t* frequencies, std::uint32_t* stands);
  // As if the document had been found last, until the next find.
  void stand_at(std::uint32_t stand);
  // Back to where `doc` may be, after add_scores went over it.
  void step_back(std::uint32_t doc);
  // Of the document found last.
  std::uint32_t frequency() { return short_ ? frequency_at(at_) : list_.frequency(at_); }
  std::uint32_t position_count();
  void positions(const PlaceMap& map, std::vector<std::uint32_t>& out);

  // The first block at or behind `from` that may hold `doc` or a later one.
  std::uint32_t block_of(std::uint32_t from, std::uint32_t doc) const {
    const auto& lasts = list_.lasts();
    return static_cast<std::uint32_t>(kernels().find(lasts.data(), from, lasts.size(), doc));
  }
  // The scores of the block at hand of a long list.
  const float* block_scores();

 private:
  void read_docs();
  void score_all();
  void go_to(std::uint32_t doc);
  // Looks for those of docs[places[n]] that lie in the block of the first, or behind all blocks as it does: found[n]
  // is the place in the block.  How many these are.
  std::size_t find_in_one_block(const std::uint32_t* docs, const std::uint32_t* places,
                                std::size_t count, std::uint32_t* found);
  // Goes to its place, or to where it would be.
  bool is_in_short(std::uint32_t doc) {
    at_ = static_cast<std::uint32_t>(kernels().find(docs_.get(), at_, document_frequency(), doc));
    return at_ < document_frequency() && docs_[at_] == doc;
  }
  bool has_fewer(std::uint32_t least) { return least > 1 && position_count() < least; }

  const Reader& reader_;
  PostingList list_;
  FastScore scorer_;
  float factor_;  // of an impact in units of the ranges
  bool short_;
  std::uint32_t block_ = 0;  // of find
  std::uint32_t at_ = 0;     // in the block, or in the short list
  std::uint32_t scored_ = PostingList::kNoBlock;
  std::unique_ptr<std::uint32_t[]> docs_;  // of a short list, as its frequencies
  std::unique_ptr<std::uint32_t[]> frequencies_;
  std::unique_ptr<float[]> scores_;  // of a short list, or of the block at hand of a long one
};

}  // namespace dateline::words
