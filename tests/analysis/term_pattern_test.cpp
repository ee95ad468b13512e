#include "analysis/term_pattern.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace dateline::analysis {
namespace {

TermTree pattern_leaf(std::string begin, std::string pattern, unsigned edits = 0) {
  TermTree leaf;
  leaf.kind = TermTree::Kind::kPrefix;
  leaf.term = std::move(begin);
  leaf.pattern = std::move(pattern);
  leaf.edits = edits;
  return leaf;
}

TEST(TermPattern, AStarIsAnyCharactersAndAQuestionMarkIsOne) {
  struct Row {
    const char* text;
    const char* pattern;
    bool fits;
  };
  for (const Row& row :
       {Row{"", "", true}, Row{"", "*", true}, Row{"", "?", false}, Row{"a", "", false},
        Row{"defence", "defen?e", true}, Row{"defense", "defen?e", true},
        Row{"defene", "defen?e", false}, Row{"negotiation", "neg*ion", true},
        Row{"negation", "neg*ion", true}, Row{"negate", "neg*ion", false},
        Row{"ionion", "*ion", true}, Row{"ionios", "*ion", false}, Row{"abcbc", "a*bc", true},
        Row{"élan", "?lan", true}, Row{"жар", "ж?р", true}, Row{"aXbXc", "a*X?", true},
        Row{"abc", "a**c", true}, Row{"abc", "*?*?*?*", true}, Row{"ab", "*?*?*?*", false}}) {
    EXPECT_EQ(fits_wildcards(row.text, row.pattern), row.fits) << row.text << " " << row.pattern;
  }
}

// The textbook's table, whole.
unsigned distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<unsigned>> table(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = static_cast<unsigned>(i + j);
      } else {
        table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                                table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
          table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
        }
      }
    }
  }
  return table[a.size()][b.size()];
}

TEST(TermPattern, FindsExactlyTheTermsWithinTheEdits) {
  std::mt19937 random(3);
  std::set<std::string> terms;
  const auto word = [&](std::size_t most) {
    std::string text;
    for (std::size_t i = 1 + random() % most; i > 0; --i) text += "abcd"[random() % 4];
    return text;
  };
  for (int i = 0; i < 2000; ++i) terms.insert("=" + word(8));
  std::size_t found = 0;
  std::size_t passed = 0;
  for (int i = 0; i < 60; ++i) {
    const std::string wanted = word(6);
    const unsigned edits = 1 + i % 2;
    TermPattern pattern(pattern_leaf("=", wanted, edits));
    std::string dead;
    for (const std::string& term : terms) {
      const unsigned truth = distance(term.substr(1), wanted);
      if (!dead.empty() && term.starts_with(dead)) {
        ASSERT_GT(truth, edits) << term << " " << wanted;
        ++passed;
        continue;
      }
      const auto fit = pattern.look(term);
      ASSERT_EQ(fit.fits, truth <= edits) << term << " " << wanted;
      ASSERT_EQ(fit.fits ? fit.edits : truth, truth);
      if (fit.dead > 0) dead = term.substr(0, fit.dead);
      found += fit.fits ? 1 : 0;
    }
  }
  EXPECT_GT(found, 1000U);
  EXPECT_GT(passed, 10'000U);
}

TEST(TermPattern, CountsCharactersAndNotBytes) {
  TermPattern pattern(pattern_leaf("=з", "еленський", 1));
  EXPECT_TRUE(pattern.look("=зеленський").fits);
  EXPECT_TRUE(pattern.look("=зеленськый").fits);
  EXPECT_FALSE(pattern.look("=зеленськыы").fits);
  EXPECT_FALSE(pattern.look("=веленський").fits);
}

TEST(TermPattern, TwoNeighboursThatAreSwappedAreOneEdit) {
  TermPattern pattern(pattern_leaf("=m", "inister", 1));
  EXPECT_TRUE(pattern.look("=minitser").fits);
  EXPECT_TRUE(pattern.look("=ministre").fits);
  EXPECT_TRUE(pattern.look("=mniister").fits);
  EXPECT_FALSE(pattern.look("=minstire").fits);
}

TEST(TermPattern, ABeginningAloneIsEnoughWithoutAPattern) {
  TermPattern pattern(pattern_leaf("=neg", ""));
  EXPECT_TRUE(pattern.look("=neg").fits);
  EXPECT_TRUE(pattern.look("=negotiate").fits);
  EXPECT_FALSE(pattern.look("=ne").fits);
}

}  // namespace
}  // namespace dateline::analysis
