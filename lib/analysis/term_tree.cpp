// Builds term trees.  In: terms, parts.  Out: trees without needless levels.
// Tested by tests/analysis/plan_test.cpp.
#include "analysis/term_tree.hpp"

namespace dateline::analysis {

std::string_view what_name(What what) noexcept {
  switch (what) {
    case What::kNothing:
      return "";
    case What::kWord:
      return "word";
    case What::kPhrase:
      return "phrase";
    case What::kNear:
      return "near";
    case What::kFuzzy:
      return "fuzzy";
    case What::kPrefix:
      return "prefix";
    case What::kActor:
      return "actor";
    case What::kTopic:
      return "topic";
    case What::kDate:
      return "date";
    case What::kQuote:
      return "quote";
  }
  return "";
}

TermTree term_leaf(std::string term, What what, std::string label) {
  TermTree leaf;
  leaf.kind = TermTree::Kind::kTerm;
  leaf.term = std::move(term);
  leaf.what = what;
  leaf.label = std::move(label);
  return leaf;
}

TermTree combine(TermTree::Kind kind, std::vector<TermTree> parts) {
  if (parts.empty()) return {};
  if (parts.size() == 1 && kind != TermTree::Kind::kUnscored) return std::move(parts.front());
  TermTree tree;
  tree.kind = kind;
  tree.parts = std::move(parts);
  return tree;
}

void scale(TermTree& tree, double factor) {
  tree.boost *= factor;
  for (TermTree& part : tree.parts) scale(part, factor);
}

}  // namespace dateline::analysis
