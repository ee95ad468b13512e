// Matches a term tree against one article that is in memory: for topics, and to show what matched.
// In: the article's analysis.  Out: whether it matches, and every place that did.
// Tested by tests/analysis/one_article_test.cpp.
#pragma once

#include "analysis/analyzer.hpp"
#include "analysis/positions.hpp"
#include "analysis/term_tree.hpp"

#include <dateline/date.hpp>
#include <dateline/mention.hpp>
#include <dateline/range.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::analysis {

// A place that a query matched.
struct Place {
  What what = What::kWord;
  std::string_view label;  // of the tree
  Range range;
  std::uint32_t passage = 0;
  Field field = Field::kBody;
  friend bool operator==(const Place&, const Place&) = default;
};

class OneArticle {
 public:
  // `analysis` and its forms must outlive this; `filters` are the article's filter terms.
  OneArticle(const Analysis& analysis, bool exact_forms, std::vector<std::string> filters,
             std::optional<DayRange> published);

  bool matches(const TermTree& tree) const;
  // In text order, each place once; places of parts that are excluded or did not match are not.
  std::vector<Place> places(const TermTree& tree) const;

 private:
  struct Occurrence {
    std::uint32_t position;
    Range range;
    std::uint32_t passage;
    Field field;
  };
  using Occurrences = std::vector<Occurrence>;

  void add(std::string term, const Occurrence& occurrence);
  Occurrences occurrences(const TermTree& tree) const;
  Occurrences of_term(const TermTree& leaf) const;
  std::vector<PositionList> tuples(const TermTree& tree, std::vector<Occurrences>& parts) const;
  void collect(const TermTree& tree, std::vector<Place>& out) const;
  void collect_joined(const TermTree& tree, std::vector<Place>& out) const;

  std::unordered_map<std::string, Occurrences> terms_;
  std::vector<std::string> filters_;
  std::optional<DayRange> published_;
};

}  // namespace dateline::analysis
