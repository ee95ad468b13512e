// What is looked up: a query in terms, ready for any collection.
// Tested by tests/analysis/plan_test.cpp.
#pragma once

#include <dateline/date.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

// What a match is called in results.
enum class What { kNothing, kWord, kPhrase, kNear, kPrefix, kFuzzy, kActor, kTopic, kDate, kQuote };

std::string_view what_name(What what) noexcept;

struct TermTree {
  enum class Kind {
    kNothing,     // no article
    kEverything,  // every article, score 0
    kTerm,        // articles with `term`; in the body only, when `body_only`
    kPrefix,      // articles with a term that begins with `term` and goes on as `pattern` says
    kSum,         // any part; scores added
    kBest,        // any part; the highest score
    kAll,         // every part; scores added
    kRequired,    // the first part; the others add to the score
    kExcept,      // the first part and none of the others
    kPhrase,      // parts at consecutive positions; scores of the parts added
    kNear,        // parts within `distance` positions of each other, in order when `ordered`
    kAtLeast,     // its part, where that stands at `distance` positions or more
    kUnscored,    // its part, score 0
    kPublished    // articles published within `days`, score 0
  };

  Kind kind = Kind::kNothing;
  std::string term;
  std::string
      pattern;  // of kPrefix: with "*" and "?"; within `edits` where those are over 0; or empty
  unsigned edits = 0;
  std::vector<TermTree> parts;
  bool body_only = false;
  unsigned distance = 0;
  bool ordered = false;
  DayRange days;
  double boost = 1;  // of a term: factor of its score
  What what = What::kNothing;
  std::string label;  // what was matched, for results: a term, an actor's id
  // Of a term, in the vocabulary that the tree is matched with, where somebody looked it up before.
  std::optional<std::uint32_t> number = {};

  friend bool operator==(const TermTree&, const TermTree&) = default;
};

// Trees by kind; one part of kSum, kBest or kAll is returned as it is.
TermTree term_leaf(std::string term, What what, std::string label);
TermTree combine(TermTree::Kind kind, std::vector<TermTree> parts);

// Multiplies the boost of every part.
void scale(TermTree& tree, double factor);

}  // namespace dateline::analysis
