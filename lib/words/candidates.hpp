// The documents of a block of the leading list that may still be among the best, list by list fewer.
// In: documents with scores, bounds.  Out: those left, with what the other lists say of them.
// Tested by tests/words/candidates_test.cpp.
#pragma once

#include "words/segment_search.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace dateline::words {

class Candidates {
 public:
  explicit Candidates(SegmentSearch& search);
  static std::size_t bytes(std::size_t lists) { return lists * sizeof(Column); }

  // All of at most kBlock documents, which outlive what follows.
  void begin(const std::uint32_t* docs, std::uint32_t count);
  // Those of the lead's, from a place in it on, whose scores with the bounds of their ranges reach the threshold.
  void begin(QueryList& lead, const std::uint32_t* docs, std::uint32_t count, std::uint32_t place,
             const float* bounds);
  // Adds what a list gives them, and keeps those that reach the threshold with the bounds of the others.
  // `needed`: only those with so many positions in the list; 0: those that are not in it too.
  void join(std::size_t list, const float* bounds, std::uint32_t needed);
  // Keeps those in the list, of which nothing but where they stand is known then, and their frequencies where
  // these are wanted.
  void meet(std::size_t list, bool with_frequencies);
  // Keeps those whose bits are set.
  void meet(const std::uint8_t* bitmap);
  // Leaves only those that count.
  void end();

  // By their places in the block.
  std::span<const std::uint32_t> places() const { return {places_.data(), kept_}; }
  std::uint32_t doc(std::uint32_t place) const { return docs_[place]; }
  float score(std::uint32_t place) const { return scores_[place]; }
  // Of those lists that they were joined with.
  std::uint32_t frequency(std::size_t list, std::uint32_t place) const {
    return columns_[list].frequencies[place];
  }
  std::uint32_t stand(std::size_t list, std::uint32_t place) const {
    return columns_[list].stands[place];
  }

 private:
  struct Column {
    BlockNumbers frequencies;
    BlockNumbers stands;
  };
  template <class Fits>
  void keep(Fits fits);
  void keep_counted();
  void keep_reaching(const float* bounds);
  void score_few(QueryList& lead, std::uint32_t begin);

  SegmentSearch& search_;
  bool all_count_;
  std::vector<const std::uint64_t*> selective_;  // sets outside of which no document counts
  std::unique_ptr<Column[]> columns_;
  const std::uint32_t* docs_ = nullptr;
  std::size_t kept_ = 0;
  BlockNumbers places_;
  std::array<float, kBlock> scores_;
};

}  // namespace dateline::words
