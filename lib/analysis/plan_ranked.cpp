// Joins the parts of a ranked list.  In: term trees.  Out: one.
// Tested by tests/analysis/plan_test.cpp.
#include "analysis/plan_ranked.hpp"

#include <utility>

namespace dateline::analysis {

TermTree assemble(RankedParts parts) {
  using Kind = TermTree::Kind;
  TermTree core = combine(Kind::kAll, std::move(parts.required));
  if (core.kind != Kind::kNothing && !parts.optional.empty()) {
    parts.optional.insert(parts.optional.begin(), std::move(core));
    core = combine(Kind::kRequired, std::move(parts.optional));
  } else if (core.kind == Kind::kNothing) {
    core = combine(Kind::kSum, std::move(parts.optional));
  }
  if (core.kind != Kind::kNothing) {
    parts.narrowing.insert(parts.narrowing.begin(), std::move(core));
  }
  TermTree tree = combine(Kind::kAll, std::move(parts.narrowing));
  if (parts.excluded.empty()) return tree;
  if (tree.kind == Kind::kNothing) tree.kind = Kind::kEverything;
  parts.excluded.insert(parts.excluded.begin(), std::move(tree));
  return combine(Kind::kExcept, std::move(parts.excluded));
}

}  // namespace dateline::analysis
