#include "topics/topic_set.hpp"

#include "topics/sample.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::topics {
namespace {

TEST(TopicSet, IsFoundByIdOrAnyName) {
  const Topics topics(kTopics);
  struct TopicSetRow {
    std::string_view name, id;
    bool by_id;
  };
  for (const TopicSetRow& row :
       std::vector<TopicSetRow>{{"ceasefire", "ceasefire", true},
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
      {R"({"id": "x", "name": "X"})", "no word stands in the query"},
      {R"({"id": "x", "name": "X", "query": ""})", "no word stands in the query"},
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
