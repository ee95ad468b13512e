// Queries and articles that would kill a careless engine: each gives an answer, a note or a clear error,
// within bounded memory.  A row that takes for ever meets the time limit of all tests.
#include "reliability/trial.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <limits>
#include <set>

namespace dateline::reliability {
namespace {

namespace fs = std::filesystem;

// Beyond the 64 MiB of a search: what one of the threads' first allocations reserves (glibc's arenas).
constexpr std::size_t kSearchBytes = std::size_t{192} << 20;

std::string times(std::size_t count, std::string_view text) {
  std::string all;
  all.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

// So that what is beyond fails.
void take_at_most(std::size_t more) {
  if (kIsSanitized) return;  // it reserves terabytes
  std::size_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  const rlim_t bytes = pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) + more;
  const struct rlimit limit = {bytes, bytes};
  ::setrlimit(RLIMIT_AS, &limit);
}

enum Fate { kAnswered = 0, kNoted = 10, kRefused };

class Deaths : public ::testing::Test {
 protected:
  Deaths() {
    Index index = Index::create(path(), Recipe::load(write_recipe(folder_ / "recipe")));
    std::string words;
    for (int i = 0; i < 3000; ++i) words += "wide" + std::to_string(1000 + i) + ' ';
    index.put(make_article("wide", words));
    index.put(make_article("stops", times(20000, "the of a to in ")));
    for (int i = 0; i < 50; ++i) {
      index.put(make_article("a" + std::to_string(i), "Ceasefire talks in Kyiv, said Jane Doe."));
    }
    index.commit();
  }
  fs::path path() const { return folder_ / "index"; }
  // In a process of its own, with so much memory more than it has.
  static int outcome(std::size_t memory, const std::function<Fate()>& action) {
    return in_a_process([&] {
      take_at_most(memory);
      try {
        ::_exit(action());
      } catch (const Error& error) {
        const ErrorCode code = error.code();
        ::_exit(code == ErrorCode::kLimit || code == ErrorCode::kInvalid ? kRefused : 1);
      }
    });
  }

  TempFolder folder_;
};

struct QueryRow {
  const char* name;
  std::string text;
  Fate expected;
  std::size_t top = 10;
  std::size_t offset = 0;
};

TEST_F(Deaths, OfQueriesAreAnswersNotesOrRefusals) {
  constexpr std::size_t kHuge = std::numeric_limits<std::size_t>::max();
  const std::vector<QueryRow> rows = {
      {"a beginning that 3,000 words have", "wide*", kNoted},
      {"stars alone", times(2000, "* "), kNoted},
      {"one letter and a star", times(500, "w* t* c* "), kNoted},
      {"stars and marks within", "w*i?e*1*0?0*", kAnswered},
      {"a thousand question marks", times(1000, "?") + " w" + times(1000, "*?"), kNoted},
      {"more than 64 KiB", times(20000, "talks "), kNoted},
      {"more than 1,024 terms", times(1100, "a1 "), kNoted},
      {"a word of 60,000 letters", times(60000, "x"), kAnswered},
      {"a slip in a word of 60,000 letters", times(60000, "x") + "~2", kAnswered},
      {"a thousand slips", times(500, "talsk~2 "), kAnswered},
      {"300,000 brackets", times(300000, "("), kNoted},
      {"nested 1,000 deep", times(1000, "(a OR ") + "b" + times(1000, ")"), kNoted},
      {"NOT NOT NOT", times(10000, "NOT ") + "talks", kAnswered},
      {"a phrase of stop words", "\"" + times(60, "the of a to in ") + "\"", kAnswered},
      {"stop words near each other", "the NEAR/1000 of NEAR/1000 a NEAR/1000 to NEAR/1000 in",
       kAnswered},
      {"a thousand times near", times(1000, "the NEAR/9 ") + "of", kNoted},
      {"a distance beyond all numbers", "talks NEAR/99999999999999999999 kyiv", kNoted},
      {"weights beyond all numbers", "talks^1e999 kyiv^-1 doe^nan said^0", kNoted},
      {"dates beyond all time", "date:99999999999999999999 since:-5 until:2025-99-99", kNoted},
      {"a range that is backwards", "date:2025..1999 talks", kNoted},
      {"NUL and what is no UTF-8", std::string("talks \0\xff\xfe \xed\xa0\x80 \xf5", 16),
       kAnswered},
      {"100,000 marks on a letter", "e" + times(30000, "\u0301"), kAnswered},
      {"a ligature that grows", times(5000, "\uFDFA"), kAnswered},
      {"directions and joiners", times(3000, "\u202E\u200D\u2066a "), kNoted},
      {"Thai without an end", times(7000, "ไทย"), kAnswered},
      {"quotes that do not close", times(1001, "\""), kAnswered},
      {"fields of fields", times(300, "title:caption:") + "a", kNoted},
      {"hundreds of actors", times(300, "actor:doe person:\"Jane Doe\" "), kNoted},
      {"expansion of an expansion", times(200, "about:(") + "talks" + times(200, ")"), kNoted},
      {"ten thousand hits", "talks", kAnswered, 10000},
      {"one hit too many", "talks", kRefused, 10001},
      {"as many as there are numbers", "talks", kRefused, kHuge, kHuge},
      {"behind the last number", "talks", kRefused, 2, kHuge - 1},
  };
  const Searcher searcher = Searcher::open(path());
  for (const QueryRow& row : rows) {
    const int found = outcome(kSearchBytes, [&] {
      SearchOptions options;
      options.top = row.top;
      options.offset = row.offset;
      options.facets = true;
      return searcher.search(row.text, options).warnings.empty() ? kAnswered : kNoted;
    });
    // Whether there is a note is a matter of taste where nothing was left out.
    const bool may_be_noted = row.expected == kAnswered && found == kNoted;
    EXPECT_TRUE(found == row.expected || may_be_noted) << row.name << ": " << found;
  }
}

TEST_F(Deaths, OfTreesThatProgramsMakeAreAnswersOrRefusals) {
  const Searcher searcher = Searcher::open(path());
  Query deep = ask::words("talks");
  for (int i = 0; i < 2000; ++i) deep = !std::move(deep);
  for (const Query& query : {deep, ask::fuzzy(times(50000, "x"), 2),
                             ask::near(ask::words("the"), ask::words("of"), 4000000000u)}) {
    const int found = outcome(kSearchBytes, [&] {
      searcher.search(query);
      return kAnswered;
    });
    EXPECT_TRUE(found == kAnswered || found == kRefused) << found;
  }
}

struct ArticleRow {
  const char* name;
  std::string text;
  Fate expected = kAnswered;
};

TEST_F(Deaths, OfArticlesAreIndexedOrRefused) {
  const std::vector<ArticleRow> rows = {
      {"a word of a megabyte", times(1 << 20, "x")},
      {"verbs without an end", "Smith " + times(60000, "came and ") + "said that it rained."},
      {"verbs without a subject", times(60000, "said and ")},
      {"speech within speech", "Smith said that " + times(60000, "Smith said ") + "it rained."},
      {"marks without an end", "e" + times(200000, "\u0301")},
      {"apostrophes without an end", times(100000, "a'")},
      {"Thai without an end", times(20000, "ไทยภาษา")},
      {"Han without an end", times(30000, "中国政府")},
      {"a ligature that grows", times(50000, "\uFDFA ")},
      {"NULs", std::string(100000, '\0') + "x"},
      {"directions and joiners", times(30000, "\u202E\u200D\u200B\u2066")},
      {"paragraphs of nothing", times(100000, "a\n\n")},
      {"brackets and quotes", times(100000, "(\"[“")},
      {"names without an end", times(30000, "Jane Doe of ")},
      {"quotes without an end", times(10000, "\"Talks,\" said Jane Doe, \"")},
      {"dates without an end", times(20000, "On 3 March 2024, ")},
      {"more than 64 MiB", std::string((std::size_t{64} << 20) + 1, 'x'), kRefused},
      {"nothing", "", kRefused},
  };
  const Recipe recipe = Recipe::load(folder_ / "recipe");
  for (const ArticleRow& row : rows) {
    // Fifty times the text, and what a writer reserves.
    const int found = outcome((std::size_t{512} << 20) + 50 * row.text.size(), [&] {
      Index index = Index::create(folder_ / "one", recipe);
      index.put(make_article("a", row.text));
      index.commit();
      const Searcher searcher = Searcher::open(folder_ / "one");
      searcher.search("talks OR x OR jane");
      return searcher.size() == 1 ? kAnswered : kRefused;
    });
    EXPECT_EQ(found, row.expected) << row.name;
    fs::remove_all(folder_ / "one");
  }
}

TEST_F(Deaths, OfFilesAreWarnings) {
  const fs::path inputs = folder_ / "inputs";
  fs::create_directory(inputs);
  write_text(inputs / "sound.txt", "Ceasefire talks.");
  write_text(inputs / "deep.html", times(100000, "<div>") + "deep");  // left out
  write_text(inputs / "entity.html",
             "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><p>x &b;</p>");
  write_text(inputs / "deep.jsonl", "{\"text\":" + times(100000, "["));
  write_text(inputs / "picture.txt",
             std::string("\x89PNG\r\n\x1a\n\0\0\0\1", 12) + std::string(999, '\2'));
  write_text(inputs / "bomb.jsonl.gz",
             std::string("\x1f\x8b\x08\0\0\0\0\0\0\3", 10) + times(99, "\xff"));
  fs::create_symlink("/etc", inputs / "link");
  fs::create_symlink("/etc/passwd", inputs / "passwd.txt");
  ASSERT_EQ(::mkfifo((inputs / "pipe.txt").c_str(), 0600), 0);
  std::set<std::string> ids;
  std::size_t warnings = 0;
  read_articles(
      inputs,
      [&](Article&& article) {
        EXPECT_EQ(article.text.find("root:"), std::string::npos) << article.id;
        ids.insert(article.id);
      },
      [&](Warning&&) { ++warnings; });
  EXPECT_EQ(ids, (std::set<std::string>{"sound", "entity"}));
  EXPECT_GE(warnings, 5u);
}

}  // namespace
}  // namespace dateline::reliability
