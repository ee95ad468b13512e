// The best hits so far, and what a further one has to reach.
// In: hits.  Out: a threshold for bounds; in the end the hits in order.
// Tested by tests/words/top_k_test.cpp.
#pragma once

#include "words/top_k.hpp"

#include <cstdint>
#include <vector>

namespace dateline::words {

class BestHits {
 public:
  // `slack`: how far sums in single precision may be off, as a part of them.
  // `prunes`: false: nothing may be left out by its bound.
  // `arrival` is asked for hits of equal score, and for the best in the end; it must outlive this.
  BestHits(std::size_t most, float slack, bool prunes, const Arrival& arrival);

  // What a sum in single precision must reach to be looked at; less is surely not among the best.
  float least() const { return least_; }
  bool prunes() const { return prunes_; }
  std::size_t most() const { return most_; }
  // At least so many hits with such a score exist.
  void expect(double score);
  bool has_room() const { return hits_.size() < most_; }
  // Whether a hit with this score may enter, if it came early enough.
  bool may_enter(double score) const {
    return hits_.size() < most_ || score >= hits_.front().score;
  }
  void offer(const TopKHit& hit);  // its arrival may be unknown
  std::vector<TopKHit> take();     // in order

 private:
  void raise(double score);
  bool is_better(const TopKHit& a, const TopKHit& b) const;

  std::size_t most_;
  float slack_;
  bool prunes_;
  float least_;
  const Arrival& arrival_;
  std::vector<TopKHit> hits_;  // a heap, the worst in front
};

}  // namespace dateline::words
