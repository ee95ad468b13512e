#include "search/sample.hpp"

#include <gtest/gtest.h>

namespace dateline::search {
namespace {

class CompletionsTest : public SmallIndex {
 protected:
  void SetUp() override {
    build({{make_article("a", "The ceasefire talks. Ukraine was under fire."),
            make_article("b", "Ceasefire now, under a census.")},
           {make_article("c", "Ukraine and its ceasefire. Übung.")}});
  }
  std::string told(std::string_view beginning, std::size_t most = 10) {
    std::string all;
    for (const Completion& each : Searcher::open(path()).complete(beginning, most).found) {
      all += (all.empty() ? "" : " ") + each.text + "/" + each.kind + "/" +
             std::to_string(each.articles);
    }
    return all;
  }
};

TEST_F(CompletionsTest, TheMostFrequentStandFirst) {
  EXPECT_EQ(told("ce", 1).find("easefire/"), 1U) << told("ce", 1);
  EXPECT_NE(told("ce").find("census/word/1"), std::string::npos) << told("ce");
  EXPECT_NE(told("CE").find("ceasefire/word/3"), std::string::npos) << told("CE");
  EXPECT_NE(told("üb").find("übung/word/1"), std::string::npos);
}

TEST_F(CompletionsTest, NamesSayWhomTheyMean) {
  EXPECT_NE(told("ukr").find("Ukraine/actor/2"), std::string::npos) << told("ukr");
}

TEST_F(CompletionsTest, AreWordsAsWrittenAlsoWhereOnlyStemsAreKept) {
  Index index = Index::create(folder_ / "stems", Recipe::load("plain"));
  index.add(source_of({make_article("a", "The barges left happily. Companies!"),
                       make_article("b", "Three barges and happy people."),
                       make_article("c", "A happy company of companies.")}));
  const auto searcher = Searcher::open(folder_ / "stems");
  const auto told = [&](std::string_view beginning) {
    std::string all;
    for (const Completion& each : searcher.complete(beginning).found) {
      all += each.text + "/" + std::to_string(each.articles) + " ";
    }
    return all;
  };
  EXPECT_EQ(told("bar"), "barges/2 ");
  EXPECT_EQ(told("Barge"), "barges/2 ");  // beyond the stem
  EXPECT_EQ(told("happ"), "happy/2 happily/1 ");
  EXPECT_EQ(told("happy"), "happy/2 ");
  EXPECT_EQ(told("compan"), "companies/2 ");
  EXPECT_EQ(told("companyx"), "");
}

TEST_F(CompletionsTest, OfNothingOrOfNoWordAreNone) {
  for (const char* beginning : {"", "zzz", " ", "*"}) EXPECT_EQ(told(beginning), "");
}

}  // namespace
}  // namespace dateline::search
