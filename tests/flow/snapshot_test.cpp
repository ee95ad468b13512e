// A searcher answers its own commit, whatever a writer does to the folder meanwhile.
#include "base/files.hpp"
#include "flow/workload.hpp"
#include "index/sample.hpp"

#include <dateline/index.hpp>
#include <dateline/searcher.hpp>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

namespace dateline::flow {
namespace {

constexpr int kBefore = 12;
constexpr int kDuring = 50;

// What a searcher says, in every way of asking.
std::string answers(const Searcher& searcher) {
  std::string all = std::to_string(searcher.size());
  for (const char* query : {"ceasefire", "\"ceasefire talks\"", "actor:ukraine", "version9",
                            "topic:ceasefire", "talks NEAR/5 said", "version*"}) {
    SearchOptions options;
    options.top = 100;
    const Results results = searcher.search(query, options);
    all += "\n" + std::string(query) + " " + std::to_string(results.count);
    for (const Hit& hit : results.hits) {
      all += " " + hit.id + " " + std::to_string(hit.score) + " " + hit.snippet.text;
    }
  }
  return all;
}

// Never returns in the other process: nothing of the test may run there.
template <class Action>
pid_t in_another_process(Action action) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  try {
    action();
    ::_exit(0);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    ::_exit(1);
  }
}

class Snapshot : public ::testing::Test {
 protected:
  Snapshot() {
    Index index = Index::create(path(), Recipe::load(write_recipe(folder_ / "recipe")));
    for (int commit = 1; commit <= kBefore; ++commit) run_commit(index, commit);
  }
  std::filesystem::path path() const { return folder_ / "index"; }
  // Another process makes commits, merges, and the deletion of all that was there.
  void change() const {
    const pid_t child = in_another_process([this] {
      Index index = Index::open(path());
      for (int i = 1; i <= kDuring; ++i) run_commit(index, kBefore + i);
      index.merge();
      for (int number = 0; number < 1000; ++number)
        index.remove("article" + std::to_string(number));
      index.commit();
      index.merge();
      index.put(make_article("other", "A ceasefire."));
      index.commit();
      index.put(make_article("other", "Another ceasefire."));
      index.commit();
    });
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_EQ(status, 0);
  }

  TempFolder folder_;
};

TEST_F(Snapshot, AnswersItsOwnCommitInEightThreadsWhenItsFilesAreGone) {
  const std::string expected = answers(Searcher::open(path()));
  const Searcher searcher = Searcher::open(path());  // has never been asked
  const auto before = base::system_files().list(path() / "segments");
  change();
  for (const auto& segment : base::system_files().list(path() / "segments")) {
    EXPECT_EQ(std::count(before.begin(), before.end(), segment), 0) << segment;
  }
  std::vector<std::string> said(8);
  std::vector<std::thread> threads;
  for (std::string& mine : said) {
    threads.emplace_back([&] { mine = answers(searcher); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& mine : said) EXPECT_EQ(mine, expected);
  EXPECT_EQ(Searcher::open(path()).size(), 1u);
}

TEST_F(Snapshot, IsWholeWhileAWriterCommits) {
  const pid_t child = in_another_process([this] {
    Index index = Index::open(path());
    for (int i = 1; i <= kDuring; ++i) run_commit(index, kBefore + i);
  });
  std::vector<Articles> states;
  for (int i = 0; i <= kDuring; ++i) states.push_back(articles_after(kBefore + i));
  std::size_t seen = 0;
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    const Articles found = articles_in(path());
    while (seen < states.size() && states[seen] != found) ++seen;  // never an older one again
    ASSERT_LT(seen, states.size()) << "a state that was never committed, or one that came back";
  }
  EXPECT_EQ(status, 0);
  EXPECT_EQ(articles_in(path()), states.back());
}

}  // namespace
}  // namespace dateline::flow
