// Command lines that are wrong, answers that cannot be written, names that are out to deceive.
#include "examples/program.hpp"
#include "examples/small_index.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

namespace examples_test {
namespace {

using testing::HasSubstr;
using testing::Not;

class Usage : public SmallIndex {};

const std::vector<std::string> kPrograms = {
    "index_articles", "search",  "actor_search", "topic_search",    "show",           "check",
    "remove",         "rebuild", "evaluate",     "suggest_queries", "measure_blocks", "backup"};

std::ptrdiff_t lines_of(const std::string& text) {
  return std::count(text.begin(), text.end(), '\n');
}

TEST_F(Usage, AnAnswerThatCannotBeWrittenIsAnError) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> calls = {
      {"search", {index_, "harbour"}},
      {"search", {index_, "harbour", "--json"}},
      {"actor_search", {index_, "Egypt"}},
      {"topic_search", {index_, "ceasefire"}},
      {"show", {index_, "a"}},
      {"check", {index_}},
      {"suggest_queries", {index_}},
      {"remove", {index_, "none"}},
      {"rebuild", {index_, folder_ + "/n"}}};
  for (const auto& [program, words] : calls) {
    for (const char* file : {"/dev/full", ""}) {
      std::filesystem::remove_all(folder_ + "/n");
      const Output output = run_into(file, program, words);
      EXPECT_EQ(output.status, 1) << program << " into " << file;
      EXPECT_THAT(output.err, HasSubstr("cannot write the answer")) << program;
    }
  }
}

TEST_F(Usage, HelpThatCannotBeWrittenIsAnError) {
  for (const std::string& program : kPrograms) {
    for (const char* file : {"/dev/full", ""}) {
      const Output output = run_into(file, program, {"--help"});
      EXPECT_EQ(output.status, 1) << program;
      EXPECT_EQ(lines_of(output.err), 1) << output.err;
    }
  }
}

TEST_F(Usage, HelpHasALineForEachArgumentAndNoTypes) {
  for (const std::string& program : kPrograms) {
    const Output help = run(program, {"--help"});
    EXPECT_EQ(help.status, 0);
    EXPECT_THAT(help.out, HasSubstr("\n  INDEX  ")) << program;
    EXPECT_THAT(help.out, HasSubstr("\n  --json  ")) << program;
    for (const char* noise : {"TEXT", "UINT", "FLOAT", "NONNEGATIVE", "{"}) {
      EXPECT_THAT(help.out, Not(HasSubstr(noise))) << program;
    }
  }
  EXPECT_THAT(run("search", {"--help"}).out, HasSubstr("peace NEAR/5 deal"));
  EXPECT_THAT(run("search", {"--help"}).out, HasSubstr("(default 10)"));
  EXPECT_THAT(run("index_articles", {"--help"}).out, HasSubstr(".jsonl .ndjson"));
}

TEST_F(Usage, AnUnknownOptionIsNoWordOfAQuery) {
  const Output typo = run("search", {index_, "harbour", "--facet"});
  EXPECT_EQ(typo.status, 2);
  EXPECT_THAT(typo.err, HasSubstr("did you mean --facets?"));
  for (const char* program : {"search", "actor_search", "topic_search"}) {
    EXPECT_EQ(run(program, {index_, "harbour", "--limit", "5"}).status, 2) << program;
    EXPECT_EQ(run(program, {index_, "harbour", "-n", "5"}).status, 2) << program;
    EXPECT_EQ(run(program, {index_, "--", "harbour", "--limit"}).status, 0) << program;
    EXPECT_EQ(run(program, {index_, "harbour", "-egypt"}).status, 0) << program;
  }
}

TEST_F(Usage, SaysWhatAnOptionTakes) {
  const std::vector<std::pair<std::vector<std::string>, const char*>> rows = {
      {{"--top", "abc"}, "--top takes a whole number from 0 to 10,000, not \"abc\""},
      {{"--top", "-1"}, "--top takes a whole number from 0 to 10,000, not \"-1\""},
      {{"--top=99999"}, "--top takes a whole number from 0 to 10,000, not \"99999\""},
      {{"--top"}, "--top needs a value"},
      {{"--sort", "size"}, "--sort takes relevance or date, not \"size\""},
      {{"--json=yes"}, "--json takes no value"}};
  for (const auto& [words, message] : rows) {
    std::vector<std::string> all{index_, "harbour"};
    all.insert(all.end(), words.begin(), words.end());
    const Output output = run("search", all);
    EXPECT_EQ(output.status, 2) << message;
    EXPECT_THAT(output.err, HasSubstr(message));
  }
  for (const char* threads : {"0", "1025", "many"}) {
    const Output output =
        run("index_articles", {folder_ + "/t", folder_ + "/a.jsonl", "--threads", threads});
    EXPECT_EQ(output.status, 2);
    EXPECT_THAT(output.err, HasSubstr("--threads takes a whole number from 1 to 1,024"));
  }
}

TEST_F(Usage, NamesWhatIsMissing) {
  EXPECT_THAT(run("search", {}).err, HasSubstr("INDEX is missing"));
  EXPECT_THAT(run("search", {index_}).err, HasSubstr("QUERY is missing"));
  EXPECT_THAT(run("index_articles", {index_}).err, HasSubstr("INPUT is missing"));
}

TEST_F(Usage, AComplaintIsOneShortLineWhateverANameHolds) {
  const std::string evil =
      "a\nb\x1b[31m\xC2\x9B"
      "c\u202E\u2066" +
      std::string(5000, 'x');
  write("evil.jsonl", "{\"id\":\"e\",\"text\":\"One.\"}\n");
  const std::string file = folder_ + "/e\nvil\u202E.jsonl";
  std::filesystem::rename(folder_ + "/evil.jsonl", file);
  for (const Output& output :
       {run("search", {index_, "actor:\"" + evil + "\""}), run("remove", {index_, evil}),
        run("show", {index_, evil}), run("index_articles", {folder_ + "/e", file, "/no\nsuch"})}) {
    EXPECT_EQ(lines_of(output.err), 1) << output.err;
    EXPECT_LT(output.err.size(), 2000u);
    for (const char* bad : {"\x1b", "\xC2\x9B", "\u202E", "\u2066"}) {
      EXPECT_THAT(output.err, Not(HasSubstr(bad)));
    }
  }
}

TEST_F(Usage, JsonHoldsNothingThatSteersATerminal) {
  write("bidi.jsonl", "{\"id\":\"x\",\"text\":\"Pier \u202E\xC2\x9Bnepo.\"}\n");
  const std::string index = folder_ + "/bidi.index";
  ASSERT_EQ(run("index_articles", {index, folder_ + "/bidi.jsonl"}).status, 0);
  const Output json = run("show", {index, "x", "--json"});
  EXPECT_THAT(json.out, Not(HasSubstr("\u202E")));
  EXPECT_EQ(json.lines().front()["article"]["text"], "Pier \u202E\xC2\x9Bnepo.");
  for (const char* program : {"show", "search"}) {
    const Output people = run(program, {index, program == std::string("show") ? "x" : "pier"});
    EXPECT_THAT(people.out, HasSubstr("Pier ?nepo"));
  }
}

}  // namespace
}  // namespace examples_test
