#include "topics/topic_set.hpp"

#include "actors/sample.hpp"
#include "analysis/sample.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::topics {
namespace {

using analysis::Analyzed;
using Parts = std::vector<std::pair<Field, std::string>>;

constexpr std::string_view kTopics = R"jsonl(
{"id": "ceasefire", "name": "Ceasefire", "names": ["truce", "Waffenruhe"], "query": "ceasefire OR (stop NEAR/3 fighting)", "parent": "peace-talks"}
{"id": "peace-talks", "name": "Peace talks", "query": "\"peace talks\" OR (negotiator AND NOT sport)"}
{"id": "us-politics", "name": "US politics", "query": "actor:us AND (election OR title:senate)"}
{"id": "quiet", "name": "Quiet", "query": "NOT war"}
)jsonl";

class Topics {
 public:
  explicit Topics(std::string_view lines)
      : catalog_(actors::load_catalog(actors::kSampleActors)), rules_(analysis::sample_rules()) {
    const TempFolder folder;
    actors::write_file(folder / "topics.jsonl", lines);
    set_ = TopicSet::load(folder / "topics.jsonl", rules_, catalog_);
  }

  const TopicSet& set() const { return set_; }
  std::vector<TopicMatch> match(Parts parts) const {
    Analyzed article(std::move(parts), rules_, "en", &catalog_);
    const analysis::OneArticle one(article.analysis, true, {}, std::nullopt);
    return set_.match(one, article.passages.get());
  }
  // "ceasefire: ceasefire, truce" with the reasons, a topic a line.
  std::string show(Parts parts) const {
    std::string text;
    for (const TopicMatch& topic : match(std::move(parts))) {
      text += topic.id + ":";
      for (const auto& reason : topic.reasons) text += " [" + reason.text + "]";
      text += "\n";
    }
    return text;
  }

 private:
  actors::Catalog catalog_;
  analysis::Rules rules_;
  TopicSet set_;
};

TEST(TopicSet, AnArticleHasTheTopicsWhoseQueriesMatch) {
  const Topics topics(kTopics);
  const std::vector<std::pair<Parts, std::string>> rows{
      {{{Field::kBody, "A ceasefire in the war"}}, "ceasefire: [ceasefire]\n"},
      {{{Field::kBody, "The war: they stop all the fighting"}}, "ceasefire: [stop] [fighting]\n"},
      {{{Field::kTitle, "Peace talks"}, {Field::kBody, "war and negotiators"}},
       "peace-talks: [Peace talks] [negotiators]\n"},
      {{{Field::kBody, "war, sport and negotiators"}}, ""},
      {{{Field::kTitle, "Senate"}, {Field::kBody, "War and the U.S."}},
       "us-politics: [Senate] [U.S]\n"},
      {{{Field::kBody, "War: Senate and the U.S."}}, ""},
      {{{Field::kBody, "An election told us of war"}}, ""},
      {{{Field::kBody, "nothing"}}, "quiet:\n"},
      {{{Field::kCaption, "A ceasefire"}, {Field::kJunk, "ceasefire"}, {Field::kBody, "war"}}, ""},
  };
  for (const auto& [parts, expected] : rows) EXPECT_EQ(topics.show(parts), expected);
}

TEST(TopicSet, ReasonsSayWhereTheyStand) {
  const Topics topics(kTopics);
  const auto found = topics.match({{Field::kTitle, "War"}, {Field::kBody, "The ceasefire holds"}});
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].reasons.size(), 1U);
  EXPECT_EQ(found[0].reasons[0], (TopicMatch::Reason{"ceasefire", {4, 13}, Field::kBody}));
}

// places / (places + 2), and the first five as reasons
TEST(TopicSet, TheScoreGrowsWithThePlaces) {
  const Topics topics(R"({"id": "war", "name": "War", "query": "war"})");
  double last = 0;
  for (const int times : {1, 2, 6, 100}) {
    std::string text;
    for (int i = 0; i < times; ++i) text += "war ";
    const auto found = topics.match({{Field::kBody, text}});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_DOUBLE_EQ(found[0].score, times / (times + 2.0));
    EXPECT_EQ(found[0].reasons.size(), static_cast<std::size_t>(std::min(times, 5)));
    EXPECT_TRUE(found[0].score > last && found[0].score < 1);
    last = found[0].score;
  }
  EXPECT_TRUE(topics.match({{Field::kBody, "peace"}}).empty());
  EXPECT_EQ(Topics(kTopics).match({{Field::kBody, "peace"}}).front().score, 0)
      << "what only excludes has no place";
}

TEST(TopicSet, IsFoundByIdOrAnyName) {
  const Topics topics(kTopics);
  struct Row {
    std::string_view name, id;
    bool by_id;
  };
  for (const Row& row : std::vector<Row>{{"ceasefire", "ceasefire", true},
                                         {"Ceasefire", "ceasefire", false},
                                         {"TRUCE", "ceasefire", false},
                                         {"waffenruhe", "ceasefire", false},
                                         {"peace-talks", "peace-talks", true},
                                         {"Peace  Talks", "peace-talks", false},
                                         {"the US politics", "us-politics", false}}) {
    bool by_id = !row.by_id;
    const Entry* entry = topics.set().find(row.name, &by_id);
    ASSERT_NE(entry, nullptr) << row.name;
    EXPECT_EQ(entry->topic.id, row.id);
    EXPECT_EQ(by_id, row.by_id) << row.name;
    EXPECT_EQ(topics.set().find(row.name), entry);
  }
  bool by_id = true;
  EXPECT_EQ(topics.set().find("war", &by_id), nullptr);
  EXPECT_FALSE(by_id);
  EXPECT_EQ(topics.set().find(""), nullptr);
}

TEST(TopicSet, KeepsWhatTheFileSays) {
  const Topics topics(kTopics);
  ASSERT_EQ(topics.set().entries().size(), 4U);
  const Topic& first = topics.set().entries()[0].topic;
  EXPECT_EQ(first.name, "Ceasefire");
  EXPECT_EQ(first.parent, "peace-talks") << "a parent may follow its child";
  EXPECT_EQ(first.query, "ceasefire OR (stop NEAR/3 fighting)");
  EXPECT_TRUE(Topics("").set().entries().empty());
  EXPECT_TRUE(TopicSet().entries().empty());
  EXPECT_EQ(TopicSet().find("x"), nullptr);
}

TEST(TopicSet, MistakesAreToldWithTheirLine) {
  const std::string first =
      R"({"id": "war", "name": "War", "names": ["fighting"], "query": "war"})";
  const std::vector<std::pair<std::string, std::string>> rows{
      {"{", "no JSON"},
      {"[]", "no JSON object"},
      {R"({"id": "x", "name": "X", "query": "x", "colour": "red"})", "\"colour\" is not known"},
      {R"({"name": "X", "query": "x"})", "no \"id\""},
      {R"({"id": "x", "query": "x"})", "no \"name\""},
      {R"({"id": "x", "name": "X"})", "the query is empty"},
      {R"({"id": "x", "name": "X", "query": ""})", "the query is empty"},
      {R"({"id": "x", "name": "X", "query": 5})", "\"query\" is no string"},
      {R"({"id": "x", "name": "X", "query": "x", "names": "y"})", "\"names\" is no list"},
      {R"({"id": "war", "name": "X", "query": "x"})", "the id is there twice"},
      {R"({"id": "x", "name": "WAR", "query": "x"})", "the name \"WAR\" is another topic's"},
      {R"({"id": "x", "name": "X", "names": ["Fighting"], "query": "x"})", "another topic's"},
      {R"({"id": "x", "name": "X", "query": "x", "parent": "nowhere"})", "no topic \"nowhere\""},
      {R"({"id": "x", "name": "X", "query": "(x"})", "the query: "},
      {R"({"id": "x", "name": "X", "query": "titel:x"})", "the query: "},
      {R"({"id": "x", "name": "X", "query": "x AND"})", "the query: "},
      {R"({"id": "x", "name": "X", "query": "actor:nobody"})", "the query: "},
      {R"({"id": "x", "name": "X", "query": "actor:Georgia"})", "the query: "},
      {R"({"id": "x", "name": "X", "query": "topic:war"})", "the query: "},
      {R"({"id": "x", "name": "X", "query": "date:soon"})", "the query: "},
  };
  for (const auto& [line, message] : rows) {
    const Caught caught = error_of([&] { Topics(first + "\n\n" + line + "\n"); });
    EXPECT_EQ(caught.code, ErrorCode::kInvalid) << line;
    EXPECT_TRUE(caught.mentions("topics.jsonl:3")) << caught.message;
    EXPECT_TRUE(caught.mentions(message)) << caught.message;
  }
}

TEST(TopicSet, AMissingFileIsToldByItsName) {
  const TempFolder folder;
  const Caught caught = error_of([&] { TopicSet::load(folder / "topics.jsonl", {}, {}); });
  EXPECT_EQ(caught.code, ErrorCode::kNotFound);
  EXPECT_TRUE(caught.mentions("topics.jsonl")) << caught.message;
}

}  // namespace
}  // namespace dateline::topics
