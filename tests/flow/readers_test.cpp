// Sixteen readers, in threads and in processes, beside a writer that commits and merges: each sees one
// commit whole, answers as the plainest engine does for that commit, and never an older one again.
#include "analysis/plan.hpp"
#include "flow/workload.hpp"
#include "index/sample.hpp"
#include "reference/reference_engine.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <thread>

namespace dateline::flow {
namespace {

using Answers = std::vector<std::vector<std::pair<std::string, double>>>;

constexpr int kReaders = 8;  // as threads, and as many as processes
constexpr const char* kAsked[] = {"ceasefire talks", "\"talks in version7\"",
                                  "version9 OR version1*", "article3 -version5",
                                  "talks NEAR/5 ukraine"};

int commits() {
  return std::getenv("DATELINE_FULL") != nullptr ? 3000 : 700;
}

// A commit: its articles, and what the plainest engine answers.
struct State {
  Articles articles;
  Answers answers;
};

// The states after 0, 1, ... commits.
std::vector<State> states_of(const Recipe& recipe) {
  reference::Engine engine(recipe.data());
  analysis::Analyzer analyzer(recipe.data().terms());
  const auto no_topic = [](std::string_view) { return std::optional<analysis::NamedTopic>(); };
  std::vector<analysis::TermTree> trees;
  for (const char* asked : kAsked) {
    trees.push_back(analysis::plan(parse_query(asked).query,
                                   {&analyzer, &recipe.data().actors(), no_topic, {"en"}, {}})
                        .tree);
  }
  std::vector<State> states(1);
  states.front().answers.resize(std::size(kAsked));
  for (int commit = 1; commit <= commits(); ++commit) {
    change(
        commit, [&](Article&& article) { engine.put(article); },
        [&](const std::string& id) { engine.remove(id); });
    State& state = states.emplace_back();
    state.articles = articles_after(commit);
    for (const auto& tree : trees) state.answers.push_back(engine.rank(tree));
  }
  return states;
}

class Reader {
 public:
  Reader(std::filesystem::path path, const std::vector<State>& states)
      : path_(std::move(path)), states_(states) {}

  // Opens the newest commit and asks it; then the one that it has held since before.  What is wrong;
  // empty: nothing.
  std::string ask() {
    Searcher searcher = Searcher::open(path_);
    Articles found;
    searcher.for_each_article([&](Article&& article) { found[article.id] = article.text; });
    const std::size_t before = seen_;
    while (seen_ < states_.size() && states_[seen_].articles != found) ++seen_;
    if (seen_ == states_.size()) return "a state that never was, or an older one again";
    if (answers(searcher) != states_[seen_].answers)
      return "another answer than the plainest engine's";
    if (held_ && answers(*held_) != states_[held_state_].answers) return "a snapshot has changed";
    if (!held_ || seen_ > before + 3) {
      held_ = std::move(searcher);
      held_state_ = seen_;
    }
    return {};
  }
  std::size_t seen() const { return seen_; }

 private:
  static Answers answers(const Searcher& searcher) {
    Answers all;
    for (const char* asked : kAsked) all.push_back(searcher.rank(parse_query(asked).query, 100));
    return all;
  }

  std::filesystem::path path_;
  const std::vector<State>& states_;
  std::size_t seen_ = 0;
  std::optional<Searcher> held_;
  std::size_t held_state_ = 0;
};

pid_t in_a_process(const std::function<std::string()>& action) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  std::string wrong;
  try {
    wrong = action();
  } catch (const std::exception& error) {
    wrong = error.what();
  }
  if (!wrong.empty()) std::fprintf(stderr, "%s\n", wrong.c_str());
  ::_exit(wrong.empty() ? 0 : 1);
}

// Until the last commit is seen; behind the writer in the queue for a processor, or sixteen readers
// would hold it up for minutes.
std::string read_all(const std::filesystem::path& path, const std::vector<State>& states) {
  ::setpriority(PRIO_PROCESS, 0, 10);  // of this thread
  Reader reader(path, states);
  while (reader.seen() + 1 < states.size()) {
    if (const std::string wrong = reader.ask(); !wrong.empty()) return wrong;
  }
  return {};
}

std::string write_all(const std::filesystem::path& path) {
  Index index = Index::open(path);
  for (int commit = 1; commit <= commits(); ++commit) {
    run_commit(index, commit);
    if (commit % 7 == 0) index.merge();
  }
  return {};
}

TEST(Readers, InThreadsAndProcessesSeeWholeCommitsBesideAWriter) {
  const TempFolder folder;
  const auto path = folder / "index";
  const Recipe recipe = Recipe::load(write_recipe(folder / "recipe"));
  const std::vector<State> states = states_of(recipe);
  Index::create(path, recipe);
  std::vector<pid_t> children{in_a_process([&] { return write_all(path); })};
  for (int i = 0; i < kReaders; ++i) {
    children.push_back(in_a_process([&] { return read_all(path, states); }));
  }
  std::vector<std::string> wrong(kReaders);
  std::vector<std::thread> threads;
  for (std::string& mine : wrong) {
    threads.emplace_back([&] {
      try {
        mine = read_all(path, states);
      } catch (const std::exception& error) {
        mine = error.what();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& each : wrong) EXPECT_EQ(each, "");
  for (const pid_t child : children) {
    int status = 0;
    EXPECT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
  }
}

}  // namespace
}  // namespace dateline::flow
