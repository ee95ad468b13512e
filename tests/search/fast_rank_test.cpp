#include "search/fast_rank.hpp"

#include "reference/random_news.hpp"
#include "search/sample.hpp"

#include <gtest/gtest.h>

#include <stop_token>

namespace dateline::search {
namespace {

class FastRankTest : public SmallIndex {
 protected:
  FastRankTest() {
    reference::RandomNews news(17);
    std::vector<std::vector<Article>> segments(4);
    for (int i = 0; i < 400; ++i) {
      segments[static_cast<std::size_t>(i % 4)].push_back(news.article("a" + std::to_string(i)));
    }
    build(segments);
    Index index = Index::open(path());
    for (int i = 0; i < 400; i += 9) index.remove("a" + std::to_string(i));
    index.commit();
    snapshot_ = Snapshot::open(base::system_files(), path());
  }

  // Both ways give the same; the number of matches, or -1 where there is no fast way.
  int compare(const std::string& query, const RankOptions& options) {
    BoundQuery bound(*snapshot_, tree(query));
    const auto fast = fast_rank(*snapshot_, bound, options);
    if (!fast) return -1;
    const Ranking slow = rank(*snapshot_, bound, options);
    if (options.count) {
      EXPECT_EQ(fast->count, slow.count) << query;
    }
    EXPECT_EQ(fast->best.size(), slow.best.size()) << query;
    for (std::size_t i = 0; i < std::min(fast->best.size(), slow.best.size()); ++i) {
      EXPECT_EQ(fast->best[i].arrival, slow.best[i].arrival) << query << " " << i;
      EXPECT_EQ(fast->best[i].score, slow.best[i].score) << query << " " << i;
      EXPECT_EQ(fast->best[i].doc, slow.best[i].doc) << query << " " << i;
    }
    return static_cast<int>(slow.count);
  }
};

TEST_F(FastRankTest, GivesTheSameAsLookingAtEveryMatch) {
  reference::RandomNews news(18);
  int matched = 0;
  for (int i = 0; i < 500; ++i) {
    RankOptions options;
    options.most = 1 + news.number(40);
    const std::string a = news.word().text;
    const std::string b = news.word().text;
    const std::string c = news.word().text;
    const std::string languages = i % 2 == 0 ? "lang:en" : "-lang:en";
    for (const std::string& query :
         {a + " " + b + " " + languages, a + " " + b + " -" + c,
          "+" + a + " +" + b + " -(" + c + " OR peace) " + languages, a, a + " " + b + " " + c,
          a + " AND " + b, "\"" + a + " " + b + "\"", a + " OR " + b + "^2.5"}) {
      options.count = query[0] != '"';
      matched += std::max(0, compare(query, options));
    }
  }
  EXPECT_GT(matched, 10'000);
}

TEST_F(FastRankTest, TellsEveryMatchOnce) {
  for (const std::string query : {"peace", "peace talks moscow", "peace AND talks"}) {
    BoundQuery bound(*snapshot_, tree(query));
    std::vector<std::pair<std::size_t, std::uint32_t>> fast;
    std::vector<std::pair<std::size_t, std::uint32_t>> slow;
    RankOptions options;
    options.count = false;
    const auto put_into = [](auto& list) {
      return [&](std::size_t segment, auto docs) {
        for (const std::uint32_t doc : docs) list.emplace_back(segment, doc);
      };
    };
    options.also = put_into(fast);
    ASSERT_TRUE(fast_rank(*snapshot_, bound, options));
    options.also = put_into(slow);
    rank(*snapshot_, bound, options);
    EXPECT_EQ(fast, slow) << query;
    EXPECT_GT(fast.size(), 10U) << query;
  }
}

class ManyMatches : public SmallIndex {};

TEST_F(ManyMatches, AreToldOfUntilSomebodyAsksToEnd) {
  std::vector<Article> articles;
  for (int i = 0; i < 3000; ++i) articles.push_back(make_article(std::to_string(i), "Peace."));
  build({articles});
  BoundQuery bound(*snapshot_, tree("peace"));
  std::stop_source source;
  Limit limit(Limit::Clock::time_point::max(), source.get_token());
  std::size_t told = 0;
  RankOptions options;
  options.limit = &limit;
  options.also = [&](std::size_t, auto docs) {
    told += docs.size();
    source.request_stop();
  };
  const auto ranking = fast_rank(*snapshot_, bound, options);
  ASSERT_TRUE(ranking);
  EXPECT_FALSE(ranking->complete);
  EXPECT_EQ(ranking->count, told);
  EXPECT_LT(told, 2000U);
  EXPECT_GT(told, 0U);
}

TEST_F(FastRankTest, LeavesOtherQueriesToTheOtherWay) {
  RankOptions options;
  for (const char* query :
       {"body:peace", "peace -body:war", "peace NEAR/3 war", "peace AND (war OR talks)"}) {
    EXPECT_EQ(compare(query, options), -1) << query;
  }
  EXPECT_EQ(compare("\"peace talks\"", options), -1);  // its matches are to be counted
  options.sort = Sort::kDate;
  EXPECT_EQ(compare("peace", options), -1);
}

}  // namespace
}  // namespace dateline::search
