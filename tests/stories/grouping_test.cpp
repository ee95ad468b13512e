#include "stories/grouping.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace dateline::stories {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Link near(std::uint64_t a, std::uint64_t b, double strength = 0.8) {
  return {a, b, StoryKind::kNear, false, strength};
}

Link contains(std::uint64_t a, std::uint64_t b, bool a_is_longer) {
  return {a, b, StoryKind::kContains, a_is_longer, 1};
}

TEST(Grouping, MakesOneStoryOfArticlesThatAreAllLinked) {
  const auto groups = group({near(1, 2), near(1, 5), near(2, 5)});
  ASSERT_THAT(groups, SizeIs(1));
  EXPECT_THAT(groups[0].members, ElementsAre(1, 2, 5));
  EXPECT_THAT(groups[0].guests, IsEmpty());
}

TEST(Grouping, DoesNotChainThroughWeakLinks) {
  std::vector<Link> chain;
  for (std::uint64_t i = 0; i < 20; ++i) chain.push_back(near(i, i + 1, 0.3));
  for (const Group& one : group(chain)) EXPECT_THAT(one.members, SizeIs(2));
}

TEST(Grouping, TakesAThirdInByOneStrongLinkOfTwo) {
  EXPECT_THAT(group({near(1, 2, 0.9), near(2, 3, 0.6)}), SizeIs(1));
  EXPECT_THAT(group({near(1, 2, 0.9), near(2, 3, 0.4)}), SizeIs(1));
  EXPECT_THAT(group({near(1, 2, 0.9), near(2, 3, 0.6)})[0].members, ElementsAre(1, 2, 3));
  EXPECT_THAT(group({near(1, 2, 0.9), near(2, 3, 0.4)})[0].members, ElementsAre(1, 2));
}

TEST(Grouping, LetsAnArticleThatJoinsTwoReportsBeAGuestOfOne) {
  // 7 joins 1 and 2.
  const auto groups = group({contains(1, 7, false), contains(2, 7, false)});
  ASSERT_THAT(groups, SizeIs(2));
  EXPECT_THAT(groups[0].members, ElementsAre(1, 7));
  EXPECT_THAT(groups[1].members, ElementsAre(2));
  EXPECT_THAT(groups[1].guests, ElementsAre(7));
}

TEST(Grouping, NeverMakesOneStoryOfTwoThatAThirdJoins) {
  // 1 2 3 are one story, 5 6 another, 9 holds both.
  const auto groups = group({near(1, 2), near(1, 3), near(2, 3), near(5, 6), contains(1, 9, false),
                             contains(2, 9, false), contains(3, 9, false), contains(5, 9, false),
                             contains(6, 9, false)});
  ASSERT_THAT(groups, SizeIs(2));
  EXPECT_THAT(groups[0].members.size() + groups[0].guests.size(), 4u);
  EXPECT_THAT(groups[1].members.size() + groups[1].guests.size(), 3u);
}

TEST(Grouping, IsTheSameWhateverTheOrderOfLinks) {
  std::mt19937 random(3);
  std::vector<Link> links;
  for (std::uint64_t a = 0; a < 30; ++a) {
    for (std::uint64_t b = a + 1; b < 30; ++b) {
      if (random() % 6 != 0) continue;
      links.push_back({a, b, random() % 2 == 0 ? StoryKind::kNear : StoryKind::kContains,
                       random() % 2 == 0, static_cast<double>(random() % 10) / 10});
    }
  }
  const auto expected = group(links);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(links.begin(), links.end(), random);
    const auto groups = group(links);
    ASSERT_EQ(groups.size(), expected.size());
    for (std::size_t i = 0; i < groups.size(); ++i) {
      EXPECT_EQ(groups[i].members, expected[i].members);
      EXPECT_EQ(groups[i].guests, expected[i].guests);
    }
  }
}

}  // namespace
}  // namespace dateline::stories
