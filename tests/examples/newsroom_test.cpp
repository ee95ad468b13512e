// Programs that tell what about, where else and when: stories folded, timelines, terms, alerts, reports.
#include "examples/program.hpp"
#include "source_dir.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

namespace examples_test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class Newsroom : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = scratch("newsroom");
    index_ = folder_ + "/news.index";
    ASSERT_EQ(run("index_articles", {index_, source_dir() + "/indexes/news/articles"}).status, 0);
  }

  std::string read(const std::string& name) const {
    std::ostringstream text;
    text << std::ifstream(folder_ + "/" + name, std::ios::binary).rdbuf();
    return text.str();
  }

  std::string folder_;
  std::string index_;
};

TEST_F(Newsroom, SearchFoldsAStoryForPeopleAndOnDemand) {
  const std::string query = "Okafor-Lyng";
  const Output all = run("search", {index_, query, "--json"});
  EXPECT_EQ(all.summary()["folded"], 0);
  const auto ids = all.ids();
  EXPECT_THAT(ids, testing::IsSupersetOf({"hp-250225-vote", "mw-250224-vote"}));
  EXPECT_EQ(all.lines()[0]["story"], "mw-250224-vote");
  const Output folded = run("search", {index_, query, "--json", "--fold"});
  EXPECT_EQ(folded.summary()["folded"], 1);
  EXPECT_EQ(folded.ids().size(), ids.size() - 1);
  EXPECT_THAT(run("search", {index_, query}).out, HasSubstr("+1 reprint"));
  EXPECT_THAT(run("search", {index_, query, "--no-fold"}).out, Not(HasSubstr("+1 reprint")));
}

TEST_F(Newsroom, TimelineCountsEveryHitOnce) {
  const auto hits = run("search", {index_, "ukraine", "--json", "--top", "100"});
  for (const char* by : {"day", "week", "month", "year"}) {
    const Output told = run("timeline", {index_, "ukraine", "--by", by, "--json"});
    std::uint64_t sum = 0;
    for (const Json& line : told.lines()) {
      if (line.contains("bucket")) sum += line["bucket"]["count"].get<std::uint64_t>();
    }
    EXPECT_EQ(sum, hits.summary()["count"]);
  }
  const Output month = run("timeline", {index_, "Okafor-Lyng", "--json"});
  EXPECT_EQ(month.lines()[0]["bucket"].dump(), R"({"date":"2025-02","count":2,"folded":1})");
}

TEST_F(Newsroom, TimelineDrawsBars) {
  const std::string svg = folder_ + "/a.svg";
  const Output told = run("timeline", {index_, "ukraine", "--svg", svg});
  EXPECT_THAT(told.out, HasSubstr("█"));
  EXPECT_THAT(read("a.svg"), HasSubstr("<svg xmlns"));
  EXPECT_THAT(read("a.svg"), HasSubstr("<title>"));
  EXPECT_EQ(run("timeline", {index_, "ukraine", "--svg", folder_ + "/no/a.svg"}).status, 1);
}

TEST_F(Newsroom, SignificantTermsComeWithBothCounts) {
  const Output told = run("significant", {index_, "topic:ceasefire", "--json"});
  ASSERT_EQ(told.status, 0);
  for (const Json& line : told.lines()) {
    if (line.contains("summary")) continue;
    const Json& one = line.contains("term") ? line["term"] : line["actor"];
    EXPECT_LE(one["here"], one["everywhere"]);
    EXPECT_LE(one["here"], told.summary()["count"]);
    EXPECT_GT(one["score"], 0);
  }
}

TEST_F(Newsroom, AlertsAreKeptAndToldOf) {
  EXPECT_EQ(run("alerts", {index_, "add", "barges", "barges", "OR", "izmail", "--json"}).status, 0);
  EXPECT_EQ(run("alerts", {index_, "add", "barges", "x"}).status, 1);
  const std::string more = folder_ + "/more.jsonl";
  std::ofstream(more) << R"({"id":"new","text":"Three barges left Izmail."})"
                      << "\n";
  const Output updated = run("index_articles", {index_, more, "--update", "--json"});
  EXPECT_EQ(updated.lines()[0].dump(),
            R"({"alert":{"name":"barges","query":"barges OR izmail","articles":1,"new":["new"]}})");
  const Json listed = run("alerts", {index_, "list", "--json"}).lines()[0]["alert"];
  EXPECT_EQ(listed["name"], "barges");
  EXPECT_GE(listed["articles"], 2);
  EXPECT_EQ(run("alerts", {index_, "remove", "barges"}).status, 0);
  EXPECT_EQ(run("alerts", {index_, "remove", "barges"}).status, 1);
  EXPECT_EQ(run("alerts", {index_, "brew"}).status, 2);
}

class ReportPage : public Newsroom {
 protected:
  void SetUp() override {
    Newsroom::SetUp();
    const Output told =
        run("report", {index_, "ukraine", "--html", folder_ + "/page.html", "--json"});
    ASSERT_EQ(told.status, 0);
    page_ = read("page.html");
    ASSERT_EQ(told.summary()["bytes"], page_.size());
  }

  std::vector<std::string> all(const std::string& pattern) const {
    std::vector<std::string> found;
    const std::regex wanted(pattern);
    for (std::sregex_iterator at(page_.begin(), page_.end(), wanted), end; at != end; ++at) {
      found.push_back((*at)[1]);
    }
    return found;
  }

  std::string page_;
};

TEST_F(ReportPage, NeedsNothingElse) {
  for (const char* foreign : {"<script", "<link", "<iframe", "<img", "@import", "url(", " src="}) {
    EXPECT_THAT(page_, Not(HasSubstr(foreign)));
  }
}

TEST_F(ReportPage, SaysWhoSaidWhat) {
  const std::string quotes = page_.substr(page_.find("<h2 id=\"quotes\">"));
  EXPECT_THAT(quotes, testing::ContainsRegex("<strong>[^<]+</strong>"));
  EXPECT_THAT(quotes, HasSubstr("<blockquote>“"));
}

TEST_F(ReportPage, HasLinksThatResolve) {
  const auto ids = all(" id=\"([^\"]*)\"");
  const std::set<std::string> known(ids.begin(), ids.end());
  EXPECT_EQ(known.size(), ids.size());
  for (const std::string& link : all("href=\"([^\"]*)\"")) {
    EXPECT_TRUE(link.starts_with("https://") || link.starts_with("http://") ||
                known.contains(link.substr(1)))
        << link;
  }
  for (const std::string& label : all("aria-labelledby=\"([^\"]*)\"")) {
    EXPECT_TRUE(known.contains(label)) << label;
  }
}

TEST_F(ReportPage, CanBeReadAloudAndWithoutColour) {
  EXPECT_EQ(all("<h(1)").size(), 1u);
  EXPECT_EQ(all("<(svg)").size(), all("<svg[^>]*role=\"img\" aria-label=\"([^\"]+)\"").size());
  EXPECT_FALSE(all("<(mark)>").empty());
  EXPECT_THAT(
      page_,
      HasSubstr(
          "mark{background:var(--mark);color:inherit;font-weight:600;text-decoration:underline}"));
  EXPECT_THAT(page_, HasSubstr("<html lang=\"en\">"));
}

TEST_F(ReportPage, DoesNotOverflowInABrowser) {
  if (std::system("command -v chromium >/dev/null 2>&1") != 0) GTEST_SKIP() << "chromium is absent";
  // The page tells its own width in the title, which the browser prints.
  const std::string probe =
      page_ +
      "<script>document.title='wide '+(document.documentElement.scrollWidth>innerWidth)</script>";
  std::ofstream(folder_ + "/probe.html") << probe;
  for (const char* size : {"360,800", "1400,900"}) {
    const std::string command =
        "timeout 120 chromium --headless --no-sandbox --disable-gpu "
        "--disable-background-networking --user-data-dir='" +
        folder_ + "/browser' --window-size=" + size + " --dump-dom 'file://" + folder_ +
        "/probe.html' > '" + folder_ + "/dom.html' 2>/dev/null";
    if (std::system(command.c_str()) != 0) GTEST_SKIP() << "chromium does not run here";
    EXPECT_THAT(read("dom.html"), HasSubstr("<title>wide false</title>")) << size;
  }
}

TEST_F(ReportPage, TakesAnyQuery) {
  for (const char* query : {"<b>&\"'", "zzzzunheard", "date:2025-02"}) {
    const Output told = run("report", {index_, query, "--html", folder_ + "/b.html"});
    EXPECT_EQ(told.status, 0) << query;
    EXPECT_THAT(read("b.html"), Not(HasSubstr("<b>")));
  }
  EXPECT_EQ(run("report", {index_, "a"}).status, 2);
}

}  // namespace
}  // namespace examples_test
