// How good a ranking is, by judgements.
// Tested by tests/ranking/evaluation_test.cpp.
#pragma once

#include <dateline/export.hpp>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline {

/// For one query: the grade of each judged article; 0 is judged and not relevant.
using Judgements = std::unordered_map<std::string, int>;

/// Measures of rankings, each between 0 and 1, the mean over queries.
struct Measures {
  double ndcg10 = 0;     ///< gain 2^grade - 1, discount log2(rank + 1)
  double map = 0;        ///< mean average precision; grade 1 and up is relevant
  double recall100 = 0;  ///< relevant articles among the first 100
  double p5 = 0;         ///< relevant articles among the first 5, over 5
};

/// The measures of one query's ranking.
///
/// Errors   none; a query without a relevant article measures 0, an id counts where it stands first
/// Source   Jarvelin and Kekalainen 2002 (nDCG) in the form of trec_eval's ndcg_cut with gain 2^g - 1
DATELINE_API Measures measure(const std::vector<std::string>& ranking,
                              const Judgements& judgements);

struct Evaluation {
  std::size_t queries = 0;
  Measures mean;
  Measures low;  ///< 2.5 % quantile of the mean over resampled queries
  Measures high;
};

/// The mean over queries with its 95 % interval by the bootstrap (1,000 samples, a fixed seed).
DATELINE_API Evaluation evaluate(const std::vector<Measures>& queries);

}  // namespace dateline
