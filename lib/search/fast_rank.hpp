// Ranks lists, conjunctions and phrases of terms, narrowed by filters and by words that must not be there,
// by the words files, which need not look at every match: the same articles and scores as ranker.hpp, to the last bit.
// In: a bound query.  Out: a ranking, or nothing where the query or the index is of another kind.
// Tested by tests/search/fast_rank_test.cpp and tests/reference/.
#pragma once

#include "search/bound_query.hpp"
#include "search/ranker.hpp"
#include "search/snapshot.hpp"

#include <optional>

namespace dateline::search {

std::optional<Ranking> fast_rank(const Snapshot& snapshot, BoundQuery& query,
                                 const RankOptions& options);

}  // namespace dateline::search
