#include "index/pipeline.hpp"

#include "index/sample.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace dateline::index {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class PipelineTest : public ::testing::Test {
 protected:
  PipelineTest() : recipe_(write_recipe(folder_ / "recipe")), pipeline_(recipe_) {}

  static Article sample() {
    Article article = make_article(
        "a1", "Ukraine agreed to a ceasefire.\n\nSign up for our letter about harbours\n", "Peace");
    article.date = "2025-02";
    article.source = "Some Wire";
    return article;
  }
  static std::uint32_t weight(const storage::SegmentArticle& article, std::string_view term) {
    std::uint32_t weight = 0;
    for (const auto& posting : article.postings) {
      if ((*article.terms)[posting.term] == term) weight += posting.weight;
    }
    return weight;
  }
  static bool has(const storage::SegmentArticle& article, std::string_view term) {
    return std::any_of(article.postings.begin(), article.postings.end(),
                       [&](const auto& posting) { return (*article.terms)[posting.term] == term; });
  }

  TempFolder folder_;
  recipe::Data recipe_;
  Pipeline pipeline_;
};

TEST_F(PipelineTest, FiltersAreLanguageSourceAndTopics) {
  EXPECT_THAT(pipeline_.read(sample(), 0).filters,
              UnorderedElementsAre("Len", "Ssome wire", "Kceasefire"));
}

TEST_F(PipelineTest, ColumnsHoldSourceLanguageActorsAndTopics) {
  const auto article = pipeline_.read(sample(), 0);
  EXPECT_THAT(article.columns, ElementsAre(ElementsAre("Some Wire"), ElementsAre("en"),
                                           ElementsAre("ukraine"), ElementsAre("ceasefire")));
}

TEST_F(PipelineTest, TitleCountsMoreAndJunkNothing) {
  const auto article = pipeline_.read(sample(), 0);
  EXPECT_EQ(weight(article, "peac"), 3u);
  EXPECT_EQ(weight(article, "ceasefir"), 2u);
  EXPECT_FALSE(has(article, "harbour"));
  EXPECT_TRUE(has(article, "J=harbours"));
}

TEST_F(PipelineTest, DateIsAsPreciseAsItIsKnown) {
  const auto days = pipeline_.read(sample(), 0).published;
  ASSERT_TRUE(days);
  EXPECT_EQ(Date::from_days(days->first).iso(), "2025-02-01");
  EXPECT_EQ(Date::from_days(days->last).iso(), "2025-02-28");
}

TEST_F(PipelineTest, WithoutDateAndSourceTheyAreUnknown) {
  const auto article = pipeline_.read(make_article("a2", "Nothing happened."), 0);
  EXPECT_FALSE(article.published);
  EXPECT_THAT(article.columns[0], IsEmpty());
  EXPECT_THAT(article.filters, UnorderedElementsAre("Len"));
}

TEST_F(PipelineTest, RecordHoldsTheArticleAndEveryJudgement) {
  const auto article = pipeline_.read(sample(), 17);
  EXPECT_EQ(article.arrival, 17u);
  const Record record = decode(article.record);
  EXPECT_EQ(record.article, sample());
  EXPECT_EQ(record.fingerprint, fingerprint(sample()));
  EXPECT_EQ(record.page, pipeline_.record().page);
  EXPECT_EQ(record.mentions.size(), 1u);
  ASSERT_EQ(record.topics.size(), 1u);
  EXPECT_EQ(record.topics[0].id, "ceasefire");
}

TEST_F(PipelineTest, ForgetsTheArticleBefore) {
  pipeline_.read(sample(), 0);
  const auto article = pipeline_.read(make_article("a2", "Nothing happened."), 1);
  EXPECT_FALSE(has(article, "peac"));
  EXPECT_THAT(pipeline_.record().topics, IsEmpty());
  EXPECT_THAT(pipeline_.record().mentions, IsEmpty());
}

}  // namespace
}  // namespace dateline::index
