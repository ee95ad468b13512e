// Keeps the best articles of a search, in order, and counts all.
// In: matches.  Out: addresses with scores; equal ones in the order of arrival.
// Tested by tests/search/ranker_test.cpp and tests/reference/.
#pragma once

#include "search/bound_query.hpp"

#include <dateline/results.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace dateline::search {

struct Ranked {
  std::size_t segment = 0;
  std::uint32_t doc = 0;
  std::uint64_t arrival = 0;
  double score = 0;
  int day = 0;  // for sorting by date: the last day it may be; the lowest number where unknown
};

struct Ranking {
  std::vector<Ranked> best;  // the first offset + top
  std::uint64_t count = 0;
  bool complete = true;  // false: the limit ended it
};

struct RankOptions {
  std::size_t most = 10;
  Sort sort = Sort::kRelevance;
  Limit* limit = nullptr;
  bool count = true;  // false: Ranking::count need not be right
  std::function<bool(std::size_t segment, std::uint32_t doc)> accept;  // none: every match counts
  // Called with every match, some of a segment at a time, in their order.
  std::function<void(std::size_t segment, std::span<const std::uint32_t> docs)> also;
};

Ranking rank(const Snapshot& snapshot, BoundQuery& query, const RankOptions& options);

}  // namespace dateline::search
