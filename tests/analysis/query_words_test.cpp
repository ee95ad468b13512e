#include "analysis/query_words.hpp"

#include "analysis/sample.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {
namespace {

TermTree word(std::string term) {
  return term_leaf(term, What::kWord, term);
}

TermTree join(TermTree::Kind kind, std::vector<TermTree> parts) {
  TermTree tree;
  tree.kind = kind;
  tree.parts = std::move(parts);
  return tree;
}

// "war|krieg~de peac": the words of a tree, their terms parted by bars.
std::string words(const TermTree& tree) {
  std::string text;
  for (const QueryWord& one : query_words(tree)) {
    text += text.empty() ? "" : " ";
    for (const TermTree* leaf : one) text += (leaf == one.front() ? "" : "|") + leaf->term;
  }
  return text;
}

using Kind = TermTree::Kind;

TEST(QueryWords, AreTheWordsSideBySideInTheirOrder) {
  const TermTree actor = term_leaf("Aukraine", What::kActor, "ukraine");
  const TermTree languages = join(Kind::kBest, {word("war"), word("krieg~de")});
  EXPECT_EQ(words(word("war")), "war");
  EXPECT_EQ(words(join(Kind::kSum, {word("war"), word("peac"), word("war")})), "war peac war");
  EXPECT_EQ(words(join(Kind::kSum, {languages, word("peac")})), "war|krieg~de peac");
  EXPECT_EQ(words(join(Kind::kBest, {word("ukrain"), actor})), "ukrain");
  EXPECT_EQ(words(join(Kind::kBest, {join(Kind::kSum, {languages, word("peac")}), actor})),
            "war|krieg~de peac");
  EXPECT_EQ(words(join(Kind::kRequired, {word("war"), word("peac")})), "war peac");
  EXPECT_EQ(words(join(Kind::kAll, {word("war"), join(Kind::kSum, {word("peac")})})), "war peac");
  EXPECT_EQ(words(join(Kind::kExcept, {word("war"), word("peac")})), "war");
}

TEST(QueryWords, PhrasesFieldsAndFiltersAreNone) {
  for (const Kind kind : {Kind::kPhrase, Kind::kNear, Kind::kUnscored, Kind::kNothing}) {
    EXPECT_EQ(words(join(kind, {word("war"), word("peac")})), "") << static_cast<int>(kind);
  }
  for (const char* term : {"=war", "Twar", "Cwar", "Jwar", "T=war"}) {
    EXPECT_EQ(words(word(term)), "") << term;
  }
  EXPECT_EQ(words(term_leaf("war", What::kPrefix, "war*")), "");
  EXPECT_EQ(words(term_leaf("Aukraine", What::kActor, "ukraine")), "");
  EXPECT_EQ(words(join(Kind::kBest, {})), "");
}

}  // namespace
}  // namespace dateline::analysis
