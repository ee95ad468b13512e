#include "search/actor_answers.hpp"

#include "search/sample.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dateline::search {
namespace {

Article dated(std::string id, std::string date, std::string text) {
  Article article;
  article.id = std::move(id);
  article.date = std::move(date);
  article.text = std::move(text);
  return article;
}

class ActorAnswers : public SmallIndex {
 protected:
  ActorAnswers() {
    build({{dated("a", "2025-02-24", "The US warned the WHO. Ukraine waits for the WHO and more."),
            dated("b", "2025-03-01", "The US and Ukraine talk.")},
           {dated("c", "", "The WHO met without them.")}});
  }
};

TEST_F(ActorAnswers, AnActorHasItsNamesArticlesAndMonths) {
  const auto answer = actor_answer(*snapshot_, "WHO");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->actor.id, "who");
  EXPECT_EQ(answer->articles, 2U);
  EXPECT_EQ(answer->mentions, 3U);
  EXPECT_EQ(answer->first_seen, "2025-02-24");
  EXPECT_EQ(answer->last_seen, "2025-02-24");
  ASSERT_EQ(answer->months.size(), 2U);
  EXPECT_EQ(answer->months[1].first, "2025-02");
  EXPECT_FALSE(answer->by_likeness);
}

TEST_F(ActorAnswers, ANameMayBeMisspelledAndSaysSo) {
  const auto answer = actor_answer(*snapshot_, "Ukraina");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->actor.id, "ukraine");
  EXPECT_TRUE(answer->by_likeness);
  EXPECT_FALSE(actor_answer(*snapshot_, "Nobody At All"));
}

TEST_F(ActorAnswers, ActorsAreListedByArticles) {
  const auto all = list_actors(*snapshot_, {});
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].actor.id, "ukraine");
  EXPECT_EQ(all[0].articles, 2U);
  EXPECT_EQ(list_actors(*snapshot_, {"country", false, 10}).size(), 2U);
  EXPECT_EQ(list_actors(*snapshot_, {"", false, 1}).size(), 1U);
  EXPECT_TRUE(list_actors(*snapshot_, {"", true, 10}).empty());
}

}  // namespace
}  // namespace dateline::search
