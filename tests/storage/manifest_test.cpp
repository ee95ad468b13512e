#include "storage/manifest.hpp"

#include "forwarding_files.hpp"
#include "sample.hpp"
#include "storage/manifest_files.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::storage {
namespace {

Manifest numbered(std::uint64_t generation) {
  Manifest manifest;
  manifest.generation = generation;
  manifest.next_arrival = generation * 10;
  return manifest;
}

void publish(const TempFolder& index, std::uint64_t generation) {
  publish_manifest(base::system_files(), index.path(), numbered(generation));
}

Manifest load(const TempFolder& index) {
  return load_manifest(base::system_files(), index.path());
}

TEST(Manifest, NoFolderAndNoManifestAreNotFound) {
  const TempFolder folder;
  EXPECT_EQ(error_of([&] { load(folder); }).code, ErrorCode::kNotFound);
  const Caught caught = error_of([&] { load_manifest(base::system_files(), folder / "none"); });
  EXPECT_EQ(caught.code, ErrorCode::kNotFound);
  EXPECT_TRUE(caught.mentions("none\": there is no index; make one")) << caught.message;
}

TEST(Manifest, TheNewestCounts) {
  const TempFolder index;
  for (const std::uint64_t generation : {1, 2, 999999, 1000000}) {
    publish(index, generation);
    EXPECT_EQ(load(index), numbered(generation));
  }
  EXPECT_EQ(list_generations(base::system_files(), index.path()),
            (std::vector<std::uint64_t>{1, 2, 999999, 1000000}));
}

TEST(Manifest, NamesHaveSixDigitsOrMore) {
  EXPECT_EQ(manifest_name(12), "manifest-000012");
  EXPECT_EQ(manifest_name(1234567), "manifest-1234567");
}

TEST(Manifest, OtherFilesAreNoManifests) {
  const TempFolder index;
  publish(index, 3);
  for (const std::string name : {"manifest-000004.tmp", "manifest-", "manifest-4", "manifest-x",
                                 "manifest-0000005", "manifest-+00006", "lock"}) {
    overwrite(index / name, "nonsense");
  }
  EXPECT_EQ(load(index), numbered(3));
}

TEST(Manifest, ADamagedNewestIsCorruptAndNeverAnOlderOne) {
  const TempFolder index;
  publish(index, 1);
  publish(index, 2);
  const std::string whole = base::system_files().read_all(index / "manifest-000002");
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, whole.size() - 1}) {
    overwrite(index / "manifest-000002", whole.substr(0, size));
    const Caught caught = error_of([&] { load(index); });
    EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
    EXPECT_TRUE(caught.mentions("manifest-000002")) << caught.message;
  }
  std::filesystem::copy_file(index / "manifest-000001", index / "manifest-000003");
  EXPECT_EQ(error_of([&] { load(index); }).code, ErrorCode::kCorrupt);
}

TEST(Manifest, ALeftoverOfACrashIsReplaced) {
  const TempFolder index;
  overwrite(index / "manifest-000001.tmp", "half of a manif");
  publish(index, 1);
  EXPECT_EQ(load(index), numbered(1));
  EXPECT_FALSE(std::filesystem::exists(index / "manifest-000001.tmp"));
}

TEST(Manifest, NoGenerationIsPublishedTwice) {
  const TempFolder index;
  publish(index, 1);
  EXPECT_EQ(error_of([&] { publish(index, 1); }).code, ErrorCode::kExists);
}

class FailingFolderSync : public ForwardingFiles {
 public:
  void sync_folder(const Path& folder) override {
    throw Error(ErrorCode::kIo, "sync", folder.native(), "Input/output error");
  }
};

TEST(Manifest, WhatCouldNotBeSyncedIsNotCommitted) {
  const TempFolder index;
  publish(index, 1);
  FailingFolderSync failing;
  EXPECT_EQ(error_of([&] { publish_manifest(failing, index.path(), numbered(2)); }).code,
            ErrorCode::kIo);
  EXPECT_EQ(load(index), numbered(1));
  publish(index, 2);
  EXPECT_EQ(load(index), numbered(2));
}

// Lists a manifest that a writer deletes before it is read.
class StaleList : public ForwardingFiles {
 public:
  std::vector<std::string> list(const Path& folder) override {
    if (stale_-- > 0) return {"manifest-000001"};
    return ForwardingFiles::list(folder);
  }
  explicit StaleList(int times) : stale_(times) {}

 private:
  int stale_;
};

TEST(Manifest, AVanishedManifestMeansANewerOne) {
  const TempFolder index;
  publish(index, 2);
  StaleList twice(2);
  EXPECT_EQ(load_manifest(twice, index.path()), numbered(2));
  StaleList always(1000);
  EXPECT_EQ(error_of([&] { load_manifest(always, index.path()); }).code, ErrorCode::kNotFound);
}

TEST(Manifest, FilesAreDescribedAndChecked) {
  const TempFolder index;
  base::FileSystem& files = base::system_files();
  files.create_folder(index / "recipe");
  overwrite(index / "recipe/recipe.json", "{}");
  const FileEntry entry = describe_file(files, index.path(), "recipe/recipe.json");
  EXPECT_EQ(entry.name, "recipe/recipe.json");
  EXPECT_EQ(find_damage(files, index.path(), entry), std::nullopt);
  overwrite(index / "recipe/recipe.json", "[]");
  EXPECT_EQ(find_damage(files, index.path(), entry), "its checksum is wrong");
  overwrite(index / "recipe/recipe.json", "{} ");
  EXPECT_EQ(find_damage(files, index.path(), entry), "it has 3 bytes and should have 2");
  files.remove_all(index / "recipe");
  EXPECT_EQ(find_damage(files, index.path(), entry), "it is missing");
}

}  // namespace
}  // namespace dateline::storage
