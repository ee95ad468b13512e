// When a search has to end: a deadline, somebody who asks it to, too much memory.
// In: a time, a token, bytes.  Out: whether it is over, asked often and looked up now and then.
// Method: whoever takes memory that grows with the query or the index tells before; the heap itself is not
// watched.
// Invariants: once over, always over.
// Threads: one.
// Tested by tests/search/limit_test.cpp.
#pragma once

#include <dateline/bounds.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <stop_token>
#include <utility>

namespace dateline::search {

class Limit {
 public:
  using Clock = std::chrono::steady_clock;

  Limit() = default;
  explicit Limit(Clock::time_point deadline, std::stop_token cancel = {},
                 std::size_t memory = kAnyMemory)
      : deadline_(deadline), cancel_(std::move(cancel)), memory_(memory) {}
  explicit Limit(const Bounds& bounds)
      : Limit(bounds.timeout.count() > 0 ? Clock::now() + bounds.timeout : Clock::time_point::max(),
              bounds.cancel, bounds.memory) {}

  // Looks at the clock once in so many calls; to be called where work of some nanoseconds is done.
  bool tick() {
    if (++ticks_ % kTicks == 0) look();
    return over_;
  }
  // For work of microseconds, which holds so many bytes more for now.
  bool look(std::size_t more = 0) {
    if (over_) return true;
    if (!has_room(more)) return over_ = true;
    over_ = is_past(Clock::duration::zero());
    is_late_ = is_late_ || over_;
    return over_;
  }
  bool is_over() const { return over_; }
  // Whether work that shows what was found may take so much time, also for a moment behind the deadline.
  bool has_time(Clock::duration more = Clock::duration::zero()) {
    const bool fits = !is_past(kToShow - more);
    is_late_ = is_late_ || !fits;
    return fits;
  }

  // Before so many bytes are taken that are kept.  False: they are too many, and the search is over.
  bool take(std::size_t bytes) {
    held_ += bytes;
    over_ = over_ || !has_room(0);
    return !over_;
  }
  // Whether there is room for so many bytes more; false where the search goes on without them.
  bool has_room(std::size_t more) {
    const bool fits = held_ <= memory_ && more <= memory_ - held_;
    is_short_ = is_short_ || !fits;
    return fits;
  }
  // Bytes that may still be taken.
  std::size_t room() const { return held_ < memory_ ? memory_ - held_ : 0; }
  // Whether the answer is less than it could be, for want of memory or time.
  bool is_short_of_memory() const { return is_short_; }
  bool is_cut() const { return over_ || is_short_ || is_late_; }

  // Says of an answer where it is not all.
  template <class Answer>
  Answer marked(Answer answer) const {
    answer.exact = answer.exact && !is_cut();
    if (is_short_) answer.warnings.push_back({{}, "memory ran out: this is the best found so far"});
    if (is_late_) answer.warnings.push_back({{}, "time ran out: this is the best found so far"});
    return answer;
  }

  // Gives back at its end what was taken meanwhile.
  class Loan {
   public:
    explicit Loan(Limit& limit) : limit_(limit), before_(limit.held_) {}
    ~Loan() { limit_.held_ = before_; }
    Loan(const Loan&) = delete;

   private:
    Limit& limit_;
    std::size_t before_;
  };

 private:
  bool is_past(Clock::duration more) const {
    return cancel_.stop_requested() ||
           (deadline_ != Clock::time_point::max() && Clock::now() >= deadline_ + more);
  }

  static constexpr std::uint32_t kTicks = 512;
  static constexpr std::size_t kAnyMemory = std::numeric_limits<std::size_t>::max();
  static constexpr std::chrono::milliseconds kToShow{
      3};  // what answers may take behind the deadline
  Clock::time_point deadline_ = Clock::time_point::max();
  std::stop_token cancel_;
  std::size_t memory_ = kAnyMemory;
  std::size_t held_ = 0;
  std::uint32_t ticks_ = 0;
  bool over_ = false;
  bool is_short_ = false;
  bool is_late_ = false;
};

}  // namespace dateline::search
