// A term tree made ready for one snapshot: patterns expanded, frequencies of the collection known.
// In: a tree, a snapshot.  Out: what matchers are made from.
// Tested by tests/search/bound_query_test.cpp.
#pragma once

#include "analysis/term_tree.hpp"
#include "search/matcher.hpp"
#include "search/snapshot.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::search {

// The most words that a pattern stands for: the most frequent ones.
inline constexpr std::size_t kMaxExpansions = 1000;
// And all patterns of a question together; each may take its share of what those before it left.
inline constexpr std::size_t kMaxExpansionsOfAll = 4096;

class BoundQuery {
 public:
  // Past the limit patterns stand for what was met so far.
  BoundQuery(const Snapshot& snapshot, analysis::TermTree tree, Limit* limit = nullptr);
  BoundQuery(const BoundQuery&) = delete;
  BoundQuery& operator=(const BoundQuery&) = delete;

  const analysis::TermTree& tree() const { return tree_; }
  // Patterns that stand for more words than are searched, and those that stand for none.
  struct Cut {
    std::string pattern;
    std::size_t words;  // that are searched
    friend bool operator==(const Cut&, const Cut&) = default;
  };
  const std::vector<Cut>& cut_patterns() const { return cut_; }
  const std::vector<std::string>& unknown_patterns() const { return unknown_; }

  // Calls `visit` at each live article that matches, segment by segment.
  // False when the limit ended it before all were seen.
  using Visit = std::function<void(std::size_t segment, Matcher& matcher)>;
  bool for_each(const Visit& visit, Limit& limit);
  bool for_each(const Visit& visit);  // to the end
  // Calls `visit` where a live article matches.
  void at(std::size_t segment, std::uint32_t doc, const Visit& visit);

  // Of a term of the tree, in the whole collection; 0 for others.
  std::uint64_t document_frequency(std::string_view term) const;

  // What the words file of each segment says of a term of the tree; documents 0 where it has none.
  std::span<const words::TermInfo> infos(std::string_view term) const {
    return std::span(infos_).subspan(place_of(term) * sessions_.size(), sessions_.size());
  }

  storage::SegmentSession& session(std::size_t segment) { return sessions_[segment]; }

 private:
  struct Expansion {
    std::string term;
    unsigned edits = 0;
  };
  struct Expansions {
    std::vector<Expansion> best;
    std::size_t of = 0;  // so many there are
  };
  Expansions terms_of(const analysis::TermTree& leaf, std::size_t most, Limit& limit);
  void expand(analysis::TermTree& tree, std::size_t& patterns, std::size_t& words, Limit& limit);
  void count(const analysis::TermTree& tree, Limit& limit);
  std::size_t place_of(std::string_view term) const;
  Frequencies frequencies() const;

  const Snapshot& snapshot_;
  std::vector<storage::SegmentSession> sessions_;
  analysis::TermTree tree_;
  struct Counted {
    std::string_view term;  // of tree_
    std::uint64_t documents;
  };
  std::vector<Counted> terms_;                                // the different ones
  std::unordered_map<std::string_view, std::size_t> places_;  // of terms_, where they are many
  std::vector<words::TermInfo> infos_;                        // of terms_, each by segment
  std::vector<Cut> cut_;
  std::vector<std::string> unknown_;
};

}  // namespace dateline::search
