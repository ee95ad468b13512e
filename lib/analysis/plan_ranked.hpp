// A list of words and conditions as it is ranked.
// In: term trees, by the role they play.  Out: one tree.
// Tested by tests/analysis/plan_test.cpp.
#pragma once

#include "analysis/term_tree.hpp"

#include <vector>

namespace dateline::analysis {

struct RankedParts {
  std::vector<TermTree> optional;   // add to the score; one of them where nothing is required
  std::vector<TermTree> required;   // all of them
  std::vector<TermTree> narrowing;  // all of them, whatever they score
  std::vector<TermTree> excluded;   // none of them
};

TermTree assemble(RankedParts parts);

}  // namespace dateline::analysis
