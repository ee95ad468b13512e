// Says which sources and languages a query names that no article has.
// In: a query, a snapshot.  Out: notes that name those which are near, or the most frequent ones.
// Tested by tests/search/unknown_values_test.cpp.
#pragma once

#include "search/bound_query.hpp"
#include "search/snapshot.hpp"

#include <dateline/query.hpp>

#include <vector>

namespace dateline::search {

void note_unknown_values(const Snapshot& snapshot, const Query& query,
                         std::vector<QueryWarning>& notes);

// Says which patterns stand for too many words, and which for none.
void note_patterns(const BoundQuery& query, std::vector<QueryWarning>& notes);

}  // namespace dateline::search
