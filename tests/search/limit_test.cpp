#include "search/limit.hpp"

#include "search/sample.hpp"

#include <gtest/gtest.h>

namespace dateline::search {
namespace {

bool ends_within(Limit& limit, int ticks) {
  for (int i = 0; i < ticks; ++i) {
    if (limit.tick()) return true;
  }
  return false;
}

TEST(LimitTest, EndsWhenTheTimeIsOverAndStaysSo) {
  Limit limit(Limit::Clock::now() - std::chrono::seconds(1));
  EXPECT_FALSE(limit.is_over());
  EXPECT_TRUE(ends_within(limit, 1000));
  EXPECT_TRUE(limit.is_over());
  EXPECT_TRUE(limit.tick());
}

TEST(LimitTest, EndsWhenSomebodyAsks) {
  std::stop_source source;
  Limit limit(Limit::Clock::time_point::max(), source.get_token());
  EXPECT_FALSE(ends_within(limit, 5000));
  source.request_stop();
  EXPECT_TRUE(limit.look());
}

TEST(LimitTest, WithoutAnyItNeverEnds) {
  Limit limit;
  EXPECT_FALSE(ends_within(limit, 5000));
  EXPECT_FALSE(limit.is_over_by(std::chrono::seconds(0)));
}

Limit with_memory(std::size_t bytes) {
  return Limit(Limit::Clock::time_point::max(), {}, bytes);
}

TEST(LimitTest, EndsWhenMoreIsTakenThanThereIs) {
  Limit limit = with_memory(100);
  EXPECT_TRUE(limit.take(60));
  EXPECT_FALSE(limit.look(40));
  EXPECT_FALSE(limit.is_short_of_memory());
  EXPECT_FALSE(limit.take(41));
  EXPECT_TRUE(limit.is_over() && limit.tick() && limit.is_short_of_memory());
  EXPECT_FALSE(limit.is_over_by(std::chrono::seconds(0)));  // what was found may be shown
}

TEST(LimitTest, EndsWhenMoreIsHeldThanThereIs) {
  Limit limit = with_memory(100);
  EXPECT_TRUE(limit.take(60));
  EXPECT_TRUE(limit.look(41));
  EXPECT_TRUE(limit.is_short_of_memory());
}

TEST(LimitTest, GoesOnWithoutWhatThereIsNoRoomFor) {
  Limit limit = with_memory(100);
  EXPECT_TRUE(limit.has_room(100));
  EXPECT_FALSE(limit.is_short_of_memory());
  EXPECT_FALSE(limit.has_room(101));
  EXPECT_TRUE(limit.is_short_of_memory());
  EXPECT_FALSE(limit.is_over());
}

TEST(LimitTest, ALoanIsGivenBack) {
  Limit limit = with_memory(100);
  for (int i = 0; i < 5; ++i) {
    const Limit::Loan loan(limit);
    EXPECT_TRUE(limit.take(60));
  }
  EXPECT_TRUE(limit.take(100));
}

class CutSearch : public SmallIndex {};

// Every kind of walk asks: phrases that hardly ever match too.
TEST_F(CutSearch, GivesUpInTheMidstOfAnyKindOfQuery) {
  std::vector<Article> articles;
  for (int i = 0; i < 3000; ++i) {
    articles.push_back(make_article("a" + std::to_string(i), "Peace and war. Talks of peace."));
  }
  build({articles});
  for (const char* text :
       {"peace", "+peace +talks", "\"war peace\"", "peace NEAR/3 war", "body:peace", "NOT nothing",
        "since:1999 OR peace", "(peace talks) AND NOT missiles"}) {
    BoundQuery bound(*snapshot_, tree(text));
    Limit limit(Limit::Clock::now() - std::chrono::seconds(1));
    int seen = 0;
    EXPECT_FALSE(bound.for_each([&](std::size_t, Matcher&) { ++seen; }, limit)) << text;
    EXPECT_LT(seen, 1100) << text;
  }
}

}  // namespace
}  // namespace dateline::search
