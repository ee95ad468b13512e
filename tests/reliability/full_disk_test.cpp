// A disk that is full in earnest: a clear error, the last commit stays and is searched; what fits is done.
// Needs the right to mount a small file system.
#include "reliability/trial.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/statvfs.h>

#include <filesystem>
#include <fstream>
#include <random>

namespace dateline::reliability {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPage = 4096;         // what a file takes at least
constexpr std::size_t kEnough = 8 * kPage;  // for a commit that removes one article

// A file system of 1 MiB for each test.
class FullDisk : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::create_directory(disk());
    if (::mount("tmpfs", disk().c_str(), "tmpfs", 0, "size=1m") != 0) {
      GTEST_SKIP() << "mounting a small file system needs more rights";
    }
    is_mounted_ = true;
  }
  ~FullDisk() override {
    if (is_mounted_) ::umount2(disk().c_str(), MNT_DETACH);
  }
  fs::path disk() const { return folder_ / "disk"; }
  fs::path path() const { return disk() / "index"; }
  fs::path filler() const { return disk() / "filler"; }
  std::size_t room() const {
    struct statvfs status = {};
    EXPECT_EQ(::statvfs(disk().c_str(), &status), 0);
    return status.f_bavail * status.f_bsize;
  }
  // Leaves so much room.
  void fill(std::size_t left) const {
    const std::size_t size = room() - left;
    std::ofstream(filler(), std::ios::binary) << std::string(size, 'x');
    ASSERT_EQ(room(), left);
  }

  TempFolder folder_;
  bool is_mounted_ = false;
};

// Words that hardly compress.
std::string long_text() {
  std::mt19937 random(3);
  std::string text;
  while (text.size() < 120'000) text += "w" + std::to_string(random()) + ' ';
  return text;
}

template <class Action>
bool succeeds(Action action) {
  try {
    action();
    return true;
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kIo) << error.what();
    return false;
  }
}

TEST_F(FullDisk, LeavesTheLastCommitAndWhatFitsIsDone) {
  const std::string text = long_text();
  const fs::path base = folder_ / "base";
  make_index(base, Recipe::load(write_recipe(folder_ / "recipe")));
  const std::size_t step = is_full() ? kPage / 4 : kIsSanitized ? 4 * kPage : kPage;
  for (std::size_t left = 0; left < 20 * kPage && !HasFailure(); left += step) {
    SCOPED_TRACE(std::to_string(left) + " bytes left");
    fs::remove_all(path());
    fs::copy(base, path(), fs::copy_options::recursive);
    fill(left / kPage * kPage);
    flow::Articles expected = flow::articles_after(kBefore);
    std::optional<Index> index;
    if (succeeds([&] { index.emplace(Index::open(path())); })) {
      EXPECT_FALSE(succeeds([&] {
        index->put(make_article("long", text));
        index->commit();
      }));
      EXPECT_EQ(flow::articles_in(path()), expected);
      const std::string gone = expected.begin()->first;
      const bool is_removed = succeeds([&] {
        index->remove(gone);
        index->commit();
      });
      EXPECT_TRUE(is_removed || left < kEnough);
      if (is_removed) expected.erase(gone);
    }
    EXPECT_EQ(flow::articles_in(path()), expected);
    EXPECT_TRUE(check_index(path()).ok);
    fs::remove(filler());
    if (!index) index.emplace(Index::open(path()));
    index->put(make_article("long", "Ceasefire: there is room again."));
    index->commit();
    EXPECT_EQ(Searcher::open(path()).search("room").count, 1u);
  }
}

}  // namespace
}  // namespace dateline::reliability
