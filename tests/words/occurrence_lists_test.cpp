#include "words/occurrence_lists.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace dateline::words {
namespace {

using Lists = std::map<std::uint32_t, std::vector<Occurrence>>;

std::vector<Occurrence> list_of(const OccurrenceLists& lists, std::uint32_t term) {
  std::vector<Occurrence> list;
  lists.for_each(term, [&](const Occurrence& one) { list.push_back(one); });
  EXPECT_EQ(lists.size(term), list.size());
  return list;
}

// Few terms are frequent, positions and weights of all sizes; one position comes twice.
void add_document(std::mt19937& random, std::uint32_t doc, OccurrenceLists& lists, Lists& known) {
  for (int i = 0; i < 40; ++i) {
    const auto term = static_cast<std::uint32_t>(random() % 100 * (random() % 100));
    const auto position = static_cast<std::uint32_t>(random() >> random() % 32);
    const auto weight = static_cast<std::uint32_t>(random() % 3 == 0 ? random() % 256 : 1);
    for (unsigned times = 1 + (i % 7 == 0); times > 0; --times) {
      lists.add(term, {doc, position, weight});
      known[term].push_back({doc, position, weight});
    }
  }
}

TEST(OccurrenceLists, GiveBackWhatWasAddedInItsOrder) {
  std::mt19937 random(3);
  OccurrenceLists lists;
  for (const std::uint32_t first : {0, 5000}) {
    Lists known;
    for (std::uint32_t doc = first; doc < 20'000;
         doc += static_cast<std::uint32_t>(1 + random() % 9)) {
      add_document(random, doc, lists, known);
    }
    for (const auto& [term, list] : known) {
      ASSERT_TRUE(lists.holds(term));
      ASSERT_TRUE(list_of(lists, term) == list) << term;
    }
    EXPECT_FALSE(lists.holds(9'999));
    EXPECT_TRUE(list_of(lists, 9'999).empty());
    lists.clear();
    EXPECT_FALSE(lists.holds(known.begin()->first));
    EXPECT_EQ(lists.memory(), 0U);
  }
}

TEST(OccurrenceLists, HoldTheLargestNumbers) {
  constexpr std::uint32_t kMost = 0xffffffff;
  const std::vector<Occurrence> all = {
      {0, 0, 0}, {0, kMost, 255}, {0, 0, 0}, {kMost - 1, kMost, 255}, {kMost - 1, kMost, 255}};
  OccurrenceLists lists;
  for (const Occurrence& one : all) lists.add(7, one);
  EXPECT_TRUE(list_of(lists, 7) == all);
}

// A word of the text: at positions of some hundreds, in each fifth document, always of the same weight.
TEST(OccurrenceLists, TakeFewBytesForACommonTerm) {
  OccurrenceLists lists;
  for (std::uint32_t doc = 0; doc < 100'000; ++doc) lists.add(0, {doc * 5, 128 + doc % 900, 1});
  EXPECT_LT(lists.memory(), 310'000U);
}

}  // namespace
}  // namespace dateline::words
