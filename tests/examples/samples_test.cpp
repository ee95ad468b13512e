// The recipe `news` on its own samples: every line of queries.tsv has the answers it says.
#include "examples/program.hpp"
#include "source_dir.hpp"

#include <dateline/dateline.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace examples_test {
namespace {

const std::string kRecipe = source_dir() + "/indexes/news";

struct Line {
  std::string kind;
  std::string query;
  std::vector<std::string> ids;
  std::string where;
};

std::vector<Line> read_queries() {
  std::ifstream in(kRecipe + "/queries.tsv");
  std::vector<Line> lines;
  std::string text;
  for (int number = 1; std::getline(in, text); ++number) {
    if (text.empty() || text[0] == '#') continue;
    std::istringstream fields(text);
    Line line;
    std::getline(fields, line.kind, '\t');
    std::getline(fields, line.query, '\t');
    for (std::string id; fields >> id;) line.ids.push_back(id);
    std::sort(line.ids.begin(), line.ids.end());
    line.where = "queries.tsv:" + std::to_string(number);
    lines.push_back(line);
  }
  return lines;
}

dateline::Query query_of(const Line& line) {
  if (line.kind == "search") return dateline::parse_query(line.query).query;
  dateline::Query query;
  query.kind = line.kind == "actor" ? dateline::Query::Kind::kActor : dateline::Query::Kind::kTopic;
  query.text = line.query;
  return query;
}

std::vector<std::string> ids(const dateline::Searcher& searcher, const Line& line) {
  std::vector<std::string> result;
  for (const auto& [id, score] : searcher.rank(query_of(line), 1000)) result.push_back(id);
  std::sort(result.begin(), result.end());
  return result;
}

TEST(Samples, AnswerEveryLineOfQueriesTsv) {
  const std::string index = scratch("indexes") + "/news.index";
  const Output built = run("index_articles", {index, kRecipe + "/articles", "--json", "--strict"});
  ASSERT_EQ(built.status, 0) << built.err;
  const auto lines = read_queries();
  ASSERT_GE(lines.size(), 45u);
  const auto searcher = dateline::Searcher::open(index);
  for (const Line& line : lines) {
    EXPECT_EQ(ids(searcher, line), line.ids)
        << line.where << ": " << line.kind << " " << line.query;
  }
}

TEST(Samples, TellTheirStories) {
  const std::string index = scratch("indexes") + "/news.index";
  ASSERT_EQ(run("index_articles", {index, kRecipe + "/articles", "--json"}).status, 0);
  std::vector<std::string> told;
  for (const Json& line : run("stories", {index, "--json"}).lines()) {
    if (!line.contains("story")) continue;
    std::string text;
    for (const Json& member : line["story"]["articles"]) {
      text += member["kind"].get<std::string>() + " " + member["id"].get<std::string>() + " ";
    }
    told.push_back(text);
  }
  EXPECT_THAT(told,
              testing::UnorderedElementsAre("first mw-250224-vote near hp-250225-vote ",
                                            "first mw-250312-jeddah contains dl-250312-jeddah ",
                                            "first mw-250516-istanbul near dl-istanbul-rewrite "));
}

TEST(Samples, ThatBelongTogetherAreAtLeastTwentyFour) {
  const std::string index = scratch("indexes") + "/news.index";
  const Output built = run("index_articles", {index, kRecipe + "/articles", "--json"});
  EXPECT_GE(built.summary()["articles"], 24);
  EXPECT_TRUE(built.summary()["warnings"].empty()) << built.summary()["warnings"];
}

}  // namespace
}  // namespace examples_test
