// A writer that is killed at its n-th call that writes.
#include "reliability/calls.hpp"
#include "reliability/trial.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

namespace dateline::reliability {
namespace {

namespace fs = std::filesystem;

class KillCalls : public ::testing::Test {
 protected:
  KillCalls() : recipe_(Recipe::load(write_recipe(folder_ / "recipe"))) {}

  // The last commit that `action` told of before its call `at`; it starts from a copy of `from`.
  template <class Action>
  bool survives(std::uint64_t at, int& told, Action action) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const int status = in_a_process([&] {
      begin({.folder = path().string(), .at = at, .fault = Fault::kKill});
      action([&](int commit) {
        if (::write(ends[1], &commit, sizeof commit) != sizeof commit) ::_exit(2);
      });
    });
    ::close(ends[1]);
    for (int commit = 0; ::read(ends[0], &commit, sizeof commit) == sizeof commit;) told = commit;
    ::close(ends[0]);
    EXPECT_TRUE(status == 0 || status == 256 + SIGKILL) << status;
    return status == 0;
  }
  // How many calls there are.
  template <class Action>
  std::uint64_t count(Action action) {
    begin({.folder = path().string()});
    action([](int) {});
    return end();
  }
  fs::path path() const { return folder_ / "index"; }

  TempFolder folder_;
  Recipe recipe_;
};

TEST_F(KillCalls, AWriterLeavesAWholeCommitAndTheNextOneGoesOn) {
  const fs::path base = folder_ / "base";
  make_index(base, recipe_);
  const auto copy = [&] {
    fs::remove_all(path());
    fs::copy(base, path(), fs::copy_options::recursive);
  };
  copy();
  const auto action = [&](const auto& tell) { work(path(), tell); };
  const std::uint64_t calls = count(action);
  EXPECT_GT(calls, 50u);
  for (std::uint64_t at = 1; at <= calls && !HasFailure(); at = after(at, calls)) {
    SCOPED_TRACE("killed at call " + std::to_string(at) + " of " + std::to_string(calls));
    copy();
    int told = kBefore;
    survives(at, told, action);
    expect_whole(path(), told, kAfter);
  }
}

TEST_F(KillCalls, AgainWhileTheNextWriterGoesOnLeavesAWholeCommit) {
  const fs::path base = folder_ / "base";
  const fs::path crashed = folder_ / "crashed";
  make_index(base, recipe_);
  const auto copy = [&](const fs::path& from, const fs::path& to) {
    fs::remove_all(to);
    fs::copy(from, to, fs::copy_options::recursive);
  };
  const auto step = [](std::uint64_t count) {
    return is_full() ? 1 : 1 + count / (kIsSanitized ? 2 : 23);
  };
  const auto action = [&](const auto& tell) { work(path(), tell); };
  copy(base, path());
  const std::uint64_t calls = count(action);
  for (std::uint64_t at = 2; at <= calls && !HasFailure(); at += step(calls)) {
    copy(base, path());
    int told = kBefore;
    survives(at, told, action);
    copy(path(), crashed);
    if (flow::articles_in(path()) != flow::articles_after(told)) ++told;  // published, not yet told
    const auto go_on = [&](const auto& tell) {
      Index index = Index::open(path());
      for (int commit = told + 1; commit <= kAfter; ++commit) {
        flow::run_commit(index, commit);
        tell(commit);
      }
      index.merge();
    };
    const std::uint64_t calls_again = count(go_on);
    for (std::uint64_t again = 1; again <= calls_again && !HasFailure();
         again += step(calls_again)) {
      SCOPED_TRACE("killed at call " + std::to_string(at) + ", then at " + std::to_string(again));
      copy(crashed, path());
      int told_again = told;
      survives(again, told_again, go_on);
      expect_whole(path(), told_again, kAfter);
    }
  }
}

TEST_F(KillCalls, ABuildLeavesNothingOrAWholeCommit) {
  const auto action = [&](const auto& tell) { build(path(), recipe_, tell); };
  const std::uint64_t calls = count(action);
  for (std::uint64_t at = 1; at <= calls && !HasFailure(); at = after(at, calls)) {
    SCOPED_TRACE("killed at call " + std::to_string(at) + " of " + std::to_string(calls));
    fs::remove_all(path());
    int told = -1;
    survives(at, told, action);
    try {
      Index::open(path());
    } catch (const Error& error) {
      ASSERT_EQ(error.code(), ErrorCode::kNotFound) << error.what();
      ASSERT_EQ(told, -1);
      Index::create(path(), recipe_);  // what was begun is no obstacle
    }
    expect_whole(path(), std::max(told, 0), 2);
  }
}

}  // namespace
}  // namespace dateline::reliability
