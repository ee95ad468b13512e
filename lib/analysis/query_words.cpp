// Walks a term tree for its ranked words.  In: a tree.  Out: words.
// Tested by tests/analysis/query_words_test.cpp.
#include "analysis/query_words.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::analysis {
namespace {

using Kind = TermTree::Kind;

// A stem in title or body; the other spaces begin with a sign of their own (terms.hpp).
bool is_plain_word(const TermTree& tree) {
  return tree.kind == Kind::kTerm && tree.what == What::kWord && !tree.term.empty() &&
         tree.term.front() != '=' && !base::is_ascii_upper(tree.term.front());
}

void collect(const TermTree& tree, std::vector<QueryWord>& out) {
  if (is_plain_word(tree)) {
    out.push_back({&tree});
    return;
  }
  if (tree.kind == Kind::kBest) {
    if (std::all_of(tree.parts.begin(), tree.parts.end(), is_plain_word)) {
      QueryWord& word = out.emplace_back();
      for (const TermTree& part : tree.parts) word.push_back(&part);
    } else if (!tree.parts.empty()) {
      collect(tree.parts.front(), out);  // the words; behind them stands the actor that they name
    }
    return;
  }
  const bool is_list =
      tree.kind == Kind::kSum || tree.kind == Kind::kAll || tree.kind == Kind::kRequired;
  for (std::size_t i = 0; i < tree.parts.size(); ++i) {
    if (is_list || (tree.kind == Kind::kExcept && i == 0)) collect(tree.parts[i], out);
  }
}

}  // namespace

std::vector<QueryWord> query_words(const TermTree& tree) {
  std::vector<QueryWord> words;
  collect(tree, words);
  return words;
}

}  // namespace dateline::analysis
