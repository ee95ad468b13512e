// When a search has to end: a deadline, somebody who asks it to, too much memory.
// In: a time, a token, bytes.  Out: whether it is over, asked often and looked up now and then.
// Method: whoever takes memory that grows with the query or the index tells before; the heap itself is not
// watched.
// Invariants: once over, always over.
// Threads: one.
// Tested by tests/search/limit_test.cpp.
#pragma once

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

  // Looks at the clock once in so many calls; to be called where work of some nanoseconds is done.
  bool tick() {
    if (++ticks_ % kTicks == 0) look();
    return over_;
  }
  // For work of microseconds, which holds so many bytes more for now.
  bool look(std::size_t more = 0) {
    if (over_) return true;
    if (!has_room(more)) return over_ = true;
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
  // Whether the answer is less than it could be for want of memory.
  bool is_short_of_memory() const { return is_short_; }

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
  static constexpr std::uint32_t kTicks = 512;
  static constexpr std::size_t kAnyMemory = std::numeric_limits<std::size_t>::max();
  Clock::time_point deadline_ = Clock::time_point::max();
  std::stop_token cancel_;
  std::size_t memory_ = kAnyMemory;
  std::size_t held_ = 0;
  std::uint32_t ticks_ = 0;
  bool over_ = false;
  bool is_short_ = false;
};

}  // namespace dateline::search
