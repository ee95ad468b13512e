// When a search has to end: a deadline, or somebody who asks it to.
// In: a time, a token.  Out: whether it is over, asked often and looked up now and then.
// Invariants: once over, always over.
// Threads: one.
// Tested by tests/search/limit_test.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <stop_token>
#include <utility>

namespace dateline::search {

class Limit {
 public:
  using Clock = std::chrono::steady_clock;

  Limit() = default;
  explicit Limit(Clock::time_point deadline, std::stop_token cancel = {})
      : deadline_(deadline), cancel_(std::move(cancel)) {}

  // Looks at the clock once in so many calls; to be called where work of some nanoseconds is done.
  bool tick() {
    if (++ticks_ % kTicks == 0) look();
    return over_;
  }
  // For work of microseconds.
  bool look() {
    if (over_) return true;
    if (deadline_ != Clock::time_point::max()) over_ = Clock::now() >= deadline_;
    over_ = over_ || cancel_.stop_requested();
    return over_;
  }
  bool is_over() const { return over_; }
  // Work that shows what was found may go on so much longer.
  bool is_over_by(Clock::duration more) const {
    return cancel_.stop_requested() ||
           (deadline_ != Clock::time_point::max() && Clock::now() >= deadline_ + more);
  }

 private:
  static constexpr std::uint32_t kTicks = 512;
  Clock::time_point deadline_ = Clock::time_point::max();
  std::stop_token cancel_;
  std::uint32_t ticks_ = 0;
  bool over_ = false;
};

}  // namespace dateline::search
