// A writer that dies at any moment: what it acknowledged is there, the rest all or nothing.
#include "flow/workload.hpp"
#include "index/sample.hpp"

#include <dateline/index.hpp>

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <random>
#include <thread>

namespace dateline::flow {
namespace {

constexpr int kKills = 100;
constexpr int kMostMicroseconds = 30'000;

// Goes on with the workload for ever; tells each commit that has returned.
[[noreturn]] void write_until_killed(const std::filesystem::path& path, int done, int acknowledge) {
  try {
    Index index = Index::open(path);
    for (int commit = done + 1;; ++commit) {
      run_commit(index, commit);
      if (commit % 5 == 0) index.merge();
      if (::write(acknowledge, &commit, sizeof commit) != sizeof commit) ::_exit(2);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  ::_exit(3);
}

// Starts a writer, lets it tell of some commits, kills it after a while, and returns the last commit
// that it told of.
int kill_one(const std::filesystem::path& path, int done, int commits,
             std::chrono::microseconds after) {
  int ends[2];
  EXPECT_EQ(::pipe(ends), 0);
  const pid_t child = ::fork();
  if (child == 0) write_until_killed(path, done, ends[1]);
  ::close(ends[1]);
  for (; commits > 0 && ::read(ends[0], &done, sizeof done) == sizeof done; --commits) continue;
  std::this_thread::sleep_for(after);
  EXPECT_EQ(::kill(child, SIGKILL), 0);
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself: " << status;
  for (int commit = 0; ::read(ends[0], &commit, sizeof commit) == sizeof commit;) done = commit;
  ::close(ends[0]);
  return done;
}

TEST(Kill, AtAnyMomentLeavesAWholeCommitAndTheNextWriterGoesOn) {
  const TempFolder folder;
  const auto path = folder / "index";
  Index::create(path, Recipe::load(write_recipe(folder / "recipe")));
  std::mt19937 random(7);
  int done = 0;
  for (int i = 0; i < kKills && !::testing::Test::HasFailure(); ++i) {
    const auto after = std::chrono::microseconds(random() % kMostMicroseconds);
    done = kill_one(path, done, i % 4, after);
    const Articles found = articles_in(path);
    const bool one_more = found != articles_after(done);  // published, not yet told
    done += one_more ? 1 : 0;
    EXPECT_EQ(found, articles_after(done)) << "after kill " << i << " at commit " << done;
    EXPECT_TRUE(check_index(path).ok);
  }
  EXPECT_GT(done, kKills / 2);  // most writers got somewhere
}

}  // namespace
}  // namespace dateline::flow
