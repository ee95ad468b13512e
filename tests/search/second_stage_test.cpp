#include "search/second_stage.hpp"

#include "ranking/reorder.hpp"
#include "search/asked.hpp"
#include "search/sample.hpp"

#include <gmock/gmock.h>

namespace dateline::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SecondStageTest : public SmallIndex {
 protected:
  std::vector<std::uint64_t> arrivals(std::string_view query, bool second_stage,
                                      std::size_t most = 10) {
    const auto analyzer = snapshot_->analyzer();
    Asked asked(*snapshot_, *analyzer, tree(query), {false, second_stage},
                BoundQuery::Clock::time_point::max());
    RankOptions options;
    options.most = most;
    std::vector<std::uint64_t> found;
    for (const Ranked& hit : asked.rank(options).best) found.push_back(hit.arrival);
    return found;
  }
};

TEST_F(SecondStageTest, WordsNearEachOtherComeFirst) {
  build(
      {{make_article("0", "Peace was far from what all those long dull and slow talks were for."),
        make_article("1", "Far from what all those long dull slow days were for: talks, peace.")},
       {make_article("2", "Peace talks, far from what all those long dull slow days were for.")}});
  EXPECT_THAT(arrivals("peace talks", false), ElementsAre(0, 1, 2));
  EXPECT_THAT(arrivals("peace talks", true), ElementsAre(1, 2, 0));
  EXPECT_THAT(arrivals("peace talks", true, 1), ElementsAre(1));
  EXPECT_THAT(arrivals("\"peace\" \"talks\"", true), ElementsAre(0, 1, 2));
}

TEST_F(SecondStageTest, AWordInTheTitleCountsTwice) {
  // Title words weigh three times as much, so the other article has three of them.
  build({{make_article("0", "War war war."), make_article("1", "It is.", "War")}});
  EXPECT_THAT(arrivals("war", true), ElementsAre(1, 0));
  EXPECT_THAT(arrivals("body:war", true), ElementsAre(0));
}

TEST_F(SecondStageTest, HitsBehindTheFirst200StayWhereTheyAre) {
  std::vector<Article> articles;
  const std::string far = "Peace was far from what all those long dull and slow talks were for.";
  for (int i = 0; i < 201; ++i) articles.push_back(make_article(std::to_string(i), far));
  const std::string near = "Talks, peace: far from what all those long dull and slow were for it.";
  articles[199].text = near;
  articles[200].text = near;
  build({articles});
  const auto found = arrivals("peace talks", true, 300);
  ASSERT_EQ(found.size(), 201u);
  EXPECT_EQ(found.front(), 199u);
  EXPECT_EQ(found.back(), 200u);
  EXPECT_EQ(arrivals("peace talks", true, 3), std::vector(found.begin(), found.begin() + 3));
}

}  // namespace
}  // namespace dateline::search
