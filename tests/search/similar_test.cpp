#include "search/sample.hpp"

#include <dateline/error.hpp>

#include <gtest/gtest.h>

namespace dateline::search {
namespace {

class SimilarTest : public SmallIndex {
 protected:
  void SetUp() override {
    build({{make_article("reactor", "The reactor at the nuclear plant lost its cooling water."),
            make_article("plant", "Cooling water ran low at the plant; the reactor was stopped."),
            make_article("who", "The WHO spoke of vaccines and clinics.")},
           {make_article("clinics", "Vaccines reached clinics in the south, the WHO said."),
            make_article("alone", "Zanzibar.")}});
  }
  std::vector<std::string> ids(const Results& results) {
    std::vector<std::string> found;
    for (const Hit& hit : results.hits) found.push_back(hit.id);
    return found;
  }
};

TEST_F(SimilarTest, TheMostAlikeStandFirstAndNotTheArticleItself) {
  const Searcher searcher = Searcher::open(path());
  EXPECT_EQ(ids(searcher.similar("reactor")), std::vector<std::string>{"plant"});
  EXPECT_EQ(ids(searcher.similar("who")).front(), "clinics");
  EXPECT_EQ(searcher.similar("who").count, 1U);
  EXPECT_TRUE(searcher.similar("alone").hits.empty());
}

TEST_F(SimilarTest, TakesAnArticleFromOutsideToo) {
  const Searcher searcher = Searcher::open(path());
  const auto found = ids(searcher.similar(make_article("", "A reactor without cooling.")));
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(searcher.similar(Article{}).hits.empty());
}

TEST_F(SimilarTest, AnUnknownIdIsNotFound) {
  try {
    Searcher::open(path()).similar("nobody");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kNotFound);
  }
}

}  // namespace
}  // namespace dateline::search
