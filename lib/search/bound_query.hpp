// A term tree made ready for one snapshot: patterns expanded, frequencies of the collection known.
// In: a tree, a snapshot.  Out: what matchers are made from.
// Tested by tests/search/bound_query_test.cpp.
#pragma once

#include "analysis/term_tree.hpp"
#include "search/matcher.hpp"
#include "search/snapshot.hpp"

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::search {

// The most words that a pattern stands for: the most frequent ones.
inline constexpr std::size_t kMaxExpansions = 1000;

class BoundQuery {
 public:
  BoundQuery(const Snapshot& snapshot, analysis::TermTree tree);

  const analysis::TermTree& tree() const { return tree_; }
  // Patterns that stand for more words than kMaxExpansions, and those that stand for none.
  const std::vector<std::string>& cut_patterns() const { return cut_; }
  const std::vector<std::string>& unknown_patterns() const { return unknown_; }

  // Calls `visit` at each live article that matches, segment by segment.
  // False when the limit ended it before all were seen.
  using Visit = std::function<void(std::size_t segment, Matcher& matcher)>;
  bool for_each(const Visit& visit, Limit& limit);
  bool for_each(const Visit& visit);  // to the end

  // Of a term of the tree, in the whole collection; 0 for others.
  std::uint64_t document_frequency(const std::string& term) const;

  // What the words file of each segment says of a term of the tree; documents 0 where it has none.
  const std::vector<words::TermInfo>& infos(const std::string& term) const {
    return infos_.at(term);
  }

  storage::SegmentSession& session(std::size_t segment) { return sessions_[segment]; }

 private:
  struct Expansion {
    std::string term;
    std::uint64_t documents = 0;
    unsigned edits = 0;
  };
  std::vector<Expansion> terms_of(const analysis::TermTree& leaf);
  void expand(analysis::TermTree& tree);
  void count(const analysis::TermTree& tree);

  const Snapshot& snapshot_;
  std::vector<storage::SegmentSession> sessions_;
  analysis::TermTree tree_;
  Frequencies frequencies_;
  std::unordered_map<std::string, std::vector<words::TermInfo>> infos_;
  std::vector<std::string> cut_;
  std::vector<std::string> unknown_;
};

}  // namespace dateline::search
