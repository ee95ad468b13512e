// The most frequent terms of a snapshot that begin so.
// In: a beginning.  Out: terms with the live articles that hold them.
// Method: the threshold algorithm (Fagin, Lotem and Naor, "Optimal aggregation algorithms for middleware", 2003): each segment hands its terms over from the most frequent on; no term that none has handed over
// yet is in more articles than their next ones together.  Where that tells little, or a segment knows no such
// order, all terms are counted.
// Tested by tests/search/frequent_terms_test.cpp.
#pragma once

#include "search/limit.hpp"
#include "search/snapshot.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::search {

using TermCounts = std::vector<std::pair<std::string, std::uint64_t>>;

// Of equals the first in the order of bytes; past the limit the best of those that were met.
TermCounts frequent_terms(const Snapshot& snapshot, std::string_view beginning, std::size_t most,
                          Limit& limit);

}  // namespace dateline::search
