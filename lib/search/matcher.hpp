// Walks the articles of one segment that a term tree matches.
// In: a tree, a session, what the whole collection says of each term.  Out: articles, scores.
// Method: document at a time; every node moves to the next article that it matches.
// Tested by tests/search/matcher_test.cpp and tests/reference/.
#pragma once

#include "analysis/positions.hpp"
#include "analysis/term_tree.hpp"
#include "ranking/bm25.hpp"
#include "search/limit.hpp"
#include "storage/segment.hpp"

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::search {

// Document frequencies of the whole collection.
using Frequencies = std::unordered_map<std::string, std::uint64_t>;

struct Scoring {
  ranking::Bm25 parameters;
  ranking::Collection collection;
  const Frequencies* frequencies;
  Limit* limit = nullptr;  // asked at every step of a leaf, which ends when it is over
};

class Matcher {
 public:
  static constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();
  virtual ~Matcher() = default;

  std::uint32_t doc() const noexcept { return doc_; }
  // To the first match that is >= target; never back.
  virtual void advance(std::uint32_t target) = 0;
  // Of the article doc().  Requires: doc() != kEnd.
  virtual double score() = 0;
  // Positions in the article doc(), ascending, of what can be part of a phrase.
  virtual void positions(analysis::PositionList& out) = 0;
  // The parts of score(), in words; a node without parts gives itself.
  virtual void explain(std::vector<std::pair<std::string, double>>& out) = 0;

 protected:
  std::uint32_t doc_ = 0;
};

// Stands at its first match.  `tree` has no prefixes (expand them before).
std::unique_ptr<Matcher> make_matcher(const analysis::TermTree& tree,
                                      storage::SegmentSession& session, std::uint32_t articles,
                                      const Scoring& scoring);

}  // namespace dateline::search
