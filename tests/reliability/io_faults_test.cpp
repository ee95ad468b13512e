// The n-th call on a file fails: a clear error, the last commit stays, the next attempt works.
#include "reliability/calls.hpp"
#include "reliability/trial.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <iterator>

namespace dateline::reliability {
namespace {

namespace fs = std::filesystem;

struct Row {
  const char* name;
  Fault fault;
  int error;
  bool for_good;
};

constexpr Row kRows[] = {
    {"ReadsAndWritesFail", Fault::kError, EIO, false},
    {"AllReadsAndWritesFail", Fault::kError, EIO, true},
    {"TheDiskIsFull", Fault::kError, ENOSPC, true},
    {"TheQuotaIsUsedUp", Fault::kError, EDQUOT, false},
    {"NoDescriptorIsLeft", Fault::kError, EMFILE, true},
    {"ASignalInterrupts", Fault::kError, EINTR, false},
    {"HalfIsReadOrWritten", Fault::kShort, 0, true},
};

// In the child: 0 is good.
enum Outcome { kGood, kForeign = 11, kLost, kRetryFailed, kSyncedAgain };

class IoFaults : public ::testing::TestWithParam<Row> {
 protected:
  IoFaults() : recipe_(Recipe::load(write_recipe(folder_ / "recipe"))) {
    make_index(base(), recipe_);
  }
  fs::path base() const { return folder_ / "base"; }
  fs::path path() const { return folder_ / "index"; }
  void copy() const {
    fs::remove_all(path());
    fs::copy(base(), path(), fs::copy_options::recursive);
  }
  // Under a sanitizer each fault meets one call, the next fault a later one.
  static std::uint64_t first(std::uint64_t calls) {
    const auto is_this = [](const Row& row) { return row.name == GetParam().name; };
    const auto row = std::find_if(std::begin(kRows), std::end(kRows), is_this) - std::begin(kRows);
    return kIsSanitized ? 1 + calls * static_cast<std::uint64_t>(row) / std::size(kRows) : 1;
  }
  static std::uint64_t step(std::uint64_t calls) { return kIsSanitized ? calls : 1; }
  Plan plan(std::uint64_t at) const {
    return {.folder = path().string(),
            .reads = true,
            .at = at,
            .fault = GetParam().fault,
            .error = GetParam().error,
            .for_good = GetParam().for_good};
  }

  TempFolder folder_;
  Recipe recipe_;
};

// Whether the index is as after the last commit that was told, or the next.
bool is_whole(const fs::path& path, int told) {
  const auto found = flow::articles_in(path);
  return found == flow::articles_after(told) || found == flow::articles_after(told + 1);
}

[[noreturn]] void write_with(const fs::path& path, const Plan& plan) {
  int told = kBefore;
  begin(plan);
  try {
    work(path, [&](int commit) { told = commit; });
  } catch (const Error&) {
  } catch (...) {
    ::_exit(kForeign);
  }
  end();
  if (synced_again()) ::_exit(kSyncedAgain);
  if (!is_whole(path, told)) ::_exit(kLost);
  try {
    Index index = Index::open(path);
    for (int commit = told + 1; commit <= kAfter; ++commit) flow::run_commit(index, commit);
    index.merge();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    ::_exit(kRetryFailed);
  }
  ::_exit(flow::articles_in(path) == flow::articles_after(kAfter) ? kGood : kLost);
}

TEST_P(IoFaults, OfAWriterAreClearErrorsAndTheNextAttemptWorks) {
  copy();
  begin({.folder = path().string(), .reads = true});
  work(path(), [](int) {});
  const std::uint64_t calls = end();
  EXPECT_GT(calls, 100u);
  for (std::uint64_t at = first(calls); at <= calls && !HasFailure(); at += step(calls)) {
    copy();
    ASSERT_EQ(in_a_process([&] { write_with(path(), plan(at)); }), kGood)
        << "call " << at << " of " << calls;
  }
}

[[noreturn]] void build_with(const fs::path& path, const Recipe& recipe, const Plan& plan) {
  int told = -1;
  begin(plan);
  try {
    build(path, recipe, [&](int commit) { told = commit; });
  } catch (const Error&) {
  } catch (...) {
    ::_exit(kForeign);
  }
  end();
  if (synced_again()) ::_exit(kSyncedAgain);
  try {
    try {
      Index::open(path);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::kNotFound || told >= 0) ::_exit(kLost);
      Index::create(path, recipe);  // what was begun is no obstacle
    }
    expect_whole(path, std::max(told, 0), 2);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    ::_exit(kRetryFailed);
  }
  ::_exit(::testing::Test::HasFailure() ? kLost : kGood);
}

TEST_P(IoFaults, OfABuildAreClearErrorsAndTheNextAttemptWorks) {
  begin({.folder = path().string(), .reads = true});
  build(path(), recipe_, [](int) {});
  const std::uint64_t calls = end();
  EXPECT_GT(calls, 100u);
  for (std::uint64_t at = first(calls); at <= calls && !HasFailure(); at += step(calls)) {
    fs::remove_all(path());
    ASSERT_EQ(in_a_process([&] { build_with(path(), recipe_, plan(at)); }), kGood)
        << "call " << at << " of " << calls;
  }
}

std::string answer(const fs::path& path, Io io) {
  OpenOptions options;
  options.io = io;
  const Results results =
      Searcher::open(path, options).search("\"ceasefire talks\" version* -version3");
  std::string text = std::to_string(results.count);
  for (const Hit& hit : results.hits) text += ' ' + hit.id + ' ' + hit.snippet.text;
  return text;
}

[[noreturn]] void ask_with(const fs::path& path, Io io, const Plan& plan,
                           const std::string& expected) {
  begin(plan);
  try {
    if (answer(path, io) != expected) ::_exit(kLost);
  } catch (const Error&) {
  } catch (...) {
    ::_exit(kForeign);
  }
  end();
  ::_exit(answer(path, io) == expected ? kGood : kRetryFailed);
}

TEST_P(IoFaults, OfASearcherAreClearErrorsAndNeverWrongAnswers) {
  copy();
  for (const Io io : {Io::kMap, Io::kRead}) {
    if (io == Io::kRead && GetParam().error != EIO) continue;  // as when mapped
    begin({.folder = path().string(), .reads = true});
    const std::string expected = answer(path(), io);
    const std::uint64_t calls = end();
    EXPECT_GT(calls, 20u);
    for (std::uint64_t at = first(calls); at <= calls && !HasFailure(); at += step(calls)) {
      ASSERT_EQ(in_a_process([&] { ask_with(path(), io, plan(at), expected); }), kGood)
          << "call " << at << " of " << calls << (io == Io::kMap ? ", mapped" : ", read");
    }
  }
}

INSTANTIATE_TEST_SUITE_P(When, IoFaults, ::testing::ValuesIn(kRows),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace dateline::reliability
