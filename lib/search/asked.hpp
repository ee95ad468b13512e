// A query as it is ranked: both stages, with its expansion where that is wanted.
// In: a snapshot, a planned query.  Out: rankings, and what their scores are made of.
// Tested by tests/search/searcher_test.cpp and tests/reference/.
#pragma once

#include "analysis/analyzer.hpp"
#include "analysis/term_tree.hpp"
#include "search/bound_query.hpp"
#include "search/ranker.hpp"
#include "search/second_stage.hpp"

#include <dateline/results.hpp>

#include <memory>
#include <vector>

namespace dateline::search {

class Asked {
 public:
  // Ranks once already where the query is to be expanded.
  Asked(const Snapshot& snapshot, analysis::Analyzer& analyzer, analysis::TermTree tree,
        const RankingOptions& options, Limit* limit);

  const analysis::TermTree& tree() const { return tree_; }  // in the user's words only
  BoundQuery& bound() { return *bound_; }
  Ranking rank(const RankOptions& options);
  // Of an article that matches; none for others.
  std::vector<ScorePart> explain(std::size_t segment, std::uint32_t doc);

 private:
  const Snapshot& snapshot_;
  RankingOptions options_;
  analysis::TermTree tree_;
  std::unique_ptr<BoundQuery> bound_;
};

}  // namespace dateline::search
