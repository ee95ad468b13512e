#include "base/files.hpp"

#include "temp_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::base {
namespace {

TEST(Files, AWholeFileIsWrittenAndRead) {
  const TempFolder folder;
  FileSystem& files = system_files();
  const std::string bytes("a\0b\n", 4);
  files.write_all(folder / "a", bytes);
  EXPECT_EQ(files.read_all(folder / "a"), bytes);
  EXPECT_EQ(error_of([&] { files.write_all(folder / "a", "b"); }).code, ErrorCode::kIo);
  EXPECT_EQ(files.read_all(folder / "a"), bytes);
}

TEST(Files, NamesAreListedInOrder) {
  const TempFolder folder;
  FileSystem& files = system_files();
  for (const std::string name : {"c", "a", "B", ".hidden"}) files.write_all(folder / name, "");
  EXPECT_EQ(files.list(folder.path()), (std::vector<std::string>{".hidden", "B", "a", "c"}));
  EXPECT_EQ(error_of([&] { files.list(folder / "none"); }).code, ErrorCode::kNotFound);
}

TEST(Files, FoldersAreMadeWithTheirParents) {
  const TempFolder folder;
  FileSystem& files = system_files();
  EXPECT_FALSE(files.exists(folder / "a"));
  files.create_folder(folder / "a/b/c");
  files.create_folder(folder / "a/b/c");
  EXPECT_TRUE(files.exists(folder / "a/b/c"));
  EXPECT_FALSE(files.exists(folder / "a/b/c/d"));
  files.sync_folder(folder / "a/b");
}

TEST(Files, RenamingReplaces) {
  const TempFolder folder;
  FileSystem& files = system_files();
  files.write_all(folder / "new", "2");
  files.write_all(folder / "old", "1");
  files.sync_file(folder / "new");
  files.rename(folder / "new", folder / "old");
  EXPECT_EQ(files.read_all(folder / "old"), "2");
  const Caught caught = error_of([&] { files.rename(folder / "new", folder / "old"); });
  EXPECT_EQ(caught.code, ErrorCode::kNotFound);
  EXPECT_TRUE(caught.mentions("new")) << caught.message;
}

TEST(Files, RemovingTakesAllAndMindsNothingAbsent) {
  const TempFolder folder;
  FileSystem& files = system_files();
  files.create_folder(folder / "a/b");
  files.write_all(folder / "a/b/c", "x");
  files.remove_all(folder / "a");
  EXPECT_FALSE(files.exists(folder / "a"));
  files.remove_all(folder / "a");
}

TEST(Files, OneHolderOfALock) {
  const TempFolder folder;
  const auto lock = system_files().try_lock(folder / "lock");
  EXPECT_NE(lock, nullptr);
  EXPECT_EQ(system_files().try_lock(folder / "lock"), nullptr);
  EXPECT_EQ(error_of([&] { system_files().try_lock(folder / "none/lock"); }).code,
            ErrorCode::kNotFound);
}

TEST(Files, AFolderIsToldFromAFileAndFromNothing) {
  const TempFolder folder;
  FileSystem& files = system_files();
  files.write_all(folder / "file", "x");
  EXPECT_TRUE(files.is_folder(folder.path()));
  EXPECT_FALSE(files.is_folder(folder / "file"));
  EXPECT_FALSE(files.is_folder(folder / "none"));
}

}  // namespace
}  // namespace dateline::base
