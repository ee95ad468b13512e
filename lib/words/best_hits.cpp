// A heap of hits.  In: hits.  Out: a threshold.
// Tested by tests/words/top_k_test.cpp.
#include "words/best_hits.hpp"

#include <algorithm>
#include <limits>

namespace dateline::words {

BestHits::BestHits(std::size_t most, float slack, bool prunes, const Arrival& arrival)
    : most_(most),
      slack_(slack),
      prunes_(prunes),
      least_(prunes ? 0 : -std::numeric_limits<float>::infinity()),
      arrival_(arrival) {}

bool BestHits::is_better(const TopKHit& a, const TopKHit& b) const {
  if (a.score != b.score) return a.score > b.score;
  return arrival_(a.segment, a.doc) < arrival_(b.segment, b.doc);
}

void BestHits::raise(double score) {
  if (prunes_) least_ = std::max(least_, static_cast<float>(score) * (1 - slack_));
}

void BestHits::expect(double score) {
  raise(score);
}

void BestHits::offer(const TopKHit& hit) {
  const auto order = [this](const TopKHit& a, const TopKHit& b) { return is_better(a, b); };
  if (hits_.size() == most_) {
    if (!is_better(hit, hits_.front())) return;
    std::pop_heap(hits_.begin(), hits_.end(), order);
    hits_.pop_back();
  }
  hits_.push_back(hit);
  std::push_heap(hits_.begin(), hits_.end(), order);
  if (hits_.size() == most_) raise(hits_.front().score);
}

std::vector<TopKHit> BestHits::take() {
  std::sort(hits_.begin(), hits_.end(),
            [this](const TopKHit& a, const TopKHit& b) { return is_better(a, b); });
  for (TopKHit& hit : hits_) hit.arrival = arrival_(hit.segment, hit.doc);
  return std::move(hits_);
}

}  // namespace dateline::words
