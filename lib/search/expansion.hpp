// Widens a query by the words of its best hits.  In: a query's tree, its first hits.  Out: a tree.
// Tested by tests/search/expansion_test.cpp and tests/reference/.
#pragma once

#include "analysis/analyzer.hpp"
#include "analysis/term_tree.hpp"
#include "search/ranker.hpp"
#include "search/snapshot.hpp"

#include <vector>

namespace dateline::search {

/// The query with ranking::kModelShare of its weight given to the terms of its relevance model.
///
/// Words that rank side by side find more articles than before; what a query requires or excludes
/// holds still.  Reads and analyses the first ranking::kModelArticles of `best` again.
///
/// Source   RM3: Abdul-Jaleel et al., "UMass at TREC 2004: Novelty and HARD", 2004
analysis::TermTree expand(const Snapshot& snapshot, analysis::Analyzer& analyzer,
                          const analysis::TermTree& tree, const std::vector<Ranked>& best,
                          Limit* limit = nullptr);

}  // namespace dateline::search
