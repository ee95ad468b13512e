// Which actors are named together: in one article, in one sentence, within some words of each other.
// In: a snapshot, options.  Out: pairs with exact counts over live articles, by period where asked.
// Method: articles and periods by the columns; nearness by the positions of the actors' terms, a
// few thousand articles at a time; sentences by the texts.
// Tested by tests/search/together_test.cpp.
#pragma once

#include "search/limit.hpp"
#include "search/snapshot.hpp"

#include <dateline/results.hpp>

#include <vector>

namespace dateline::search {

// The pairs of most articles first, then of most sentences, then those that are near most often; past the
// limit with the counts so far.
std::vector<ActorPair> named_together(const Snapshot& snapshot, const PairOptions& options,
                                      Limit& limit);

}  // namespace dateline::search
