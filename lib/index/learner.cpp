// Brings the lines of articles into order and counts them.  In: lines.  Out: counts.
// Tested by tests/index/learner_test.cpp.
#include "index/learner.hpp"

namespace dateline::index {

void Learner::take(std::uint64_t number, const article::Habits& habits) {
  if (counts_ == nullptr) return;
  const std::lock_guard lock(mutex_);
  if (number != next_) {
    early_.emplace(number, habits);
    return;
  }
  counts_->add(habits.publisher, habits.lines);
  ++next_;
  for (auto first = early_.begin(); first != early_.end() && first->first == next_;
       first = early_.erase(first), ++next_) {
    counts_->add(first->second.publisher, first->second.lines);
  }
}

}  // namespace dateline::index
