#include "search/second_stage.hpp"

#include "ranking/reorder.hpp"
#include "search/asked.hpp"
#include "search/sample.hpp"

#include <gmock/gmock.h>

namespace dateline::search {
namespace {

using ::testing::ElementsAre;

class SecondStageTest : public SmallIndex {
 protected:
  std::vector<std::uint64_t> arrivals(std::string_view query, bool second_stage,
                                      std::size_t most = 10) {
    const auto analyzer = snapshot_->analyzer();
    Asked asked(*snapshot_, *analyzer, tree(query), {false, second_stage}, nullptr);
    RankOptions options;
    options.most = most;
    std::vector<std::uint64_t> found;
    for (const Ranked& hit : asked.rank(options).best) found.push_back(hit.arrival);
    return found;
  }
};

TEST_F(SecondStageTest, WordsNearEachOtherComeFirst) {
  build({{make_article("0", "Peace, one two three four five six seven talks."),
          make_article("1", "One two three four five six seven talks, peace.")},
         {make_article("2", "Peace talks, one two three four five six seven.")}});
  EXPECT_THAT(arrivals("peace talks", false), ElementsAre(0, 1, 2));
  EXPECT_THAT(arrivals("peace talks", true), ElementsAre(1, 2, 0));
  EXPECT_THAT(arrivals("peace talks", true, 1), ElementsAre(1));
  EXPECT_THAT(arrivals("\"peace\" \"talks\"", true), ElementsAre(0, 1, 2));
}

TEST_F(SecondStageTest, AWordInTheTitleAddsAFifthOfItsIdf) {
  build({{make_article("0", "It is war."), make_article("1", "It is.", "War")}});
  const auto parts = [&](std::string_view query, std::uint32_t doc) {
    const auto analyzer = snapshot_->analyzer();
    return Asked(*snapshot_, *analyzer, tree(query), {}, nullptr).explain(0, doc);
  };
  EXPECT_EQ(parts("war", 0).size(), 1u);
  EXPECT_EQ(parts("title:war", 1).size(), 1u);
  ASSERT_EQ(parts("war", 1).size(), 2u);
  EXPECT_EQ(parts("war", 1)[1].score, ranking::prominence(snapshot_->collection(), 2, 1));
}

TEST_F(SecondStageTest, HitsBehindTheFirst40StayWhereTheyAre) {
  std::vector<Article> articles;
  const std::string far = "Peace was far from what all those long dull and slow talks were for.";
  for (int i = 0; i < 41; ++i) articles.push_back(make_article(std::to_string(i), far));
  const std::string near = "Talks, peace: far from what all those long dull and slow were for it.";
  articles[39].text = near;
  articles[40].text = near;
  build({articles});
  const auto found = arrivals("peace talks", true, 300);
  ASSERT_EQ(found.size(), 41u);
  EXPECT_EQ(found.front(), 39u);
  EXPECT_EQ(found.back(), 40u);
  EXPECT_EQ(arrivals("peace talks", true, 3), std::vector(found.begin(), found.begin() + 3));
}

}  // namespace
}  // namespace dateline::search
