#include "words/vocabulary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace dateline::words {
namespace {

TEST(Vocabulary, NumbersTermsInTheOrderTheyCome) {
  Vocabulary vocabulary;
  EXPECT_EQ(vocabulary.intern("peace"), 0u);
  EXPECT_EQ(vocabulary.intern(""), 1u);
  EXPECT_EQ(vocabulary.intern("peace"), 0u);
  EXPECT_EQ(vocabulary.intern(std::string(1, '\0')), 2u);
  EXPECT_EQ(vocabulary[0], "peace");
  EXPECT_EQ(vocabulary.size(), 3u);
}

TEST(Vocabulary, KeepsItsNumbersWhileItGrows) {
  Vocabulary vocabulary;
  for (std::uint32_t i = 0; i < 50000; ++i) {
    ASSERT_EQ(vocabulary.intern("term" + std::to_string(i * 7)), i);
  }
  for (std::uint32_t i = 0; i < 50000; ++i) {
    ASSERT_EQ(vocabulary.intern("term" + std::to_string(i * 7)), i);
  }
  EXPECT_GE(vocabulary.memory(), 50000u * 12);
}

TEST(Vocabulary, SortsByBytes) {
  Vocabulary vocabulary;
  std::vector<std::string> terms = {"b",
                                    "",
                                    "a\xff",
                                    "a",
                                    std::string("a\0", 2),
                                    "international",
                                    "internationalb",
                                    "internationala",
                                    "\xff"};
  for (const std::string& term : terms) vocabulary.intern(term);
  std::sort(terms.begin(), terms.end());
  std::vector<std::string> sorted;
  for (const std::uint32_t number : vocabulary.sorted()) sorted.emplace_back(vocabulary[number]);
  EXPECT_EQ(sorted, terms);
}

}  // namespace
}  // namespace dateline::words
