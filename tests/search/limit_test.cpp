#include "search/limit.hpp"

#include "search/sample.hpp"
#include "source_dir.hpp"

#include <gtest/gtest.h>

#include <map>

namespace dateline::search {
namespace {

Limit with_memory(std::size_t bytes) {
  return Limit(Limit::Clock::time_point::max(), {}, bytes);
}

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
  EXPECT_TRUE(limit.has_time(std::chrono::hours(1)));
  EXPECT_FALSE(limit.is_cut());
}

TEST(LimitTest, WhatWasFoundMayBeShownForAMomentBehindTheDeadline) {
  Limit limit(Limit::Clock::now());
  EXPECT_TRUE(limit.look());
  EXPECT_TRUE(limit.has_time());
  EXPECT_FALSE(limit.has_time(std::chrono::milliseconds(3)));
  EXPECT_FALSE(Limit(Limit::Clock::now() - std::chrono::seconds(1)).has_time());
  std::stop_source source;
  source.request_stop();
  EXPECT_FALSE(Limit(Limit::Clock::time_point::max(), source.get_token()).has_time());
}

TEST(LimitTest, AnAnswerThatIsNotAllSaysWhy) {
  const auto told = [](Limit limit) {
    limit.look();
    const Completions answer = limit.marked(Completions{});
    std::string text = answer.exact ? "exact" : "";
    for (const QueryWarning& warning : answer.warnings) text += warning.text.substr(0, 11);
    return text;
  };
  Bounds bounds;
  EXPECT_EQ(told(Limit(bounds)), "exact");
  bounds.timeout = std::chrono::hours(1);
  EXPECT_EQ(told(Limit(bounds)), "exact");
  std::stop_source source;
  source.request_stop();
  bounds.cancel = source.get_token();
  EXPECT_EQ(told(Limit(bounds)), "time ran ou");
  Limit little = with_memory(1);
  EXPECT_FALSE(little.take(2));
  EXPECT_EQ(told(little), "memory ran ");
}

TEST(LimitTest, EndsWhenMoreIsTakenThanThereIs) {
  Limit limit = with_memory(100);
  EXPECT_TRUE(limit.take(60));
  EXPECT_FALSE(limit.look(40));
  EXPECT_FALSE(limit.is_short_of_memory());
  EXPECT_FALSE(limit.take(41));
  EXPECT_TRUE(limit.is_over() && limit.tick() && limit.is_short_of_memory());
  EXPECT_TRUE(limit.has_time());  // what was found may be shown
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

class CutAnswers : public SmallIndex {
 protected:
  CutAnswers() {
    std::filesystem::copy_file(std::string(source_dir()) + "/indexes/news/quotes.json",
                               folder_ / "recipe" / "quotes.json");
    recipe_ = Recipe::load(folder_ / "recipe");
    std::vector<Article> articles;
    for (int i = 0; i < 600; ++i) {
      articles.push_back(make_article("a" + std::to_string(i),
                                      "\"We want peace,\" Jane Doe said in Kyiv. Ukraine and the "
                                      "US talk of number" +
                                          std::to_string(i) + "."));
      articles.back().date = "2025-02-" + std::to_string(10 + i % 3);
    }
    build({articles});
    searcher_.emplace(Searcher::open(path()));
  }

  struct Told {
    bool exact;
    std::vector<QueryWarning> warnings;
    std::uint64_t count;
  };
  template <class Answer>
  static Told told(const Answer& answer, std::uint64_t count) {
    return {answer.exact, answer.warnings, count};
  }

  // Every question that takes bounds, by its name.
  std::map<std::string, Told> ask(const Bounds& bounds) const {
    const auto quotes = searcher_->quotes({}, {bounds});
    const auto timeline = searcher_->timeline("peace", TimeUnit::kDay, bounds);
    const auto terms = searcher_->significant("number1*", 10, bounds);
    const auto pairs = searcher_->named_together({bounds});
    const auto words = searcher_->complete("n", 10, bounds);
    const auto similar = searcher_->similar("a7", {bounds});
    const auto anew = searcher_->similar(make_article("x", "Peace in Kyiv."), {bounds});
    const auto hits = searcher_->search("peace", {bounds});
    return {{"quotes", told(quotes, quotes.count)},
            {"timeline", told(timeline, timeline.count)},
            {"significant", told(terms, terms.terms.size())},
            {"pairs", told(pairs, pairs.pairs.size())},
            {"complete", told(words, words.found.size())},
            {"similar", told(similar, similar.count)},
            {"similar to a new one", told(anew, anew.count)},
            {"search", told(hits, hits.count)}};
  }

  std::optional<Searcher> searcher_;
};

TEST_F(CutAnswers, EveryQuestionThatIsStoppedSaysSo) {
  const auto whole = ask({});
  std::stop_source source;
  source.request_stop();
  for (const auto& [name, cut] : ask({.cancel = source.get_token()})) {
    EXPECT_TRUE(whole.at(name).exact) << name;
    EXPECT_TRUE(whole.at(name).warnings.empty()) << name;
    EXPECT_FALSE(cut.exact) << name;
    EXPECT_LT(cut.count, whole.at(name).count) << name;
    ASSERT_EQ(cut.warnings.size(), 1U) << name;
    EXPECT_TRUE(cut.warnings[0].text.starts_with("time ran out")) << cut.warnings[0].text;
  }
}

TEST_F(CutAnswers, EveryQuestionWithEnoughTimeIsAnsweredWhole) {
  for (const auto& [name, answer] : ask({.timeout = std::chrono::hours(1)})) {
    EXPECT_TRUE(answer.exact) << name;
    EXPECT_TRUE(answer.warnings.empty()) << name;
  }
}

TEST_F(CutAnswers, EveryQuestionWithoutMemorySaysSo) {
  for (const auto& [name, cut] : ask({.memory = 100})) {
    EXPECT_FALSE(cut.exact) << name;
    ASSERT_EQ(cut.warnings.size(), 1U) << name;
    EXPECT_TRUE(cut.warnings[0].text.starts_with("memory ran out")) << cut.warnings[0].text;
  }
}

}  // namespace
}  // namespace dateline::search
