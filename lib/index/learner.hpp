// Counts recurring lines while several threads read articles: in the order in which these were added.
// In: the lines of each article, by its number.  Out: counts that do not depend on threads.
// Threads: any may call take().
// Tested by tests/index/learner_test.cpp.
#pragma once

#include "article/page.hpp"
#include "article/recurring.hpp"

#include <cstdint>
#include <map>
#include <mutex>

namespace dateline::index {

class Learner {
 public:
  // Without `counts` nothing is learned.
  explicit Learner(article::LineCounts* counts) : counts_(counts) {}

  // Articles are numbered from 0 without a gap; one that is early waits for those before it.
  void take(std::uint64_t number, const article::Habits& habits);

 private:
  article::LineCounts* counts_;
  std::mutex mutex_;
  std::uint64_t next_ = 0;
  std::map<std::uint64_t, article::Habits> early_;
};

}  // namespace dateline::index
