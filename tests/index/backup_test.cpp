#include "index/sample.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>

#include <filesystem>

namespace dateline {
namespace {

namespace fs = std::filesystem;

class BackupTest : public ::testing::Test {
 protected:
  BackupTest() : index_(Index::create(path(), Recipe::load(write_recipe(folder_ / "recipe")))) {
    put("a", "A ceasefire.");
    put("b", "Another ceasefire.");
  }
  void put(const std::string& id, const std::string& text) {
    index_.put(make_article(id, text));
    index_.commit();
  }
  fs::path path() const { return folder_ / "index"; }
  fs::path to() const { return folder_ / "backup"; }
  static std::vector<std::string> ids(const fs::path& index) {
    std::vector<std::string> found;
    for (const auto& [id, score] :
         Searcher::open(index).rank(parse_query("ceasefire").query, 10, {.second_stage = false})) {
      found.push_back(id);
    }
    std::sort(found.begin(), found.end());
    return found;
  }

  TempFolder folder_;
  Index index_;
};

TEST_F(BackupTest, IsAnIndexOfItsOwnThatAWriterDoesNotChange) {
  const BackupReport report = backup_index(path(), to());
  EXPECT_EQ(report.files, check_index(path()).files);
  EXPECT_EQ(report.linked + report.copied, report.files);
  EXPECT_EQ(report.bytes, check_index(path()).bytes);
  index_.remove("a");
  put("c", "A third ceasefire.");
  index_.merge();
  EXPECT_EQ(ids(to()), (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(check_index(to()).ok);
  fs::remove_all(path());
  Index restored = Index::open(to());
  restored.put(make_article("d", "A fourth ceasefire."));
  restored.commit();
  EXPECT_EQ(ids(to()), (std::vector<std::string>{"a", "b", "d"}));
}

TEST_F(BackupTest, ASecondOneTakesOnlyWhatIsNew) {
  backup_index(path(), to());
  const BackupReport same = backup_index(path(), to());
  EXPECT_EQ(same.linked + same.copied, 0u);
  index_.remove("a");
  put("c", "A third ceasefire.");
  const BackupReport more = backup_index(path(), to());
  EXPECT_GT(more.linked + more.copied, 0u);
  EXPECT_LT(more.linked + more.copied, more.files);
  EXPECT_EQ(ids(to()), ids(path()));
  EXPECT_TRUE(check_index(to()).ok);
}

TEST_F(BackupTest, WhatBrokeOffIsNoObstacle) {
  backup_index(path(), to());
  fs::remove(to() / "manifest-000003");
  fs::remove(to() / "segments/000000/text.zst");  // it is the index's own file, too
  write_text(to() / "segments/000000/text.zst", "half of it");
  fs::remove(to() / "manifest-000002");
  fs::remove(to() / "manifest-000001");
  backup_index(path(), to());
  EXPECT_TRUE(check_index(to()).ok);
  EXPECT_EQ(ids(to()), ids(path()));
}

TEST_F(BackupTest, OtherFilesAndOtherIndexesAreLeftAlone) {
  write_text(to() / "letter.txt", "Dear reader");
  EXPECT_EQ(error_of([&] { backup_index(path(), to()); }).code, ErrorCode::kExists);
  EXPECT_TRUE(fs::exists(to() / "letter.txt"));
  const auto other = folder_ / "other";
  {
    Index another = Index::create(other, Recipe::load(folder_ / "recipe"));
    another.put(make_article("x", "A text of its own."));
    another.commit();
  }
  EXPECT_EQ(error_of([&] { backup_index(path(), other); }).code, ErrorCode::kExists);
  EXPECT_TRUE(check_index(other).ok);
  EXPECT_EQ(error_of([&] { backup_index(path(), path()); }).code, ErrorCode::kLocked);
  EXPECT_EQ(error_of([&] { backup_index(folder_ / "none", to()); }).code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dateline
