// Collects what there is to say about a query's text.  In: byte ranges and sentences, in any order.
// Out: warnings in the order of the text, a bounded number of them.
// Tested by tests/query/parse_test.cpp.
#pragma once

#include <dateline/query.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace dateline::query {

class Warnings {
 public:
  void add(Range range, std::string text) {
    if (list_.size() < kMax) {
      list_.push_back({range, std::move(text)});
    } else if (!std::exchange(full_, true)) {
      list_.back().text += "; further warnings are left out";
    }
  }

  bool empty() const { return list_.empty(); }

  std::vector<QueryWarning> take() {
    std::stable_sort(list_.begin(), list_.end(), [](const QueryWarning& a, const QueryWarning& b) {
      return a.range.begin < b.range.begin;
    });
    return std::move(list_);
  }

 private:
  static constexpr std::size_t kMax = 100;
  std::vector<QueryWarning> list_;
  bool full_ = false;
};

}  // namespace dateline::query
