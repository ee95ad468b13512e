// What people see: styles, widths, names, plurals.
#include "examples/program.hpp"
#include "examples/small_index.hpp"

#include <gmock/gmock.h>

#include <initializer_list>
#include <sstream>

namespace examples_test {
namespace {

using testing::HasSubstr;
using testing::Not;

class People : public SmallIndex {
 protected:
  void SetUp() override {
    SmallIndex::SetUp();
    write(
        "wide.jsonl",
        R"({"id":"w","title":"港口今天重新开放，粮食船只可以再次离开港口，前往埃及和其他国家","text":"Ships left the harbour for Egypt, https://example.org/a/very/long/address/that/does/not/fit/into/a/narrow/terminal and Ukraine; Ukraine and NATO spoke of a ceasefire in Ukraine."})"
        "\n");
    ASSERT_EQ(run("index_articles", {index_, folder_ + "/wide.jsonl", "--update"}).status, 0);
  }
};

// Columns of the lines, by a rule of thumb that fits these tests: an ideograph or its comma is 2.
std::size_t widest(const std::string& text) {
  std::size_t most = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::size_t columns = 0;
    bool in_style = false;
    for (const char c : line) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte == 0x1b) in_style = true;
      if (!in_style && (byte & 0xC0) != 0x80) columns += byte >= 0xE3 ? 2 : 1;
      if (byte == 'm') in_style = false;
    }
    most = std::max(most, columns);
  }
  return most;
}

TEST_F(People, EveryLineKeepsToTheWidth) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> calls = {
      {"search", {index_, "harbour", "--facets", "--explain"}},
      {"actor_search", {index_, "Ukraine"}},
      {"topic_search", {index_, "ceasefire"}},
      {"topic_search", {index_, "no such topic is known to anybody"}},
      {"show", {index_, "w"}},
      {"check", {index_}},
      {"search", {"--help"}},
      {"index_articles", {"--help"}}};
  for (const auto& [program, words] : calls) {
    for (const unsigned short columns : std::initializer_list<unsigned short>{40, 100}) {
      const Output output = run_on_terminal(columns, {}, program, words);
      EXPECT_EQ(output.status, 0) << output.out;
      EXPECT_LE(widest(output.out), columns) << program << "\n" << output.out;
    }
  }
}

TEST_F(People, MayAskOneQueryAfterTheOtherOnATerminal) {
  const Output talk = run_on_terminal(80, {"LANG=C.UTF-8"}, "search", {index_},
                                      "harbour\n\nactor:\"nobody\nnosuchword\nquit\n");
  EXPECT_EQ(talk.status, 0) << talk.out;
  EXPECT_THAT(talk.out, HasSubstr("Harbour opens"));
  EXPECT_THAT(talk.out, HasSubstr("0 articles"));
  const Output piped = run("search", {index_});
  EXPECT_EQ(piped.status, 2);
  EXPECT_THAT(piped.err, HasSubstr("QUERY is missing"));
}

TEST_F(People, ColoursAreLeftOutWhereNobodyWantsThem) {
  const std::vector<std::string> words{index_, "harbour"};
  EXPECT_THAT(run_on_terminal(80, {}, "search", words).out, HasSubstr("\x1b[1m"));
  EXPECT_THAT(run_on_terminal(80, {"NO_COLOR=1"}, "search", words).out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(run_on_terminal(80, {"TERM=dumb"}, "search", words).out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(run("search", words).out, Not(HasSubstr("\x1b")));
}

TEST_F(People, HitsNameTheirActorsWhomTheyMentionMostFirst) {
  const Output output = run("search", {index_, "nato"});
  EXPECT_THAT(output.out, HasSubstr("\n    actors: Ukraine, "));
  EXPECT_THAT(output.out, HasSubstr("\n    topics: Ceasefire"));
}

TEST_F(People, ScoresStandOnlyWhereSomethingRanks) {
  EXPECT_THAT(run("search", {index_, "harbour"}).out, HasSubstr("score "));
  EXPECT_THAT(run("search", {index_, "lang:en"}).out, Not(HasSubstr("score")));
}

TEST_F(People, ExplanationsStandBelowTheirHits) {
  const std::string out = run("search", {index_, "izmail grain", "--explain"}).out;
  const std::size_t first = out.find("\n2. ");
  ASSERT_NE(first, std::string::npos);
  EXPECT_NE(out.substr(0, first).find("izmail"), std::string::npos) << out;
  EXPECT_NE(out.substr(first).find("grain"), std::string::npos) << out;
}

TEST_F(People, OneIsNotMany) {
  EXPECT_THAT(run("search", {index_, "izmail"}).out, HasSubstr("1 article, "));
  EXPECT_THAT(run("remove", {index_, "a"}).out, HasSubstr("1 article removed"));
}

TEST_F(People, NoNoteIsSaidTwice) {
  const Output twice = run("search", {index_, "actor:nobody", "actor:nobody"});
  EXPECT_EQ(std::count(twice.err.begin(), twice.err.end(), '\n'), 1) << twice.err;
  const Output unknown = run("actor_search", {index_, "Nobody", "Known"});
  EXPECT_EQ(std::count(unknown.err.begin(), unknown.err.end(), '\n'), 1) << unknown.err;
  EXPECT_THAT(unknown.out, Not(HasSubstr("No actor")));
}

TEST_F(People, AnUnknownOfficeOrTopicIsShownAsItIs) {
  const Output output = run("topic_search", {index_, "grain"});
  EXPECT_THAT(output.out, HasSubstr("No topic is called \"grain\""));
}

}  // namespace
}  // namespace examples_test
