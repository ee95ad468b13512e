// Spots names that no list holds in one article.
// In: passages, and the listed names in them.  Out: spotted names, each with its kind; which listed
// names are only parts of spotted ones ("Jordan" in "Jordan Peele"); acronyms set behind names.
// Method: runs of capitalised words, cut at titles and listed names.  A run is a body or a place by
// its endings; a person by given name, title, middle initial, what stands beside it, and by its
// surname alone elsewhere in the article.  Capitals of headlines show nothing.
// Tested by tests/actors/spotter_test.cpp.
#pragma once

#include "actors/decide.hpp"
#include "actors/name_rules.hpp"

#include <span>
#include <string>
#include <vector>

namespace dateline::actors {

struct SpottedName {
  std::string name;  // in full
  std::string kind;  // person, org, place
  double confidence = 0;
};

struct SpottedPlace {
  std::uint32_t name = 0;  // in Spots::names
  Range range;
  std::uint32_t passage = 0;
  std::uint32_t word = 0;
  std::uint32_t words = 1;
};

// "ACLU" behind "American Civil Liberties Union".
struct SpottedAcronym {
  std::string text;
  bool listed = false;      // by a candidate
  std::uint32_t owner = 0;  // in the candidates, or in Spots::names
};

struct Spots {
  std::vector<SpottedName> names;
  std::vector<SpottedPlace> places;  // in text order
  std::vector<bool> swallowed;       // of each candidate
  std::vector<SpottedAcronym> acronyms;
};

Spots spot_names(const Catalog& catalog, const NameRules& rules,
                 std::span<const article::Passage> passages,
                 const std::vector<Candidate>& candidates);

}  // namespace dateline::actors
