#include "base/vocabulary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>

namespace dateline::base {
namespace {

TEST(Vocabulary, NumbersTermsFromZeroInTheOrderOfMeeting) {
  Vocabulary terms;
  EXPECT_EQ(terms.intern("peace"), 0U);
  EXPECT_EQ(terms.intern(""), 1U);
  EXPECT_EQ(terms.intern(std::string("a\0b", 3)), 2U);
  EXPECT_EQ(terms.intern("peace"), 0U);
  EXPECT_EQ(terms.size(), 3U);
  EXPECT_EQ(terms[0], "peace");
  EXPECT_EQ(terms[1], "");
  EXPECT_EQ(terms[2], std::string("a\0b", 3));
}

TEST(Vocabulary, FindsOnlyWhatWasMet) {
  Vocabulary terms;
  EXPECT_EQ(terms.find("peace"), std::nullopt);
  terms.intern("peace");
  EXPECT_EQ(terms.find("peace"), 0U);
  EXPECT_EQ(terms.find("peac"), std::nullopt);
  EXPECT_EQ(terms.size(), 1U);
}

TEST(Vocabulary, AgreesWithAMapWhileItGrows) {
  Vocabulary terms;
  std::map<std::string, std::uint32_t> known;
  std::mt19937 random(5);
  for (int i = 0; i < 50'000; ++i) {
    const std::string term = std::to_string(random() % 20'000) + std::string(random() % 20, 'x');
    const auto [entry, is_new] = known.emplace(term, static_cast<std::uint32_t>(known.size()));
    ASSERT_EQ(terms.intern(term), entry->second);
  }
  const auto sorted = terms.sorted();
  ASSERT_EQ(sorted.size(), known.size());
  auto expected = known.begin();
  for (const std::uint32_t number : sorted) {
    EXPECT_EQ(terms[number], expected->first);
    EXPECT_EQ(number, (expected++)->second);
  }
  EXPECT_GT(terms.memory(), known.size() * 8);
}

}  // namespace
}  // namespace dateline::base
