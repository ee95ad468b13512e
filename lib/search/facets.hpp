// Counts what the articles found have in common: actors, topics, sources, languages, months.
// In: matching articles, in any order.  Out: exact counts.
// Method: one counter for each value of a segment's columns; values meet by their bytes at the end, the most
// frequent first.
// Tested by tests/search/facets_test.cpp.
#pragma once

#include "search/limit.hpp"
#include "search/snapshot.hpp"

#include <dateline/results.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::search {

class FacetCounter {
 public:
  // The snapshot must outlive it.  When there is no room, or the limit is over, it counts nothing.
  explicit FacetCounter(const Snapshot& snapshot, Limit* limit = nullptr);
  bool counts() const { return !segments_.empty(); }
  void add(std::size_t segment, std::span<const std::uint32_t> docs);
  // The `most` most frequent values of each; equal counts by name.  Those that there is no room for are missing.
  std::vector<Facet> take(std::size_t most) const;

 private:
  struct OfSegment {
    const storage::ColumnsReader* columns = nullptr;
    std::array<std::vector<std::uint32_t>, storage::kColumns> counts;  // by the value's number
  };
  Limit* limit_;
  std::vector<OfSegment> segments_;
  std::unordered_map<std::uint64_t, std::uint64_t> days_;  // first and last day -> articles
};

}  // namespace dateline::search
