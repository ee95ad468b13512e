// Pairs of actors as programs print and write them: options, JSON Lines, lines for people, a table
// (CSV, RFC 4180), a graph (GraphML 1.0, which networkx and Gephi read).
#pragma once

#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <string>
#include <vector>

namespace examples {

struct PairFiles {
  std::string csv;
  std::string graphml;
  bool wanted() const { return !csv.empty() || !graphml.empty(); }
};

// --within, --by, --csv, --graphml
void add_pair_options(Program& program, dateline::PairOptions& options, PairFiles& files);

std::string pairs_csv(const dateline::Searcher& searcher,
                      const std::vector<dateline::ActorPair>& pairs);
std::string pairs_graphml(const dateline::Searcher& searcher,
                          const std::vector<dateline::ActorPair>& pairs);

// Counts the pairs, writes all of them to the files, and returns the first `options.top`.
dateline::ActorPairs count_pairs(const dateline::Searcher& searcher, dateline::PairOptions options,
                                 const PairFiles& files);

}  // namespace examples
