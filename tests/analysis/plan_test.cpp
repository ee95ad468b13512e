#include "analysis/plan.hpp"

#include "analysis/plan_words.hpp"
#include "analysis/sample.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {
namespace {

class Planner {
 public:
  explicit Planner(Rules rules = sample_rules(), std::vector<std::string> languages = {})
      : rules_(std::move(rules)), languages_(std::move(languages)) {}

  Plan run(const Query& query) {
    const auto topic = [this](std::string_view name) -> std::optional<NamedTopic> {
      if (name != "ceasefire" && name != "truce") return std::nullopt;
      return NamedTopic{"ceasefire", &topic_};
    };
    return plan(query, {&analyzer_, &catalog_, topic, languages_});
  }
  std::string tree(std::string_view query) { return show(run(parse_query(query).query).tree); }
  std::vector<QueryWarning> notes(std::string_view query) {
    return run(parse_query(query).query).notes;
  }

 private:
  Rules rules_;
  std::vector<std::string> languages_;
  actors::Catalog catalog_ = actors::load_catalog(actors::kSampleActors);
  Analyzer analyzer_{rules_};
  TermTree topic_ = term_leaf("truce", What::kWord, "truce");
};

struct PlanRow {
  std::string_view query;
  std::string_view tree;
};

void expect_trees(Planner& planner, const std::vector<PlanRow>& rows) {
  for (const PlanRow& row : rows) EXPECT_EQ(planner.tree(row.query), row.tree) << row.query;
}

TEST(Plan, EachKindOfQueryHasItsTree) {
  Planner planner;
  expect_trees(planner, {
                            {"", "nothing"},
                            {"peace", "peac"},
                            {"Defence", "defens"},
                            {"\"peace talks\"", "phrase(=peace, =talks)"},
                            {"\"Talks\"", "=talks"},
                            {"peace NEAR/5 deal", "near/5(peac, deal)"},
                            {"peace ONEAR/5 deal", "near ordered/5(peac, deal)"},
                            {"peace talks", "sum(peac, talk)"},
                            {"war OR peace", "sum(war, peac)"},
                            {"war AND peace", "all(war, peac)"},
                            {"war AND NOT peace", "except(war, peac)"},
                            {"NOT peace", "except(everything, peac)"},
                            {"-peace", "except(everything, peac)"},
                            {"NOT war AND NOT peace", "except(everything, war, peac)"},
                            {"negotiat*", "=negotiat*"},
                            {"source:AFP", "unscored(Safp)"},
                            {"lang:en", "unscored(Len)"},
                            {"lang:EN", "unscored(Len)"},
                            {"date:2025-02", "published 20120..20147"},
                            {"since:2025-02-01", "published 20120..300000"},
                            {"until:2025-02-01", "published -300000..20120"},
                            {"topic:truce", "required(unscored(Kceasefire), truce)"},
                            {"actor:putin", "sum(Avladimir-putin, CAvladimir-putin^0.5)"},
                            {"war^2", "war^2"},
                            {"(war peace)^2", "sum(war^2, peac^2)"},
                            {"(war peace^3)^2", "sum(war^2, peac^6)"},
                        });
}

TEST(Plan, FieldsHaveTheirTerms) {
  Planner planner;
  expect_trees(planner, {
                            {"title:talks", "Ttalk"},
                            {"body:talks", "talk!"},
                            {"caption:talks", "Ctalk"},
                            {"junk:talks", "Jtalk"},
                            {"title:\"peace talks\"", "phrase(T=peace, T=talks)"},
                            {"body:\"peace talks\"", "phrase(=peace!, =talks!)"},
                            {"caption:\"peace talks\"", "phrase(C=peace, C=talks)"},
                            {"title:talk*", "T=talk*"},
                            {"body:talk*", "=talk*!"},
                            {"caption:(war peace)", "sum(Cwar, Cpeac)"},
                            {"caption:(war NEAR/3 peace)", "near/3(Cwar, Cpeac)"},
                            {"title:putin", "best(Tputin, TAvladimir-putin)"},
                        });
}

TEST(Plan, ListsRankWhatMayAndKeepWhatMust) {
  Planner planner;
  expect_trees(planner, {
                            {"war +peace", "required(peac, war)"},
                            {"+war +peace", "all(war, peac)"},
                            {"+war +peace deal", "required(all(war, peac), deal)"},
                            {"war -peace", "except(war, peac)"},
                            {"war -peace -deal", "except(war, peac, deal)"},
                            {"war title:peace", "all(war, Tpeac)"},
                            {"war source:afp lang:en", "all(war, unscored(Safp), unscored(Len))"},
                            {"source:afp lang:en", "all(unscored(Safp), unscored(Len))"},
                            {"source:afp -lang:en", "except(unscored(Safp), unscored(Len))"},
                            {"war date:2025-02-24", "all(war, published 20143..20143)"},
                            {"war \"peace talks\"", "sum(war, phrase(=peace, =talks))"},
                            {"war (peace OR deal)", "sum(war, sum(peac, deal))"},
                        });
}

TEST(Plan, StopWordsRankOnlyWhenNoOtherWordDoes) {
  Planner planner;
  expect_trees(planner, {
                            {"the war", "war"},
                            {"the of", "sum(the, of)"},
                            {"the", "the"},
                            {"\"the war\"", "phrase(=the, =war)"},
                            {"\"the\"", "=the"},
                            {"the AND war", "all(the, war)"},
                            {"the NEAR/3 war", "near/3(the, war)"},
                            {"the source:afp", "all(the, unscored(Safp))"},
                            {"the -war", "except(the, war)"},
                            {"the +war", "war"},
                            {"title:the", "Tthe"},
                            {"the \"peace talks\"", "phrase(=peace, =talks)"},
                        });
}

TEST(Plan, InAListEachPartOfAHyphenatedWordRanks) {
  Planner planner;
  expect_trees(planner, {
                            {"US-led talks", "sum(sum(us., led, usl), talk)"},
                            {"war-to-peace talks", "sum(sum(war, peac, wartopeac), talk)"},
                            {"of-the talks", "talk"},
                            {"of-the to", "sum(sum(of, the, ofth), to)"},
                            {"US-led AND talks", "all(best(phrase(us., led), usl), talk)"},
                            {"war \"US-led\"", "sum(war, phrase(=us., =led))"},
                        });
}

TEST(Plan, InASentenceTheWordsOfTheRequestDoNotRank) {
  Rules rules = sample_rules();
  rules.request_words["en"] = {"papers", "find"};
  Planner planner(rules);
  expect_trees(planner, {
                            {"find the war peace deal", "sum(war, peac, deal)"},
                            {"find papers of war peace deal", "sum(war, peac, deal)"},
                            {"find the war deal", "sum(find, war, deal)"},
                            {"papers war peace deal", "sum(paper, war, peac, deal)"},
                            {"the papers", "paper"},
                            {"the \"papers\" war peace deal", "sum(=papers, war, peac, deal)"},
                        });
}

TEST(Plan, AcronymsAreNoPronouns) {
  Planner planner;
  expect_trees(planner, {
                            {"US-led", "best(phrase(us., led), usl)"},
                            {"U.S.-led", "best(phrase(us., led), usl)"},
                            {"us-led", "best(phrase(us, led), usl)"},
                            {"\"US troops\"", "phrase(=us., =troops)"},
                            {"U. S. troops", "sum(us., troop)"},
                            {"\"U. S. troops\"", "phrase(=us., =troops)"},
                            {"J. D. Vance", "sum(jd, vanc)"},
                            {"\"us troops\"", "phrase(=us, =troops)"},
                            {"IT jobs", "sum(it., job)"},
                            {"it jobs", "job"},
                        });
}

constexpr std::string_view kTrump = "sum(Adonald-trump, CAdonald-trump^0.5)";
constexpr std::string_view kUs = "sum(Aus, CAus^0.5)";

TEST(Plan, WordsThatNameAnActorFindTheActorToo) {
  Planner planner;
  const std::string trump(kTrump);
  expect_trees(
      planner,
      {
          {"trump", "best(trump, " + trump + ")"},
          {"donald trump", "best(sum(donald, trump), " + trump + ")"},
          {"DONALD J. TRUMP", "best(sum(donald, j, trump), " + trump + ")"},
          {"war donald trump peace", "sum(war, best(sum(donald, trump), " + trump + "), peac)"},
          {"donald war", "sum(donald, war)"},
          {"trump's", "best(trump, " + trump + ")"},
          {"\"donald trump\"", "phrase(=donald, =trump)"},
          {"bank of america",
           "best(sum(bank, america), sum(Abank-of-america, CAbank-of-america^0.5))"},
          {"russian", "russian"},  // an adjective is not the country's name
          {"trump^2", "best(trump^2, sum(Adonald-trump^2, CAdonald-trump))"},
          {"+trump war", "required(best(trump, " + trump + "), war)"},
      });
  EXPECT_TRUE(planner.notes("war donald trump peace").empty());
}

TEST(Plan, UsIsTheWordAndTheCountryAndSaysSo) {
  Planner planner;
  const std::string us(kUs);
  expect_trees(planner, {{"us", "best(us, " + us + ")"},
                         {"US", "best(us., " + us + ")"},
                         {"U.S.", "best(us., " + us + ")"},
                         {"us war", "sum(" + us + ", war)"},
                         {"usa", "best(usa, " + us + ")"}});
  ASSERT_EQ(planner.notes("war us").size(), 1U);
  EXPECT_EQ(planner.notes("war us").front().range, (Range{4, 6}));
  EXPECT_NE(planner.notes("us").front().text.find("United States"), std::string::npos);
  EXPECT_TRUE(planner.notes("US").empty());
  EXPECT_TRUE(planner.notes("U.S.").empty());
}

TEST(Plan, ActorsAreFoundByTheirNames) {
  Planner planner;
  expect_trees(planner,
               {
                   {"actor:kyiv", "sum(Akyiv, CAkyiv^0.5)"},
                   {"actor:kiev", "sum(Akyiv, CAkyiv^0.5)"},
                   {"actor:kiev>=3", "atleast/3(sum(Akyiv, CAkyiv^0.5))"},
                   {"actor:kiev>=1", "sum(Akyiv, CAkyiv^0.5)"},
                   {"actor:russian", "sum(Arussia, CArussia^0.5)"},
                   {"person:trump", kTrump},
                   {"org:who", "sum(Awho, CAwho^0.5)"},
                   {"place:georgia", "sum(Ageorgia, CAgeorgia^0.5)"},
                   {"war actor:trump", "all(war, " + std::string(kTrump) + ")"},
                   {"war -actor:trump", "except(war, " + std::string(kTrump) + ")"},
                   {"actor:\"bank of america\"", "sum(Abank-of-america, CAbank-of-america^0.5)"},
               });
}

TEST(Plan, UnknownAndAmbiguousActorsAreTold) {
  Planner planner;
  EXPECT_EQ(planner.tree("actor:\"jane roe\""),
            "sum(phrase(=jane, =roe), phrase(C=jane^0.5, C=roe^0.5))");
  ASSERT_EQ(planner.notes("war actor:\"jane roe\"").size(), 1U);
  EXPECT_NE(planner.notes("actor:\"jane roe\"").front().text.find("jane roe"), std::string::npos);
  EXPECT_EQ(planner.notes("org:trump").size(), 1U) << "no organisation is called so";
  ASSERT_EQ(planner.notes("actor:Georgia").size(), 1U);
  EXPECT_NE(planner.notes("actor:Georgia").front().text.find("georgia-state"), std::string::npos);
  EXPECT_TRUE(planner.notes("actor:georgia").empty()) << "an id means one";
  EXPECT_TRUE(planner.notes("actor:georgia-state").empty());
  EXPECT_EQ(planner.notes("actor:Kyiv").size(), 1U) << "the city or the government";
}

TEST(Plan, NearLooksWhereItsFieldSays) {
  Planner planner;
  expect_trees(planner, {
                            {"actor:russia NEAR/10 ceasefire", "near/10(Arussia, ceasefir)"},
                            {"caption:(actor:russia NEAR/10 talks)", "near/10(CArussia, Ctalk)"},
                            {"body:(actor:russia NEAR/10 talks)", "near/10(Arussia!, talk!)"},
                            {"title:(actor:russia NEAR/10 talks)", "near/10(Arussia, Ttalk)"},
                            {"(talks OR deal) NEAR/3 peace", "near/3(best(talk, deal), peac)"},
                            {"\"peace talks\" NEAR/3 kyiv", "near/3(phrase(=peace, =talks), kyiv)"},
                            {"negotiat* NEAR/3 peace", "near/3(=negotiat*, peac)"},
                            {"US-led NEAR/3 talks", "near/3(best(phrase(us., led), usl), talk)"},
                            {"actor:nobody NEAR/3 talks", "near/3(=nobody, talk)"},
                        });
}

TEST(Plan, NearJoinsAtMostEightParts) {
  Planner planner;
  std::string query = "w0";
  for (int i = 1; i < 10; ++i) query += " NEAR/5 w" + std::to_string(i);
  EXPECT_EQ(planner.run(parse_query(query).query).tree.parts.size(), 8U);
  EXPECT_EQ(planner.notes(query).size(), 1U);
}

TEST(Plan, TopicsAreTheirMarkAndTheirWords) {
  Planner planner;
  EXPECT_EQ(planner.tree("war topic:ceasefire"), "all(war, required(unscored(Kceasefire), truce))");
  EXPECT_EQ(planner.tree("topic:\"peace talks\""), "sum(peac, talk)");
  ASSERT_EQ(planner.notes("topic:\"peace talks\"").size(), 1U);
  EXPECT_TRUE(planner.notes("topic:truce").empty());
}

TEST(Plan, WordsAreLookedUpInEveryLanguageOfTheIndex) {
  Planner planner(sample_rules(), {"en", "de"});
  expect_trees(
      planner,
      {
          {"wahlen", "best(wahlen, wahl~de)"},
          {"\"wahlen\"", "=wahlen"},
          {"title:wahlen", "best(Twahlen, Twahl~de)"},
          {"body:wahlen", "best(wahlen!, wahl~de!)"},
          {"e-mail", "best(phrase(best(e, e~de), best(mail, mail~de)), best(email, email~de))"},
          {"US", "best(best(us., us~de), sum(Aus, CAus^0.5))"},
      });
}

TEST(Plan, WithoutExactFormsPhrasesAreOfStems) {
  Rules rules = sample_rules();
  rules.exact_forms = false;
  Planner planner(rules);
  expect_trees(planner, {{"\"peace talks\"", "phrase(peac, talk)"},
                         {"negotiat*", "negotiat*"},
                         {"title:talk*", "Ttalk*"}});
}

TEST(Plan, WhatHoldsNoWordFindsNothing) {
  Planner planner;
  expect_trees(planner, {{"\xF0\x9F\x98\x80", "nothing"}, {"\xF0\x9F\x98\x80 peace", "peac"}});
}

// A program may build any tree, also one that no text gives.
TEST(Plan, TreesWithoutTheirPartsAreNoCrash) {
  Planner planner;
  for (int kind = 0; kind <= static_cast<int>(Query::Kind::kBoost); ++kind) {
    Query query;
    query.kind = static_cast<Query::Kind>(kind);
    planner.run(query);
    Query inner = query;
    for (const Query::Kind outer :
         {Query::Kind::kRanked, Query::Kind::kAll, Query::Kind::kAny, Query::Kind::kNear,
          Query::Kind::kMust, Query::Kind::kNot, Query::Kind::kField, Query::Kind::kBoost}) {
      Query around;
      around.kind = outer;
      around.parts = {inner, inner};
      planner.run(around);
    }
  }
  Query every;
  every.kind = Query::Kind::kAll;
  EXPECT_EQ(planner.run(every).tree.kind, TermTree::Kind::kEverything);
}

TEST(Plan, OnlyWhatHasPlacesStandsBesideNear) {
  Planner planner;
  Query near;
  near.kind = Query::Kind::kNear;
  near.distance = 3;
  near.parts = {parse_query("talks^2").query, parse_query("war AND NOT peace").query};
  const Plan planned = planner.run(near);
  EXPECT_EQ(show(planned.tree), "near/3(talk^2, nothing)");
  EXPECT_EQ(planned.notes.size(), 1U);
}

TEST(Plan, LabelsSayWhatWasLookedUp) {
  Planner planner;
  const auto tree = [&](std::string_view query) {
    return planner.run(parse_query(query).query).tree;
  };
  EXPECT_EQ(what_name(tree("talks").what), "word");
  EXPECT_EQ(tree("talks").label, "talk");
  EXPECT_EQ(tree("\"Peace Talks\"").label, "peace talks");
  EXPECT_EQ(what_name(tree("\"Peace Talks\"").what), "phrase");
  EXPECT_EQ(tree("talk*").label, "talk*");
  EXPECT_EQ(what_name(tree("talk*").what), "prefix");
  EXPECT_EQ(tree("US-led").label, "us-led");
  EXPECT_EQ(what_name(tree("US-led").what), "word");
  EXPECT_EQ(tree("war NEAR/3 peace").label, "war NEAR/3 peace");
  EXPECT_EQ(what_name(actor_tree("x").parts.front().what), "actor");
  EXPECT_EQ(actor_tree("x").parts.front().label, "x");
  EXPECT_EQ(what_name(What::kNothing), "");
  EXPECT_EQ(what_name(What::kTopic), "topic");
}

TEST(Plan, CombiningMakesNoNeedlessLevels) {
  const TermTree leaf = term_leaf("x", What::kWord, "x");
  EXPECT_EQ(combine(TermTree::Kind::kAll, {}).kind, TermTree::Kind::kNothing);
  EXPECT_EQ(combine(TermTree::Kind::kSum, {leaf}), leaf);
  EXPECT_EQ(show(combine(TermTree::Kind::kUnscored, {leaf})), "unscored(x)");
  EXPECT_EQ(show(combine(TermTree::Kind::kBest, {leaf, leaf})), "best(x, x)");
}

TEST(Plan, TheLargestQueryIsPlanned) {
  Planner planner;
  std::string query;
  for (int i = 0; i < 2000; ++i) query += "word" + std::to_string(i) + " ";
  EXPECT_EQ(planner.run(parse_query(query).query).tree.parts.size(), 1024U);
  EXPECT_FALSE(planner.tree(std::string(65000, 'x') + "*").empty());
  EXPECT_FALSE(planner.tree(std::string(60, '(') + "peace" + std::string(60, ')')).empty());
}

TEST(Plan, WhatHoldsNoWordIsLeftOutWithANote) {
  Planner planner;
  expect_trees(planner, {
                            {"€ AND grain", "grain"},
                            {"+€ grain", "grain"},
                            {"€ grain", "grain"},
                            {"title:€ grain", "grain"},
                            {"€", "nothing"},
                        });
  EXPECT_TRUE(planner.notes("grain AND deal").empty());
}

TEST(Plan, AWordOfVeryManyPartsIsCutWithANote) {
  Planner planner;
  std::string word = "a";
  for (int i = 0; i < 10'000; ++i) word += "-a";
  const Plan plan = planner.run(parse_query(word).query);
  EXPECT_LE(plan.tree.parts.size(), 4097U);
  ASSERT_EQ(plan.notes.size(), 1U);
  EXPECT_NE(plan.notes[0].text.find("4,096"), std::string::npos);
}

}  // namespace
}  // namespace dateline::analysis
