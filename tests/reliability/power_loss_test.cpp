// Power is lost at any call of a writer: what it told of is there, the rest all or nothing.
#include "reliability/calls.hpp"
#include "reliability/disk.hpp"
#include "reliability/trial.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace dateline::reliability {
namespace {

namespace fs = std::filesystem;

// What is there opens, or there is nothing.
bool is_index(const fs::path& path) {
  try {
    check_index(path);
    return true;
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kNotFound) << error.what();
    return false;
  }
}

// What was found is a whole commit, the one told of or the next; or nothing where nothing was told of.
void expect_commit(const fs::path& found, int told) {
  if (told < 0 && !is_index(found)) return;
  const auto articles = flow::articles_in(found);
  const bool one_more = articles != flow::articles_after(std::max(told, 0));
  ASSERT_EQ(articles, flow::articles_after(std::max(told, 0) + (one_more ? 1 : 0)))
      << "told of " << told;
  ASSERT_TRUE(check_index(found).ok);
}

// Tries states until `states` are tried, spread over all calls.  `told` is what was told before.
// Every tenth is gone on with.
void try_states(Disk disk, const std::vector<Call>& calls, int told, int last, std::size_t states,
                const fs::path& found) {
  std::mt19937 random(5);
  const auto choose = [&](std::size_t count) { return random() % count; };
  std::size_t tried = 0;
  for (std::size_t i = 0; i < calls.size() && !::testing::Test::HasFailure(); ++i) {
    disk.apply(calls[i]);
    if (calls[i].kind == Kind::kTold) told = static_cast<int>(calls[i].offset);
    for (; tried * calls.size() < states * (i + 1) && !::testing::Test::HasFailure(); ++tried) {
      SCOPED_TRACE("after call " + std::to_string(i) + ", state " + std::to_string(tried));
      write_found(disk.lose_power(choose), found);
      expect_commit(found, told);
      if (tried % 10 == 0 && (told >= 0 || is_index(found))) {
        expect_whole(found, std::max(told, 0), last);
      }
    }
  }
  EXPECT_EQ(tried, states);
}

// All ways to choose, one after the other: the digits of a number that counts up.
class AllChoices {
 public:
  std::size_t choose(std::size_t count) {
    if (at_ == digits_.size()) digits_.push_back({0, count});
    return digits_[at_++].value;
  }
  // False where there is no further way.
  bool next() {
    at_ = 0;
    while (!digits_.empty() && ++digits_.back().value == digits_.back().count) digits_.pop_back();
    return !digits_.empty();
  }

 private:
  struct Digit {
    std::size_t value;
    std::size_t count;
  };
  std::vector<Digit> digits_;
  std::size_t at_ = 0;
};

// Tries every state of the disk after every call, each once, under a sanitizer some.  How many there were.
std::size_t try_all_states(Disk disk, const std::vector<Call>& calls, int told,
                           const fs::path& found) {
  std::set<std::size_t> tried;  // hashes
  for (std::size_t i = 0; i < calls.size() && !::testing::Test::HasFailure(); ++i) {
    SCOPED_TRACE("after call " + std::to_string(i));
    disk.apply(calls[i]);
    if (calls[i].kind == Kind::kTold) told = static_cast<int>(calls[i].offset);
    AllChoices choices;
    do {
      const Found state = disk.lose_power([&](std::size_t count) { return choices.choose(count); });
      std::string all = std::to_string(told);
      for (const auto& [path, bytes] : state) all += '\0' + path + '\0' + bytes.value_or("/");
      if (!tried.insert(std::hash<std::string>()(all)).second) continue;
      if (tried.size() % kStride != 0) continue;  // still counted
      write_found(state, found);
      expect_commit(found, told);
    } while (choices.next() && !::testing::Test::HasFailure());
  }
  return tried.size();
}

std::size_t states_to_try() {
  return (is_full() ? 50000 : 1000) / kStride;
}

// So that a tear at 4 KiB leaves a part of it.
void expect_long_writes(const std::vector<Call>& calls) {
  std::size_t longest = 0;
  for (const Call& call : calls) longest = std::max(longest, call.bytes.size());
  EXPECT_GT(longest, 2 * std::size_t{4096});
}

class PowerLossOf : public ::testing::TestWithParam<TextStore> {};

TEST_P(PowerLossOf, AWriterLeavesWhatItToldOf) {
  const TempFolder folder;
  const fs::path path = folder / "index";
  make_index(path, Recipe::load(write_recipe(folder / "recipe")), GetParam());
  const Disk disk(path);
  begin({.folder = path.string(), .record = true});
  work(path, [](int commit) { tell(static_cast<std::uint64_t>(commit)); });
  end();
  expect_long_writes(recorded());
  try_states(disk, recorded(), kBefore, kAfter, states_to_try() / 2, folder / "found");
}

INSTANTIATE_TEST_SUITE_P(OverBothStores, PowerLossOf,
                         ::testing::Values(TextStore::kWords, TextStore::kXapian),
                         [](const auto& store) {
                           return store.param == TextStore::kWords ? "Words" : "Xapian";
                         });

void record_build(const TempFolder& folder) {
  const fs::path path = folder / "index";
  const Recipe recipe = Recipe::load(write_recipe(folder / "recipe"));
  begin({.folder = path.string(), .record = true});
  build(path, recipe, [](int commit) { tell(static_cast<std::uint64_t>(commit)); });
  end();
}

TEST(PowerLoss, LeavesNothingOrAWholeCommitOfABuild) {
  const TempFolder folder;
  const Disk disk(folder / "index");
  record_build(folder);
  try_states(disk, recorded(), -1, 2, states_to_try(), folder / "found");
}

TEST(PowerLoss, LeavesAWholeCommitInEveryStateOfACommit) {
  const TempFolder folder;
  const fs::path path = folder / "index";
  Index index = Index::create(path, Recipe::load(write_recipe(folder / "recipe")));
  flow::run_commit(index, 1);
  const Disk disk(path);
  begin({.folder = path.string(), .record = true});
  flow::run_commit(index, 2);
  tell(2);
  end();
  EXPECT_GT(try_all_states(disk, recorded(), 1, folder / "found"), 40u);
}

TEST(PowerLoss, LeavesNothingOrAWholeCommitInEveryStateOfABuild) {
  const TempFolder folder;
  const Disk disk(folder / "index");
  record_build(folder);
  expect_long_writes(recorded());
  EXPECT_GT(try_all_states(disk, recorded(), -1, folder / "found"), 40u);
}

TEST(PowerLoss, LeavesAWholeCommitInEveryStateOfACommitAndAMerge) {
  if (kIsSanitized) GTEST_SKIP() << "making its many states takes too long under a sanitizer";
  constexpr int kMerged = 8;  // commits, whose segments become one
  const TempFolder folder;
  const fs::path path = folder / "index";
  {
    Index index = Index::create(path, Recipe::load(write_recipe(folder / "recipe")));
    for (int commit = 1; commit < kMerged; ++commit) flow::run_commit(index, commit);
  }
  const Disk disk(path);
  Index index = Index::open(path);
  begin({.folder = path.string(), .record = true});
  flow::run_commit(index, kMerged);
  tell(kMerged);
  index.merge();
  end();
  EXPECT_EQ(index.segments(), 1u);
  expect_long_writes(recorded());
  EXPECT_GT(try_all_states(disk, recorded(), kMerged - 1, folder / "found"), 300u);
}

}  // namespace
}  // namespace dateline::reliability
