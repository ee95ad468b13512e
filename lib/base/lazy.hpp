// A value that is made when it is first asked for.  In: how to make it.  Out: the value, ever the same.
// Threads: any may ask; the first makes it while others wait.  Where that throws, the next one tries anew.
// Not std::call_once: an exception passes through its frames of the C library, which aborts when memory
// is short (glibc, sysdeps/generic/unwind-resume.c).
// Tested by tests/base/lazy_test.cpp.
#pragma once

#include <atomic>
#include <mutex>
#include <optional>

namespace dateline::base {

template <class Value>
class Lazy {
 public:
  template <class Make>
  const Value& get(Make make) {
    if (!is_made_.load(std::memory_order_acquire)) {
      const std::lock_guard guard(mutex_);
      if (!value_) value_.emplace(make());
      is_made_.store(true, std::memory_order_release);
    }
    return *value_;
  }

 private:
  std::atomic<bool> is_made_{false};
  std::mutex mutex_;
  std::optional<Value> value_;
};

}  // namespace dateline::base
