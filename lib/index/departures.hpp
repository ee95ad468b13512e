// What leaves a segment's statistics with its removed articles, which are analysed again as they were.
// In: articles of a segment.  Out: terms and lengths, counted.
// Tested by tests/index/departures_test.cpp.
#pragma once

#include "index/pipeline.hpp"
#include "recipe/data.hpp"
#include "storage/removed.hpp"
#include "storage/segment.hpp"

#include <cstdint>
#include <memory>
#include <set>

namespace dateline::index {

class Departures {
 public:
  explicit Departures(const recipe::Data& recipe) : recipe_(recipe) {}

  // Adds the articles to those removed.  Requires: none of them is there.
  void add(const storage::Segment& segment, const std::set<std::uint32_t>& docs,
           storage::Removed& removed);

 private:
  void count(const storage::Segment& segment, std::uint32_t doc, storage::Removed& removed);

  const recipe::Data& recipe_;
  std::unique_ptr<Pipeline> pipeline_;  // made when it is needed first
};

}  // namespace dateline::index
