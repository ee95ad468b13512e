// What a query may have been meant for: words and names that the articles hold in place of those they do not.
// In: a query, a snapshot.  Out: the query that is meant, where there is one.
// Tested by tests/search/corrections_test.cpp.
#pragma once

#include "search/limit.hpp"
#include "search/snapshot.hpp"

#include <dateline/query.hpp>

#include <optional>

namespace dateline::search {

// Of a query's words that no article holds the first 16 are looked at; none is meant when the limit is over.
std::optional<Query> corrected(const Snapshot& snapshot, analysis::Analyzer& analyzer,
                               const Query& query, Limit& limit);

}  // namespace dateline::search
