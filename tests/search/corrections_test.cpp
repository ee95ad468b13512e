#include "search/corrections.hpp"

#include "search/sample.hpp"

#include <gtest/gtest.h>

namespace dateline::search {
namespace {

class CorrectionsTest : public SmallIndex {
 protected:
  void SetUp() override {
    build({{make_article("a", "The ceasefire talks began."), make_article("b", "Ceasefire now."),
            make_article("c", "A ceasefine is no word. Ukraine spoke.")}});
  }
  std::string meant(std::string_view query) {
    return Searcher::open(path()).search(query).did_you_mean;
  }
};

TEST_F(CorrectionsTest, TheNearestAndThenTheMostFrequentWordIsMeant) {
  EXPECT_EQ(meant("ceasefyre"), "ceasefire");
  EXPECT_EQ(meant("cesefire talks"), "ceasefire talks");
  EXPECT_EQ(meant("+taks -nothing"), "+talks -nothing");
}

TEST_F(CorrectionsTest, ACountSuggestsNothing) {
  SearchOptions none;
  none.top = 0;
  EXPECT_EQ(Searcher::open(path()).search("ceasefyre", none).did_you_mean, "");
}

TEST_F(CorrectionsTest, AWordIsKnownByItsStemWhereOnlyStemsAreKept) {
  Index index = Index::create(folder_ / "stems", Recipe::load("plain"));
  index.add(source_of({make_article("a", "They walked."), make_article("b", "A walker."),
                       make_article("c", "The walker.")}));
  const auto searcher = Searcher::open(folder_ / "stems");
  EXPECT_EQ(searcher.search("walked").did_you_mean, "");
  EXPECT_EQ(searcher.search("walkor").did_you_mean, "walker");
}

TEST_F(CorrectionsTest, WhatIsMeantIsAWordAlsoWhereOnlyStemsAreKept) {
  Index index = Index::create(folder_ / "stems", Recipe::load("plain"));
  index.add(source_of({make_article("a", "The barges left."), make_article("b", "Three barges.")}));
  EXPECT_EQ(Searcher::open(folder_ / "stems").search("bargez").did_you_mean, "barges");
}

TEST_F(CorrectionsTest, OnlyTheFirstUnknownWordsAreLookedUp) {
  std::string query;
  for (int i = 0; i < 15; ++i) query += "qqqqqq" + std::to_string(i) + " OR ";
  EXPECT_EQ(meant(query + "ceasefyre"), query + "ceasefire");
  EXPECT_EQ(meant(query + "qqqqqq15 OR ceasefyre"), "");
}

TEST_F(CorrectionsTest, NothingIsMeantWhenTheTimeIsOver) {
  const auto analyzer = snapshot_->analyzer();
  const Query query = parse_query("ceasefyre").query;
  Limit limit;
  EXPECT_TRUE(corrected(*snapshot_, *analyzer, query, limit));
  Limit over(Limit::Clock::now() - std::chrono::seconds(1));
  over.look();
  EXPECT_FALSE(corrected(*snapshot_, *analyzer, query, over));
}

TEST_F(CorrectionsTest, AnActorsNameIsUnderstoodAsItIs) {
  EXPECT_EQ(meant("actor:Ukrane"), "");
  EXPECT_GT(Searcher::open(path()).search("actor:Ukrane").count, 0u);
}

TEST_F(CorrectionsTest, NothingIsSaidOfWordsThatAreThereOrNearNone) {
  for (const char* query :
       {"ceasefire", "ceasefine", "xylophones", "talks ukraine", "now", "", "tlk"}) {
    EXPECT_EQ(meant(query), "") << query;
  }
}

TEST_F(CorrectionsTest, AWordThatOnlyMovesTheBestUpIsMeantToo) {
  EXPECT_EQ(meant("(began ceasefire now) talkz"), "(began ceasefire now) talks");
}

TEST_F(CorrectionsTest, NothingIsSaidWhereItWouldFindLess) {
  EXPECT_EQ(meant("ceasefire AND NOT taks"), "");
}

}  // namespace
}  // namespace dateline::search
