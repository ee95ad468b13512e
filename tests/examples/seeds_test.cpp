// The five articles that the library must handle first, asked as their readers would.
// They lie beside the repository and are never part of it.
#include "base/hash.hpp"
#include "examples/program.hpp"
#include "source_dir.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

namespace examples_test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::set<std::string> dumped(const Json& values) {
  std::set<std::string> result;
  for (const Json& value : values) result.insert(value.dump());
  return result;
}

class Seeds : public testing::Test {
 protected:
  void SetUp() override {
    if (shared_data().empty()) GTEST_SKIP() << "../shared/data is absent";
    index_ = scratch("indexes") + "/seeds.index";
    const Output built = run("index_articles", {index_, shared_data() + "/seeds", "--json"});
    ASSERT_EQ(built.status, 0) << built.err;
    ASSERT_EQ(built.summary()["articles"], 5);
    ASSERT_EQ(built.summary()["bytes"], 20388);
  }

  std::vector<std::string> ask(const std::string& program, const std::string& query) const {
    auto ids = run(program, {index_, "--json", "--", query}).ids();
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  // The names under which an actor was seen.
  std::set<std::string> names(const std::string& actor) const {
    std::set<std::string> result;
    const Json first = run("actor_search", {index_, actor, "--json"}).lines().front();
    for (const Json& name : first["actor"]["names"]) result.insert(name["name"]);
    return result;
  }

  Json article(const std::string& id) const {
    return run("show", {index_, id, "--json"}).lines().front()["article"];
  }

  std::string index_;
};

TEST_F(Seeds, NameZelenskyUnderEverySpelling) {
  for (const char* name : {"Zelensky", "Zelenskyy", "Volodymyr Zelensky", "Зеленський"}) {
    EXPECT_THAT(ask("actor_search", name), ElementsAre("001", "002", "003", "004")) << name;
  }
  EXPECT_THAT(names("Zelensky"), testing::IsSupersetOf({"Volodymyr Zelensky", "Zelenskyy"}));
}

TEST_F(Seeds, AreNoStoryAndShareAFewPassages) {
  const Output told = run("stories", {index_, "--shares", "--json"});
  EXPECT_EQ(told.summary()["stories"], 0);
  std::vector<std::string> pairs;
  for (const Json& line : told.lines()) {
    if (!line.contains("shares")) continue;
    const Json& shares = line["shares"];
    pairs.push_back(shares["a"].get<std::string>() + " " + shares["b"].get<std::string>());
    std::set<std::string> roles;
    for (const Json& passage : shares["passages"]) roles.insert(passage["role"]);
    EXPECT_THAT(roles, ElementsAre("body", "caption"));
  }
  EXPECT_THAT(pairs, ElementsAre("001 004", "003 004"));
}

TEST_F(Seeds, NameThePeopleWhereTheyStand) {
  EXPECT_THAT(ask("actor_search", "Mark Rutte"), ElementsAre("000", "002"));
  EXPECT_THAT(ask("actor_search", "Yuri Ushakov"), ElementsAre("000"));
  EXPECT_THAT(ask("actor_search", "Pete Hegseth"), ElementsAre("003", "004"));
  EXPECT_THAT(ask("actor_search", "Keith Kellogg"), ElementsAre("001", "003", "004"));
}

TEST_F(Seeds, MarkWhoStandsInCaptionsOnly) {
  for (const Json& hit : run("actor_search", {index_, "Keith", "Kellogg", "--json"}).lines()) {
    if (!hit.contains("rank")) continue;
    EXPECT_EQ(hit["snippet"]["field"], "caption") << hit["id"];
    for (const Json& match : hit["matches"]) EXPECT_EQ(match["field"], "caption");
  }
}

TEST_F(Seeds, FindTheKremlinByItsName) {
  const Output answer = run("actor_search", {index_, "Kremlin", "--json"});
  std::set<std::string> by_name;
  for (const Json& hit : answer.lines()) {
    if (!hit.contains("rank")) continue;
    for (const Json& match : hit["matches"]) {
      if (match["name"] == "Kremlin") by_name.insert(hit["id"]);
    }
  }
  EXPECT_THAT(by_name, UnorderedElementsAre("000", "002"));
  EXPECT_THAT(names("Kremlin"), Contains("Kremlin"));
}

TEST_F(Seeds, AnswerAnUnknownNameAsAPhraseWithANotice) {
  const Output answer = run("actor_search", {index_, "Steadfast", "Dart", "--json"});
  EXPECT_TRUE(answer.lines().front()["actor"].is_null());
  EXPECT_FALSE(answer.summary()["warnings"].empty());
}

TEST_F(Seeds, HaveTheirTopics) {
  EXPECT_THAT(ask("topic_search", "nato-membership"),
              ElementsAre("000", "001", "002", "003", "004"));
  EXPECT_THAT(ask("topic_search", "ceasefire"),
              testing::IsSupersetOf({"001", "002", "003", "004"}));
  EXPECT_THAT(ask("topic_search", "peace-talks"), testing::IsSupersetOf({"000", "002", "003"}));
  const auto article5 = ask("topic_search", "article-5");
  EXPECT_THAT(article5, Contains("004"));
  for (const char* id : {"000", "001", "003"}) EXPECT_THAT(article5, testing::Not(Contains(id)));
}

TEST_F(Seeds, AnswerQuestions) {
  EXPECT_THAT(ask("search", "defense"), ElementsAre("002", "003", "004"));
  EXPECT_THAT(ask("search", "\"peace deal\""), ElementsAre("001", "002", "003", "004"));
  EXPECT_THAT(ask("search", "crimea -kursk"), ElementsAre("001", "004"));
  EXPECT_THAT(ask("search", "peacekeepers"), ElementsAre("002"));
  EXPECT_THAT(ask("search", "newsletters"), IsEmpty());
  EXPECT_THAT(ask("search", "junk:newsletters"), ElementsAre("000"));
}

TEST_F(Seeds, HaveTheirTitlesAndDates) {
  const Json first = article("000");
  EXPECT_EQ(first["title"]["text"].get<std::string>().substr(0, 24), "Ukraine's NATO membershi");
  EXPECT_EQ(first["title"]["begin"], 239);
  EXPECT_EQ(first["date"]["value"], "2025-12-03");
  EXPECT_FALSE(first["date"]["reason"].get<std::string>().empty());
  EXPECT_EQ(first["source"]["value"], "AFP");
  for (const char* id : {"002", "004"}) EXPECT_TRUE(article(id)["title"]["text"].is_null()) << id;
  for (const char* id : {"001", "003"}) {
    EXPECT_EQ(article(id)["title"]["begin"], 0) << id;
    int titles = 0;
    const Json page = article(id);
    for (const Json& block : page["blocks"]) titles += block["role"] == "title" ? 1 : 0;
    EXPECT_EQ(titles, 1) << id;
  }
  for (const char* id : {"001", "002", "003", "004"}) {
    EXPECT_TRUE(article(id)["date"]["value"].is_null()) << id;
  }
}

TEST_F(Seeds, SearchUsAsAWordAndAsTheCountry) {
  const Json summary = run("search", {index_, "us", "--json"}).summary();
  ASSERT_EQ(summary["warnings"].size(), 1u);
  EXPECT_THAT(summary["warnings"][0]["text"].get<std::string>(),
              testing::HasSubstr("United States"));
}

// Every hit of the country has one of its listed names, in its own case.
TEST(News, NeverTakesThePronounForTheCountry) {
  const std::string set = shared_data() + "/allsides_3k/docs.jsonl.zst";
  if (shared_data().empty()) GTEST_SKIP() << "../shared/data is absent";
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "the release and development builds read the 3,000 articles";
#endif
  const std::string index = scratch("indexes") + "/news.index";
  const Output built = run("index_articles", {index, set, "--json"});
  ASSERT_EQ(built.status, 0) << built.err;
  ASSERT_EQ(built.summary()["articles"], 3000);
  ASSERT_TRUE(built.summary()["warnings"].empty()) << built.summary()["warnings"];
  const Output answer = run("search", {index, "actor:usa", "--json", "--top", "5000"});
  EXPECT_GT(answer.ids().size(), 500u);
  for (const Json& hit : answer.lines()) {
    if (!hit.contains("rank")) continue;
    ASSERT_FALSE(hit["matches"].empty()) << hit["id"];
    for (const Json& match : hit["matches"]) EXPECT_NE(match["name"], "us") << hit["id"];
  }
}

TEST_F(Seeds, AreNamedAsTheirReadersSee) {
  const std::string labels = source_dir() + "/tests/labels/who_seeds.jsonl";
  const Json summary = run("measure_actors", {index_, labels, "--json"}).summary();
  EXPECT_GE(summary["precision"], 0.98) << summary;
  EXPECT_GE(summary["recall"], 0.97) << summary;
  EXPECT_EQ(summary["kinds"]["person"]["recall"], 1.0) << summary;
}

// Every mention and every quote, and nothing else, but for what the file itself says is still missed or wrong:
// "missing" of what is expected, "wrong" beside it.
TEST_F(Seeds, AreReadInEveryPlaceAsExpected) {
  std::ifstream lines(source_dir() + "/tests/examples/seeds_expected.jsonl");
  int articles = 0;
  for (std::string line; std::getline(lines, line); ++articles) {
    const Json expected = Json::parse(line);
    const std::string id = expected["article"];
    const Json read = article(id);
    ASSERT_EQ(dateline::base::checksum(read["text"].get<std::string>()), expected["hash"]) << id;
    std::set<std::string> mentions;
    std::set<std::string> quotes;
    for (const Json& m : read["mentions"])
      mentions.insert(Json::array({m["begin"], m["end"], m["actor"]}).dump());
    for (const Json& q : read["quotes"])
      quotes.insert(Json::array({q["kind"], q["speaker"], q["spans"]}).dump());
    for (const Json& m : expected["missing"]["mentions"])
      EXPECT_TRUE(mentions.insert(m.dump()).second) << id << " no longer misses " << m;
    for (const Json& q : expected["missing"]["quotes"])
      EXPECT_TRUE(quotes.insert(q.dump()).second) << id << " no longer misses " << q;
    for (const Json& q : expected["wrong"])
      EXPECT_EQ(quotes.erase(q.dump()), 1U) << id << " no longer has " << q;
    EXPECT_EQ(mentions, dumped(expected["mentions"])) << id;
    EXPECT_EQ(quotes, dumped(expected["quotes"])) << id;
  }
  EXPECT_EQ(articles, 5);
}

TEST_F(Seeds, AreQuotedAsTheirReadersSee) {
  const std::string labels = source_dir() + "/tests/labels/who_seeds.jsonl";
  const Json summary = run("measure_quotes", {index_, labels, "--json"}).summary();
  EXPECT_EQ(summary["labels"], 22);
  EXPECT_GE(summary["precision"], 0.85) << summary;
  EXPECT_GE(summary["recall"], 0.80) << summary;
  EXPECT_GE(summary["reported"]["precision"], 0.65) << summary;
  EXPECT_GE(summary["reported"]["recall"], 0.60) << summary;
}

TEST_F(Seeds, TellWhoSaidWhat) {
  EXPECT_THAT(ask("search", "said:ushakov"), ElementsAre("000"));
  EXPECT_THAT(ask("search", "by:Zakharova NATO"), ElementsAre("004"));
  const Output quotes =
      run("quotes", {index_, "--by", "Maria Zakharova", "--about", "refusal", "--json"});
  ASSERT_EQ(quotes.status, 0) << quotes.err;
  const Json quote = quotes.lines().front()["quote"];
  EXPECT_EQ(quote["speaker"], "maria-zakharova");
  EXPECT_EQ(quote["kind"], "direct");
  EXPECT_EQ(quote["article"], "004");
  EXPECT_EQ(quote["spans"].size(), 2U);
}

}  // namespace
}  // namespace examples_test
