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

#include <bitset>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
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
  // `analysis` and `terms`, its vocabulary, must outlive this; `filters` are its filter terms.
  OneArticle(const Analysis& analysis, const base::Vocabulary& terms,
             std::vector<std::string> filters, std::optional<DayRange> published);

  bool matches(const TermTree& tree) const;
  // By numbers of the vocabulary.
  bool holds(std::uint32_t term) const {
    return present_[term % kPlaces] && slot_of(term).term != kNone;
  }
  // Calls `visit` once with the number of each term.
  template <class Visit>
  void for_each_term(Visit visit) const {
    for (const Slot& slot : slots_) {
      if (slot.term != kNone) visit(slot.term);
    }
  }
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
  // The postings of a term, by their place in the analysis; each tells the next.
  struct Slot {
    std::uint32_t term = kNone;
    std::uint32_t first = 0;
  };
  static constexpr std::uint32_t kNone = 0xffffffff;

  Slot& slot_of(std::uint32_t term);
  const Slot& slot_of(std::uint32_t term) const;
  Occurrence occurrence(std::uint32_t posting) const;
  // kNone: no posting has it.
  std::uint32_t first_of(const TermTree& leaf) const;
  void add_all(std::uint32_t first, bool body_only, Occurrences& out) const;
  // Whether one of its terms is there, of a phrase or NEAR all of them: soon known.
  bool may_stand(const TermTree& tree) const;
  bool stands(const TermTree& leaf) const;
  Occurrences occurrences(const TermTree& tree) const;
  Occurrences of_term(const TermTree& leaf) const;
  bool stands_at_least(const TermTree& tree) const;
  // Those of each part; equal words share them, since a query may repeat a frequent word.
  using Parts = std::vector<std::shared_ptr<const Occurrences>>;
  Parts parts_of(const TermTree& tree) const;
  std::vector<PositionList> tuples(const TermTree& tree, const Parts& parts) const;
  // Places, and of which words they are: each word of a query is collected once.
  struct Collected {
    std::vector<Place> places;
    std::set<std::tuple<std::string_view, std::string_view, unsigned, bool, What, std::string_view>>
        words;
  };
  void collect(const TermTree& tree, Collected& out) const;
  void collect_word(const TermTree& leaf, Collected& out) const;
  void collect_joined(const TermTree& tree, std::vector<Place>& out) const;

  const Analysis& analysis_;
  const base::Vocabulary& terms_;
  static constexpr std::size_t kPlaces = 8192;
  std::bitset<kPlaces> present_;     // where its terms fall: most terms of queries are not there
  std::vector<Slot> slots_;          // a power of two, at most half full; open addressing
  std::vector<std::uint32_t> next_;  // posting of the same term
  std::vector<std::string> filters_;
  std::optional<DayRange> published_;
};

}  // namespace dateline::analysis
