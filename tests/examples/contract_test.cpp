// What the programs promise to scripts: arguments, keys, exit status.
#include "examples/program.hpp"
#include "examples/small_index.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace examples_test {
namespace {

namespace fs = std::filesystem;

class Contract : public SmallIndex {};

void write_to(const fs::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

std::vector<std::string> keys(const Json& object) {
  std::vector<std::string> result;
  for (const auto& [key, value] : object.items()) result.push_back(key);
  return result;
}

TEST_F(Contract, IndexArticlesSaysWhatItDid) {
  const Output built =
      run("index_articles", {folder_ + "/new.index", folder_ + "/a.jsonl", "--json"});
  EXPECT_THAT(keys(built.summary()),
              testing::IsSupersetOf({"articles", "skipped", "duplicates", "bytes", "seconds",
                                     "segments", "index_bytes", "commits", "commit", "warnings"}));
  EXPECT_EQ(built.summary()["articles"], 2);
  EXPECT_EQ(built.summary()["commits"], 1);
  EXPECT_GT(built.summary()["index_bytes"], 0);
}

TEST_F(Contract, EveryQuestionTakesATimeoutAndSaysWhetherItsAnswerIsWhole) {
  const std::vector<std::vector<std::string>> questions = {
      {"search", "peace"},  {"quotes"},         {"timeline", "peace"},    {"significant", "peace"},
      {"actors", "--with"}, {"complete", "pe"}, {"actor_search", "NATO"}, {"topic_search", "war"},
      {"similar", "a"}};
  for (const auto& question : questions) {
    std::vector<std::string> words(question.begin() + 1, question.end());
    words.insert(words.begin(), index_);
    words.insert(words.end(), {"--timeout", "3600000", "--json"});
    const Output answer = run(question.front(), words);
    ASSERT_EQ(answer.status, 0) << question.front() << answer.err;
    EXPECT_EQ(answer.summary()["exact"], true) << question.front();
    EXPECT_TRUE(answer.summary()["warnings"].is_array()) << question.front();
  }
}

TEST_F(Contract, MeasureBlocksCountsWhatIsRight) {
  const std::string news = folder_ + "/news.index";
  write(
      "page.jsonl",
      R"({"id":"p","text":"Harbour opens again\n\nThe harbour of Izmail opened again on Monday.\n\nSign up for our newsletter\n\nShips wait off Izmail. Photo: A. Writer"})"
      "\n");
  ASSERT_EQ(run("index_articles", {news, folder_ + "/page.jsonl", "--recipe", "news"}).status, 0);
  write(
      "labels.jsonl",
      R"({"article":"p","blocks":[{"begin":0,"end":19,"role":"title"},{"begin":21,"end":66,"role":"body"},)"
      R"({"begin":68,"end":94,"role":"junk"},{"begin":96,"end":135,"role":"body"}]})"
      "\n"
      R"({"article":"x","blocks":[]})"
      "\n");
  const Output measured =
      run("measure_blocks", {news, folder_ + "/labels.jsonl", "--json", "--list"});
  const Json summary = measured.summary();
  EXPECT_EQ(summary["labels"], 1);
  EXPECT_EQ(summary["recall"], 1.0);
  EXPECT_EQ(summary["precision"], 0.5) << "the line labelled body is taken for a caption";
  EXPECT_EQ(summary["missing"], Json::array({"x"}));
  EXPECT_EQ(summary["roles"]["title"]["right"], 1);
  ASSERT_EQ(measured.lines().size(), 2u);
  EXPECT_EQ(measured.lines()[0]["block"]["role"], "caption");
  write("other.jsonl", R"({"article":"p","blocks":[{"begin":0,"end":999,"role":"title"}]})");
  EXPECT_EQ(run("measure_blocks", {news, folder_ + "/other.jsonl"}).status, 1);
}

TEST_F(Contract, AnIndexThatIsThereIsAnErrorWithoutUpdate) {
  const Output again = run("index_articles", {index_, folder_ + "/a.jsonl"});
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.err, testing::HasSubstr("it is there already"));
  EXPECT_EQ(std::count(again.err.begin(), again.err.end(), '\n'), 1);
}

TEST_F(Contract, UpdateReplacesAndSkipsWhatIsTheSame) {
  write(
      "b.jsonl",
      R"({"id":"a","title":"Harbour shuts","text":"The harbour of Izmail shut.","date":"2024-05-02"})"
      "\n"
      R"({"id":"b","text":"Grain ships left the harbour for Egypt."})"
      "\n");
  const Json summary =
      run("index_articles", {index_, folder_ + "/b.jsonl", "--update", "--json"}).summary();
  EXPECT_EQ(summary["articles"], 1);
  EXPECT_EQ(summary["unchanged"], 1);
  EXPECT_THAT(run("search", {index_, "opened", "--json"}).ids(), testing::IsEmpty());
  EXPECT_THAT(run("search", {index_, "shuts", "--json"}).ids(), testing::ElementsAre("a"));
  EXPECT_EQ(run("search", {index_, "harbour", "--json"}).ids().size(), 2u);
}

TEST_F(Contract, SkippedRecordsAreCountedAndStrictSaysSo) {
  write("bad.jsonl",
        "{\"id\":\"c\",\"text\":\"A good one.\"}\n{broken\n{\"id\":\"d\",\"text\":\"\"}\n"
        "{\"id\":\"c\",\"text\":\"A second of the same id.\"}\n");
  const Output built =
      run("index_articles", {folder_ + "/bad.index", folder_ + "/bad.jsonl", "--json", "--strict"});
  EXPECT_EQ(built.status, 3);
  EXPECT_EQ(built.summary()["articles"], 1);
  EXPECT_EQ(built.summary()["skipped"], 2);
  EXPECT_EQ(built.summary()["duplicates"], 1);
  EXPECT_THAT(built.summary()["warnings"][0]["where"].get<std::string>(),
              testing::EndsWith("bad.jsonl:2"));
  EXPECT_THAT(built.err, testing::HasSubstr("bad.jsonl:2"));
}

TEST_F(Contract, ADuplicateSaysWhereItStands) {
  write("twice.jsonl", "{\"id\":\"c\",\"text\":\"One.\"}\n{\"id\":\"c\",\"text\":\"Two.\"}\n");
  const Output built =
      run("index_articles", {folder_ + "/twice.index", folder_ + "/twice.jsonl", "--json"});
  EXPECT_THAT(built.summary()["warnings"][0]["where"].get<std::string>(),
              testing::EndsWith("twice.jsonl:2"));
}

TEST_F(Contract, HalfASurrogateLosesNoRecordAndBinaryFilesAreSkipped) {
  fs::create_directory(folder_ + "/odd");
  write("odd/a.jsonl", R"({"id":"s","text":"A pier \uD83D opened."})"
                       "\n");
  write("odd/b.txt", std::string(3000, '\1'));
  const Output built =
      run("index_articles", {folder_ + "/odd.index", folder_ + "/odd", "--json", "--strict"});
  EXPECT_EQ(built.status, 3);
  EXPECT_EQ(built.summary()["articles"], 1);
  EXPECT_EQ(built.summary()["skipped"], 1);
  EXPECT_THAT(built.err, testing::HasSubstr("b.txt: skipped: it is not text"));
}

TEST_F(Contract, AnUnreadableInputDoesNotStopTheOthers) {
  const Output built = run("index_articles", {folder_ + "/some.index", folder_ + "/absent",
                                              folder_ + "/a.jsonl", "--json"});
  EXPECT_EQ(built.status, 0);
  EXPECT_EQ(built.summary()["articles"], 2);
  EXPECT_EQ(built.summary()["skipped"], 1);
}

TEST_F(Contract, AFailedBuildLeavesNoIndex) {
  write("keys.jsonl", R"({"headline":"Pier","body":"Old."})"
                      "\n");
  const Output failed = run("index_articles", {folder_ + "/no.index", folder_ + "/keys.jsonl"});
  EXPECT_EQ(failed.status, 1);
  EXPECT_THAT(failed.err, testing::HasSubstr("\"headline\", \"body\""));
  EXPECT_THAT(failed.err, testing::HasSubstr("id, title, text"));
  write("a.doc", "no known kind");
  EXPECT_EQ(run("index_articles", {folder_ + "/no.index", folder_ + "/a.doc"}).status, 1);
  EXPECT_EQ(run("rebuild", {index_, folder_ + "/no.index", "--recipe", "absent"}).status, 1);
  EXPECT_FALSE(fs::exists(folder_ + "/no.index"));
}

TEST_F(Contract, AnIndexKeepsItsRecipeAndSaysSo) {
  const Output updated =
      run("index_articles", {index_, folder_ + "/a.jsonl", "--update", "--recipe", "plain"});
  EXPECT_EQ(updated.status, 0);
  EXPECT_THAT(updated.err, testing::HasSubstr("note: the index keeps the recipe"));
}

TEST_F(Contract, RebuildRefusesWhatIsThere) {
  const Output refused = run("rebuild", {index_, index_});
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.err, testing::Not(testing::HasSubstr("--update")));
}

TEST_F(Contract, ABackupIsAnIndexAndTheNextOneTakesOnlyWhatIsNew) {
  const std::string to = folder_ + "/backup";
  const Json first = run("backup", {index_, to, "--json"}).summary();
  EXPECT_EQ(keys(first), (std::vector<std::string>{"files", "copied", "linked", "bytes"}));
  EXPECT_GT(first["files"], 4);
  EXPECT_EQ(first["copied"].get<int>() + first["linked"].get<int>(), first["files"]);
  EXPECT_EQ(run("search", {to, "harbour", "--json"}).ids(),
            run("search", {index_, "harbour", "--json"}).ids());
  EXPECT_EQ(run("backup", {index_, to, "--json"}).summary()["linked"], 0);
  EXPECT_EQ(run("backup", {folder_ + "/none", to}).status, 1);
  EXPECT_EQ(run("backup", {index_}).status, 2);
}

TEST_F(Contract, ADamagedIndexIsAskedAndRebuiltAsFarAsItIsSound) {
  for (const auto& entry : fs::recursive_directory_iterator(index_)) {
    if (entry.path().filename() == "words.dlw") write_to(entry.path(), "damaged");
  }
  EXPECT_EQ(run("search", {index_, "harbour", "--json"}).status, 1);
  const Output asked = run("search", {index_, "harbour", "--json", "--degraded"});
  EXPECT_EQ(asked.status, 0);
  EXPECT_TRUE(asked.summary()["degraded"]);
  EXPECT_THAT(asked.summary()["warnings"][0]["text"].get<std::string>(),
              testing::HasSubstr("words.dlw"));
  const Output rebuilt = run("rebuild", {index_, folder_ + "/sound", "--json"});
  EXPECT_EQ(rebuilt.summary()["articles"], 2);
  EXPECT_THAT(rebuilt.err, testing::HasSubstr("words.dlw"));
  EXPECT_FALSE(run("search", {folder_ + "/sound", "harbour", "--json"}).ids().empty());
}

TEST_F(Contract, CheckNamesAnIndexWithoutItsManifest) {
  for (const auto& entry : fs::directory_iterator(index_)) {
    if (entry.path().filename().string().starts_with("manifest-")) fs::remove(entry.path());
  }
  const Output checked = run("check", {index_, "--json"});
  EXPECT_EQ(checked.status, 1);
  EXPECT_FALSE(checked.summary()["ok"]);
  EXPECT_THAT(checked.err, testing::HasSubstr("no manifest"));
}

TEST_F(Contract, UnknownSourcesAndLanguagesNameThoseThatAreNear) {
  const auto note = [&](const std::string& query) {
    const Json warnings = run("search", {index_, query, "--json"}).summary()["warnings"];
    return warnings.empty() ? std::string() : warnings[0]["text"].get<std::string>();
  };
  EXPECT_THAT(note("source:harbor-post"), testing::HasSubstr("harbour post"));
  EXPECT_THAT(note("lang:german"), testing::HasSubstr("there are en"));
  EXPECT_EQ(note("source:\"harbour post\" lang:EN"), "");
}

TEST_F(Contract, SuggestionsAreJsonLinesInTheArticlesOwnWords) {
  write("own.jsonl",
        R"({"id":"o","title":"Harbour's “new” pier: it’s open — again","text":"Egypt."})"
        "\n");
  const std::string own = folder_ + "/own.index";
  ASSERT_EQ(run("index_articles", {own, folder_ + "/own.jsonl"}).status, 0);
  const Output suggested = run("suggest_queries", {own, "--json"});
  EXPECT_EQ(suggested.lines().front()["suggestion"]["program"], "actor_search");
  EXPECT_EQ(suggested.summary()["suggestions"], suggested.lines().size() - 1);
  EXPECT_EQ(suggested.lines()[suggested.lines().size() - 2]["suggestion"]["query"],
            "Harbour's new pier it’s open again");
}

TEST_F(Contract, NothingToIndexIsAnErrorThatLeavesNoIndex) {
  fs::create_directory(folder_ + "/empty");
  EXPECT_EQ(run("index_articles", {folder_ + "/no.index", folder_ + "/empty"}).status, 1);
  EXPECT_EQ(run("index_articles", {folder_ + "/no.index", folder_ + "/absent"}).status, 1);
  EXPECT_FALSE(fs::exists(folder_ + "/no.index"));
}

TEST_F(Contract, SearchGivesHitsAndASummary) {
  const Output answer = run("search", {index_, "izmail", "--json", "--facets"});
  ASSERT_EQ(answer.status, 0);
  const Json hit = answer.lines().front();
  EXPECT_EQ(keys(hit), (std::vector<std::string>{"rank", "id", "score", "title", "date", "source",
                                                 "language", "url", "snippet", "matches", "actors",
                                                 "topics", "story", "folded"}));
  EXPECT_EQ(hit["title"], "Harbour opens");
  EXPECT_EQ(hit["date"], "2024-05-01");
  EXPECT_TRUE(hit["url"].is_null());
  EXPECT_EQ(keys(hit["snippet"]),
            (std::vector<std::string>{"text", "begin", "end", "field", "marks"}));
  EXPECT_EQ(keys(hit["matches"][0]),
            (std::vector<std::string>{"what", "term", "name", "field", "begin", "end"}));
  EXPECT_EQ(keys(answer.summary()),
            (std::vector<std::string>{"count", "exact", "seconds", "warnings", "facets", "folded",
                                      "commit", "degraded", "cursor", "did_you_mean"}));
  EXPECT_EQ(answer.summary()["facets"]["source"][0], Json::array({"Harbour Post", 1}));
}

TEST_F(Contract, AQueryWordMayBeginWithADash) {
  EXPECT_THAT(run("search", {index_, "harbour", "-egypt", "--json"}).ids(),
              testing::ElementsAre("a"));
  EXPECT_THAT(run("search", {index_, "--json", "--", "harbour", "-egypt"}).ids(),
              testing::ElementsAre("a"));
  EXPECT_THAT(run("search", {index_, "harbour", "-source:harbour-press", "--json"}).ids(),
              testing::SizeIs(2));
}

TEST_F(Contract, TopAndOffsetAndCursorPage) {
  const Output first = run("search", {index_, "harbour", "--top", "1", "--json"});
  ASSERT_EQ(first.ids().size(), 1u);
  EXPECT_EQ(first.summary()["count"], 2);
  const std::string cursor = first.summary()["cursor"];
  const Output second =
      run("search", {index_, "harbour", "--top", "1", "--after", cursor, "--json"});
  ASSERT_EQ(second.ids().size(), 1u);
  EXPECT_NE(first.ids(), second.ids());
  EXPECT_TRUE(second.summary()["cursor"].is_null());
  EXPECT_EQ(run("search", {index_, "harbour", "--offset", "1", "--json"}).ids(), second.ids());
}

TEST_F(Contract, StatusTellsUsageFromErrors) {
  EXPECT_EQ(run("search", {index_}).status, 2);
  EXPECT_EQ(run("search", {index_, "a", "--top", "many"}).status, 2);
  EXPECT_EQ(run("search", {index_, "a", "--sort", "size"}).status, 2);
  EXPECT_EQ(run("check", {index_, "--nonsense"}).status, 2);
  EXPECT_EQ(run("search", {folder_ + "/absent.index", "a"}).status, 1);
  EXPECT_EQ(run("search", {index_, "a", "--top", "100000"}).status, 2);
  EXPECT_EQ(run("search", {index_, "a", "--top", "9000", "--offset", "9000"}).status, 1);
  EXPECT_EQ(run("search", {index_, "nothing", "like", "this"}).status, 0);
  EXPECT_EQ(run("search", {index_, "harbour (", "--strict", "--json"}).status, 3);
  EXPECT_EQ(run("search", {"--help"}).status, 0);
}

TEST_F(Contract, RemoveTellsWhatItDidNotKnow) {
  const Output removed = run("remove", {index_, "a", "zzz", "--json"});
  EXPECT_EQ(removed.summary(), Json::parse(R"({"removed":1,"unknown":["zzz"]})"));
  EXPECT_THAT(run("search", {index_, "harbour", "--json"}).ids(), testing::ElementsAre("b"));
  EXPECT_EQ(run("show", {index_, "a"}).status, 1);
}

TEST_F(Contract, RebuildAnswersTheSame) {
  const std::string again = folder_ + "/again.index";
  ASSERT_EQ(run("rebuild", {index_, again, "--json"}).summary()["articles"], 2);
  EXPECT_EQ(run("search", {again, "harbour", "--json"}).ids(),
            run("search", {index_, "harbour", "--json"}).ids());
  EXPECT_EQ(run("show", {again, "a", "--json"}).out, run("show", {index_, "a", "--json"}).out);
}

// The files of the newest commit: its manifest, and those that this names.  Others are of the commit
// before, kept for readers that are still opening it; `check` says nothing of it.
std::vector<fs::path> files_of_newest_commit(const fs::path& index) {
  fs::path manifest;
  for (const auto& entry : fs::directory_iterator(index)) {
    if (entry.path().filename().string().starts_with("manifest-")) {
      manifest = std::max(manifest, entry.path());
    }
  }
  std::ifstream in(manifest);
  std::string line;
  std::getline(in, line);
  std::vector<fs::path> files{manifest};
  const Json commit = Json::parse(line);
  const auto take = [&](const Json& file) {
    files.push_back(index / file["name"].get<std::string>());
  };
  for (const Json& file : commit["recipe"]) take(file);
  for (const Json& file : commit["derived"]) take(file);
  for (const Json& segment : commit["segments"]) {
    for (const Json& file : segment["files"]) take(file);
    if (segment.contains("removed_file")) take(segment["removed_file"]);
  }
  return files;
}

TEST_F(Contract, CheckFindsAFlippedByteInAnyFile) {
  EXPECT_EQ(run("check", {index_, "--json"}).status, 0);
  const auto files = files_of_newest_commit(index_);
  EXPECT_GT(files.size(), 8u);
  for (const fs::path& path : files) {
    const auto size = fs::file_size(path);
    if (size == 0) continue;
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    const auto middle = static_cast<std::streamoff>(size / 2);
    file.seekg(middle);
    const char byte = static_cast<char>(file.get());
    file.seekp(middle);
    file.put(static_cast<char>(byte ^ 1));
    file.flush();
    const Output checked = run("check", {index_, "--json"});
    EXPECT_EQ(checked.status, 1) << path;
    EXPECT_FALSE(checked.summary()["ok"]) << path;
    file.seekp(middle);
    file.put(byte);
    file.close();
  }
  EXPECT_TRUE(run("check", {index_, "--json"}).summary()["ok"]);
}

TEST_F(Contract, ShowKeepsUnknownKeysAndRanges) {
  const Json article = run("show", {index_, "a", "--json"}).lines().front()["article"];
  EXPECT_EQ(article["extra"]["desk"], "river");
  EXPECT_EQ(article["title"]["text"], "Harbour opens");
  EXPECT_TRUE(article["title"]["begin"].is_null());
  EXPECT_EQ(article["blocks"][0]["role"], "body");
  EXPECT_EQ(article["text"], "The harbour of Izmail opened again.");
}

TEST_F(Contract, EvaluateMeasuresAndWritesRuns) {
  write("q.tsv", "1\tharbour izmail\n2\tgrain\n3\tnothing judged\n");
  write("r.tsv", "1\ta\t2\n1\tb\t0\n2\tb\t1\n");
  const Output output = run("evaluate", {index_, folder_ + "/q.tsv", folder_ + "/r.tsv", "--json",
                                         "--run", folder_ + "/run"});
  EXPECT_EQ(output.summary()["queries"], 2);
  EXPECT_EQ(output.summary()["ndcg10"], 1.0);
  EXPECT_EQ(output.summary()["map"], 1.0);
  EXPECT_EQ(output.summary()["low"]["ndcg10"], 1.0);
  const Json alone = run("evaluate", {index_, folder_ + "/q.tsv", "--json"}).summary();
  EXPECT_EQ(alone["queries"], 3);
  EXPECT_TRUE(alone["map"].is_null());
  EXPECT_TRUE(alone["low"]["ndcg10"].is_null());
  std::ifstream run_file(folder_ + "/run");
  std::string line;
  ASSERT_TRUE(std::getline(run_file, line));
  EXPECT_THAT(line, testing::MatchesRegex("1 Q0 a 1 [0-9.]+ dateline"));
}

TEST_F(Contract, ActorAndTopicAnswersBeginWithWhatWasUnderstood) {
  const Json actor = run("actor_search", {index_, "Egypt", "--json"}).lines().front()["actor"];
  EXPECT_EQ(keys(actor), (std::vector<std::string>{"id", "name", "kind", "provisional", "names",
                                                   "offices", "articles", "mentions", "candidates",
                                                   "confidence", "first_seen", "last_seen"}));
  const Json topic = run("topic_search", {index_, "Ceasefire", "--json"}).lines().front()["topic"];
  EXPECT_EQ(topic["id"], "ceasefire");
  EXPECT_EQ(topic["by"], "name");
  const Json words =
      run("topic_search", {index_, "grain ships", "--json"}).lines().front()["topic"];
  EXPECT_EQ(words["by"], "words");
  EXPECT_EQ(words["articles"], 1);
}

}  // namespace
}  // namespace examples_test
