#include "actors/listed_words.hpp"

#include "actors/name_sample.hpp"

#include <gtest/gtest.h>

namespace dateline::actors {
namespace {

TEST(ListedWords, TellWhoCoversAWordOfEachPassage) {
  const Catalog catalog = load_catalog(kSampleActors);
  const std::vector<Meaning> georgia{{*catalog.find("georgia"), How::kName}};
  const std::vector<Meaning> trump{{*catalog.find("donald-trump"), How::kName}};
  const std::vector<Candidate> candidates{{&georgia, {0, 7}, 0, 0, 1}, {&trump, {5, 17}, 1, 1, 2}};
  Passages passages({{Field::kBody, "Georgia votes"}, {Field::kBody, "with Donald Trump here"}});
  ListedWords listed(catalog, candidates);
  listed.enter(passages.get()[0], 0);
  EXPECT_TRUE(listed.is(0, "country"));
  EXPECT_FALSE(listed.at(1));
  listed.enter(passages.get()[1], 1);
  EXPECT_FALSE(listed.at(0));
  EXPECT_EQ(listed.kind(2), "person");
  EXPECT_EQ(listed.owner(2), 1U);
  EXPECT_TRUE(listed.whole({1, 3}));
  EXPECT_FALSE(listed.whole({0, 3}));
}

}  // namespace
}  // namespace dateline::actors
