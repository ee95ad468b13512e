// Actors who are named together: lines, a table, a graph.  Few tests, since each builds an index.
#include "examples/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <regex>

namespace examples_test {
namespace {

using testing::HasSubstr;

std::string bytes_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// As RFC 4180 says: fields parted by commas, lines by CR LF, quotes doubled within quotes.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t at = 0; at < text.size();) {
    rows.emplace_back();
    for (bool more = true; more && at < text.size();) {
      std::string field;
      if (text[at] == '"') {
        for (++at; text[at] != '"' || text[at + 1] == '"'; ++at) {
          if (text[at] == '"') ++at;
          field += text[at];
        }
        ++at;
      } else {
        while (text[at] != ',' && text[at] != '\r') field += text[at++];
      }
      rows.back().push_back(field);
      more = text[at] == ',';
      at += more ? 1 : 2;
    }
  }
  return rows;
}

class Pairs : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = scratch("work");
    index_ = folder_ + "/a.index";
    std::ofstream(folder_ + "/pairs.jsonl")
        << R"({"id":"p","date":"2025-02-03","text":"Ukraine and NATO spoke of Egypt. Mark Rutte, the head of NATO, was in Kyiv."})"
           "\n"
           R"({"id":"q","date":"2025-03-04","text":"NATO sent no word. Days later, when the snow had gone and the roads were open again, ships left Ukraine."})"
           "\n"
           R"({"id":"r","text":"Tom O'Neill & Sons Ltd, a company, met NATO and Ukraine."})"
           "\n";
    ASSERT_EQ(run("index_articles", {index_, folder_ + "/pairs.jsonl"}).status, 0);
  }

  std::string folder_;
  std::string index_;
};

TEST_F(Pairs, AreCountedByArticleNearnessSentenceAndMonth) {
  const Output told = run("actors", {index_, "--with", "--within", "8", "--json"});
  ASSERT_EQ(told.status, 0) << told.err;
  const Json first = told.lines().front()["pair"];
  EXPECT_EQ(
      first,
      Json::parse(
          R"({"a":"nato","b":"ukraine","date":null,"articles":3,"near":2,"sentences":null})"));
  const Output all = run("actors", {index_, "--with", "--within", "8", "--sentences", "--json"});
  EXPECT_EQ(all.lines().front()["pair"]["sentences"], 2);
  EXPECT_EQ(all.summary()["pairs"], all.lines().size() - 1);
  EXPECT_EQ(run("actors", {index_, "--with", "--among", "2", "--json"}).summary()["pairs"], 1);
  std::map<std::string, int> months;
  for (const Json& line : run("actors", {index_, "--with", "--by", "month", "--json"}).lines()) {
    if (!line.contains("pair") || line["pair"]["a"] != "nato" || line["pair"]["b"] != "ukraine")
      continue;
    const Json& date = line["pair"]["date"];
    months[date.is_null() ? "unknown" : date.get<std::string>()] = line["pair"]["articles"];
  }
  EXPECT_EQ(months, (std::map<std::string, int>{{"2025-02", 1}, {"2025-03", 1}, {"unknown", 1}}));
}

TEST_F(Pairs, AreATableThatKeepsEveryFieldWholeAndAGraphWhoseEdgesHaveTheirNodes) {
  const std::string table = folder_ + "/pairs.csv";
  const std::string drawn = folder_ + "/pairs.graphml";
  ASSERT_EQ(run("actors", {index_, "--top", "1", "--csv", table, "--graphml", drawn}).status, 0);
  const auto rows = read_csv(bytes_of(table));
  ASSERT_GT(rows.size(), 3U);
  EXPECT_THAT(rows[0], testing::ElementsAre("source", "target", "source_name", "target_name",
                                            "date", "articles", "near", "sentences"));
  EXPECT_THAT(rows[1],
              testing::ElementsAre("nato", "ukraine", "NATO", "Ukraine", "", "3", "2", "0"));
  for (const auto& row : rows) EXPECT_EQ(row.size(), 8U);
  const std::string graph = bytes_of(drawn);
  EXPECT_THAT(graph, HasSubstr("<node id=\"nato\"><data key=\"label\">NATO</data></node>"));
  EXPECT_THAT(graph,
              HasSubstr("<edge source=\"nato\" target=\"ukraine\"><data key=\"weight\">3</data>"));
  const std::regex edge("<edge source=\"([^\"]*)\" target=\"([^\"]*)\"");
  for (std::sregex_iterator at(graph.begin(), graph.end(), edge), end; at != end; ++at) {
    for (const int side : {1, 2})
      EXPECT_THAT(graph, HasSubstr("<node id=\"" + (*at)[side].str() + "\">"));
  }
}

TEST_F(Pairs, OfOneActorStandBehindItsHitsAndAreAsManyAsAskedFor) {
  const std::string file = folder_ + "/with.csv";
  const Output told =
      run("actor_search", {index_, "NATO", "--with", "--top", "1", "--csv", file, "--json"});
  std::vector<Json> with;
  for (const Json& line : told.lines()) {
    if (line.contains("with")) with.push_back(line["with"]);
  }
  ASSERT_EQ(with.size(), 1U);
  EXPECT_EQ(with[0]["id"], "ukraine");
  EXPECT_EQ(with[0]["articles"], 3);
  EXPECT_EQ(with[0]["sentences"], 2);
  EXPECT_GT(read_csv(bytes_of(file)).size(), 3U);
}

TEST_F(Pairs, ThatCannotBeWrittenAreAnError) {
  EXPECT_EQ(run("actors", {index_, "--csv", folder_ + "/no/such/folder.csv"}).status, 1);
  EXPECT_EQ(run("actors", {index_, "--with", "--by", "decade"}).status, 2);
  EXPECT_EQ(run("actors", {index_, "--with", "--within", "0"}).status, 2);
  EXPECT_EQ(run("actors", {index_, "--with", "--kind", "person"}).status, 2);
  EXPECT_EQ(run("actors", {index_, "--with", "--provisional"}).status, 2);
}

}  // namespace
}  // namespace examples_test
