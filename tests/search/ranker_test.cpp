#include "search/ranker.hpp"

#include "search/sample.hpp"

#include <gmock/gmock.h>

namespace dateline::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class RankerTest : public SmallIndex {
 protected:
  Ranking ranked(std::string_view query, const RankOptions& options) {
    BoundQuery bound(*snapshot_, tree(query));
    return rank(*snapshot_, bound, options);
  }
  std::vector<std::uint64_t> arrivals(std::string_view query, const RankOptions& options) {
    std::vector<std::uint64_t> found;
    for (const Ranked& one : ranked(query, options).best) found.push_back(one.arrival);
    return found;
  }
};

TEST_F(RankerTest, EqualScoresComeInTheOrderOfArrivalWhateverIsKept) {
  const Article same = make_article("", "Peace and war.");
  std::vector<std::vector<Article>> segments(2);
  for (std::size_t i = 0; i < 12; ++i) {
    segments[i / 6].push_back(same);
    segments[i / 6].back().id = std::to_string(i);
  }
  segments[1].back().text = "Peace peace.";  // the best one, and the last
  build(segments);
  std::vector<std::uint64_t> all{11, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  for (std::size_t most = 0; most <= 14; ++most) {
    RankOptions options;
    options.most = most;
    const auto expected = std::vector(all.begin(), all.begin() + std::min<long>(12, long(most)));
    EXPECT_EQ(arrivals("peace", options), expected);
    EXPECT_EQ(ranked("peace", options).count, 12u);
  }
}

TEST_F(RankerTest, SortsByTheLastDayWithUnknownDatesLast) {
  const auto dated = [](const char* id, const char* date) {
    Article article = make_article(id, "Peace.");
    if (*date != '\0') article.date = date;
    return article;
  };
  build({{dated("0", ""), dated("1", "2024"), dated("2", "2024-05-06"), dated("3", "2025-02"),
          dated("4", "2025-02-28"), dated("5", "1960-01-01"), dated("6", "2025-02-27")}});
  RankOptions options;
  options.sort = Sort::kDate;
  EXPECT_THAT(arrivals("peace", options), ElementsAre(3, 4, 6, 1, 2, 5, 0));
  options.most = 2;
  EXPECT_THAT(arrivals("peace", options), ElementsAre(3, 4));
}

TEST_F(RankerTest, CallsForEveryMatchEvenWhereNoneIsKept) {
  build({{make_article("a", "Peace."), make_article("b", "War."), make_article("c", "Peace.")}});
  std::vector<std::uint32_t> seen;
  RankOptions options;
  options.most = 0;
  options.also = [&](std::size_t, auto docs) { seen.insert(seen.end(), docs.begin(), docs.end()); };
  EXPECT_THAT(ranked("peace", options).best, IsEmpty());
  EXPECT_THAT(seen, ElementsAre(0, 2));
}

TEST_F(RankerTest, TellsWhenTheTimeRanOut) {
  std::vector<Article> articles;
  for (int i = 0; i < 300; ++i) articles.push_back(make_article(std::to_string(i), "Peace."));
  build({articles});
  RankOptions options;
  Limit limit(Limit::Clock::now());
  options.limit = &limit;
  const Ranking cut = ranked("peace", options);
  EXPECT_FALSE(cut.complete);
  EXPECT_LT(cut.count, 300u);
  EXPECT_EQ(cut.best.size(), 10u);
}

}  // namespace
}  // namespace dateline::search
