// A heap of hits.  In: hits.  Out: a threshold.
// Tested by tests/words/top_k_test.cpp.
#include "words/best_hits.hpp"

#include <algorithm>
#include <limits>

namespace dateline::words {
namespace {

bool is_better(const TopKHit& a, const TopKHit& b) {
  return a.score != b.score ? a.score > b.score : a.arrival < b.arrival;
}

}  // namespace

BestHits::BestHits(std::size_t most, float slack, bool prunes)
    : most_(most),
      slack_(slack),
      prunes_(prunes),
      least_(prunes ? 0 : -std::numeric_limits<float>::infinity()) {}

void BestHits::raise(double score) {
  if (prunes_) least_ = std::max(least_, static_cast<float>(score) * (1 - slack_));
}

void BestHits::expect(double score) {
  raise(score);
}

void BestHits::offer(const TopKHit& hit) {
  if (hits_.size() == most_) {
    if (!is_better(hit, hits_.front())) return;
    std::pop_heap(hits_.begin(), hits_.end(), is_better);
    hits_.pop_back();
  }
  hits_.push_back(hit);
  std::push_heap(hits_.begin(), hits_.end(), is_better);
  if (hits_.size() == most_) raise(hits_.front().score);
}

std::vector<TopKHit> BestHits::take() {
  std::sort_heap(hits_.begin(), hits_.end(), is_better);
  return std::move(hits_);
}

}  // namespace dateline::words
