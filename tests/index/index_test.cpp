#include "index/sample.hpp"

#include <dateline/index.hpp>
#include <dateline/searcher.hpp>

#include <gtest/gtest.h>

namespace dateline {
namespace {

class IndexTest : public ::testing::Test {
 protected:
  IndexTest() : recipe_(Recipe::load(write_recipe(folder_ / "recipe"))) {}
  Index create() { return Index::create(path(), recipe_); }
  std::filesystem::path path() const { return folder_ / "index"; }
  // Ids and texts of the newest commit, in their order.
  std::string shown() const {
    std::string text;
    Searcher::open(path()).for_each_article(
        [&](Article&& article) { text += article.id + "=" + article.text + " "; });
    return text;
  }

  TempFolder folder_;
  Recipe recipe_;
};

TEST_F(IndexTest, NewOneIsEmptyAndCommitted) {
  const Index index = create();
  EXPECT_EQ(index.size(), 0u);
  EXPECT_EQ(index.segments(), 0u);
  EXPECT_GT(index.bytes_on_disk(), 0u);
  EXPECT_EQ(Searcher::open(path()).size(), 0u);
}

TEST_F(IndexTest, RefusesToCreateOpenOrShareWithTheRightCode) {
  EXPECT_EQ(error_of([&] { Index::open(path()); }).code, ErrorCode::kNotFound);
  const Index index = create();
  EXPECT_EQ(error_of([&] { create(); }).code, ErrorCode::kExists);
  EXPECT_EQ(error_of([&] { Index::open(path()); }).code, ErrorCode::kLocked);
}

TEST_F(IndexTest, CanBeOpenedWhenItsWriterIsGone) {
  create().put(make_article("a", "1"));
  EXPECT_EQ(Index::open(path()).size(), 0u);
}

TEST_F(IndexTest, PutIsSeenAfterTheCommitOnly) {
  Index index = create();
  index.put(make_article("a", "1"));
  EXPECT_EQ(shown(), "");
  index.commit();
  EXPECT_EQ(shown(), "a=1 ");
  EXPECT_EQ(index.size(), 1u);
  EXPECT_EQ(index.segments(), 1u);
}

TEST_F(IndexTest, WhatWasNotCommittedIsGoneWithTheObject) {
  {
    Index index = create();
    index.put(make_article("a", "1"));
    index.commit();
    index.put(make_article("b", "2"));
    index.remove("a");
  }
  EXPECT_EQ(shown(), "a=1 ");
  Index index = Index::open(path());
  index.put(make_article("c", "3"));
  index.commit();
  EXPECT_EQ(shown(), "a=1 c=3 ");
}

TEST_F(IndexTest, PutReplacesCommittedAndPendingOnes) {
  Index index = create();
  index.put(make_article("a", "1"));
  index.put(make_article("b", "2"));
  index.commit();
  index.put(make_article("a", "3"));
  index.put(make_article("a", "4"));
  index.commit();
  EXPECT_EQ(shown(), "b=2 a=4 ");
  EXPECT_EQ(index.size(), 2u);
}

TEST_F(IndexTest, NothingIsSeenBeforeTheCommitWhateverIsPutAndRemovedAgain) {
  Index index = create();
  index.put(make_article("a", "1"));
  index.commit();
  index.put(make_article("a", "2"));
  index.put(make_article("a", "3"));
  index.put(make_article("b", "4"));
  EXPECT_TRUE(index.remove("b"));
  EXPECT_FALSE(index.remove("b"));
  index.put(make_article("c", "5"));
  EXPECT_TRUE(index.remove("c"));
  index.put(make_article("c", "6"));
  EXPECT_EQ(shown(), "a=1 ");
  index.commit();
  EXPECT_EQ(shown(), "a=3 c=6 ");
  EXPECT_EQ(index.size(), 2u);
}

TEST_F(IndexTest, WhatWasPutAndRemovedAgainLeavesNothing) {
  Index index = create();
  index.put(make_article("a", "1"));
  EXPECT_TRUE(index.remove("a"));
  index.commit();
  EXPECT_EQ(index.segments(), 0u);
}

TEST_F(IndexTest, PutOfTheSameChangesNothing) {
  Index index = create();
  index.put(make_article("a", "1"));
  index.commit();
  index.put(make_article("a", "1"));
  index.commit();
  EXPECT_EQ(index.segments(), 1u);
}

TEST_F(IndexTest, RemoveTellsWhetherThereWasOne) {
  Index index = create();
  index.put(make_article("a", "1"));
  index.put(make_article("b", "2"));
  EXPECT_FALSE(index.remove("c"));
  EXPECT_TRUE(index.remove("a"));
  EXPECT_FALSE(index.remove("a"));
  index.commit();
  EXPECT_EQ(shown(), "b=2 ");
  EXPECT_TRUE(index.remove("b"));
  index.commit();
  EXPECT_EQ(shown(), "");
  EXPECT_EQ(index.segments(), 0u);
}

TEST_F(IndexTest, MergeCommitsAndLeavesFewSegments) {
  Index index = create();
  std::string expected;
  for (int i = 0; i < 20; ++i) {
    index.put(make_article(std::to_string(i), "text"));
    if (i < 19) index.commit();
    expected += std::to_string(i) + "=text ";
  }
  index.merge();
  EXPECT_LT(index.segments(), 8u);
  EXPECT_EQ(index.size(), 20u);
  EXPECT_EQ(shown(), expected);
}

TEST_F(IndexTest, PutRefusesWhatCannotBeIndexed) {
  Index index = create();
  EXPECT_EQ(error_of([&] { index.put(make_article("", "1")); }).code, ErrorCode::kInvalid);
  EXPECT_EQ(error_of([&] { index.put(make_article("a", "")); }).code, ErrorCode::kInvalid);
  index.commit();
  EXPECT_EQ(index.size(), 0u);
}

TEST_F(IndexTest, AddCommitsWhatWasPutBefore) {
  Index index = create();
  index.put(make_article("a", "1"));
  BuildOptions options;
  options.threads = 1;
  EXPECT_EQ(
      index.add(source_of({make_article("a", "2"), make_article("b", "3")}), options).articles, 2u);
  EXPECT_EQ(shown(), "a=2 b=3 ");
}

TEST_F(IndexTest, ManyThreadsKeepTheOrderOfArrival) {
  std::vector<Article> articles;
  std::string expected;
  for (int i = 0; i < 60; ++i) {
    articles.push_back(make_article("a" + std::to_string(i), "x"));
    expected += "a" + std::to_string(i) + "=x ";
  }
  BuildOptions options;
  options.threads = 3;
  create().add(source_of(articles), options);
  EXPECT_EQ(shown(), expected);
}

}  // namespace
}  // namespace dateline
