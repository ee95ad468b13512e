// Counts what the articles found have in common: actors, topics, sources, languages, months.
// In: matching articles, in any order.  Out: exact counts.
// Tested by tests/search/facets_test.cpp.
#pragma once

#include "search/bound_query.hpp"

#include <dateline/results.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace dateline::search {

class FacetCounter {
 public:
  void add(storage::SegmentSession& session, std::uint32_t doc);
  // The `most` most frequent values of each; equal counts by name.
  std::vector<Facet> take(std::size_t most) const;

 private:
  std::map<std::string, std::map<std::string, std::uint64_t>> counts_;
};

}  // namespace dateline::search
