// Counts what the articles found have in common: actors, topics, sources, languages, months.
// In: matching articles, in any order.  Out: exact counts.
// Method: one counter for each value of a segment's columns; values meet by their bytes at the end.
// Tested by tests/search/facets_test.cpp.
#pragma once

#include "search/snapshot.hpp"

#include <dateline/results.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::search {

class FacetCounter {
 public:
  explicit FacetCounter(const Snapshot& snapshot);  // which must outlive it
  void add(std::size_t segment, std::uint32_t doc);
  // The `most` most frequent values of each; equal counts by name.
  std::vector<Facet> take(std::size_t most) const;

 private:
  struct OfSegment {
    const storage::ColumnsReader* columns = nullptr;
    std::array<std::vector<std::uint32_t>, storage::kColumns> counts;  // by the value's number
  };
  std::vector<OfSegment> segments_;
  std::unordered_map<std::uint64_t, std::uint64_t> days_;  // first and last day -> articles
};

}  // namespace dateline::search
