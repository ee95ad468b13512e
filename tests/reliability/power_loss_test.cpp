// Power is lost at any call of a writer: what it told of is there, the rest all or nothing.
#include "reliability/calls.hpp"
#include "reliability/disk.hpp"
#include "reliability/trial.hpp"

#include <gtest/gtest.h>

#include <filesystem>

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

// Tries states until `states` are tried, spread over all calls.  `told` is what was told before.
// Every tenth is gone on with.
void try_states(Disk disk, const std::vector<Call>& calls, int told, int last, std::size_t states,
                const fs::path& found) {
  std::mt19937 random(5);
  std::size_t tried = 0;
  for (std::size_t i = 0; i < calls.size() && !::testing::Test::HasFailure(); ++i) {
    disk.apply(calls[i]);
    if (calls[i].kind == Kind::kTold) told = static_cast<int>(calls[i].offset);
    for (; tried * calls.size() < states * (i + 1) && !::testing::Test::HasFailure(); ++tried) {
      SCOPED_TRACE("after call " + std::to_string(i) + ", state " + std::to_string(tried));
      disk.lose_power(found, random);
      if (told < 0 && !is_index(found)) continue;
      const auto articles = flow::articles_in(found);
      const bool one_more = articles != flow::articles_after(std::max(told, 0));
      ASSERT_EQ(articles, flow::articles_after(std::max(told, 0) + (one_more ? 1 : 0)))
          << "told of " << told;
      ASSERT_TRUE(check_index(found).ok);
      if (tried % 10 == 0) expect_whole(found, std::max(told, 0), last);
    }
  }
  EXPECT_EQ(tried, states);
}

std::size_t states_to_try() {
  return is_full() ? 50000 : 1000;
}

TEST(PowerLoss, LeavesWhatAWriterToldOf) {
  const TempFolder folder;
  const fs::path path = folder / "index";
  make_index(path, Recipe::load(write_recipe(folder / "recipe")));
  const Disk disk(path);
  begin({.folder = path.string(), .record = true});
  work(path, [](int commit) { tell(static_cast<std::uint64_t>(commit)); });
  end();
  try_states(disk, recorded(), kBefore, kAfter, states_to_try(), folder / "found");
}

TEST(PowerLoss, LeavesNothingOrAWholeCommitOfABuild) {
  const TempFolder folder;
  const fs::path path = folder / "index";
  const Recipe recipe = Recipe::load(write_recipe(folder / "recipe"));
  const Disk disk(path);
  begin({.folder = path.string(), .record = true});
  build(path, recipe, [](int commit) { tell(static_cast<std::uint64_t>(commit)); });
  end();
  try_states(disk, recorded(), -1, 2, states_to_try(), folder / "found");
}

}  // namespace
}  // namespace dateline::reliability
