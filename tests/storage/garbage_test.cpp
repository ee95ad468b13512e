#include "sample.hpp"
#include "storage/manifest.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace dateline::storage {
namespace {

namespace fs = std::filesystem;

void touch(const TempFolder& index, const std::string& name) {
  fs::create_directories((index / name).parent_path());
  overwrite(index / name, name);
}

// A segment of one file, and another for its removed articles.
SegmentEntry segment(const TempFolder& index, const std::string& id, const std::string& removed) {
  const auto describe = [&](const std::string& file) {
    const std::string name = "segments/" + id + "/" + file;
    touch(index, name);
    return describe_file(base::system_files(), index.path(), name);
  };
  SegmentEntry entry;
  entry.id = id;
  entry.articles = 5;
  entry.files = {describe("articles.xapian")};
  if (removed.empty()) return entry;
  entry.removed = 1;
  entry.removed_file = describe(removed);
  return entry;
}

void publish(const TempFolder& index, std::uint64_t generation,
             const std::vector<SegmentEntry>& segments) {
  Manifest manifest;
  manifest.generation = generation;
  manifest.segments = segments;
  publish_manifest(base::system_files(), index.path(), manifest);
}

std::set<std::string> files_of(const TempFolder& index) {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(index.path())) {
    if (!entry.is_directory()) {
      names.insert(fs::relative(entry.path(), index.path()).generic_string());
    }
  }
  return names;
}

TEST(Garbage, OnlyWhatTheLastTwoManifestsNameStays) {
  const TempFolder index;
  publish(index, 1, {segment(index, "a", "")});
  publish(index, 2, {segment(index, "a", "removed-000002"), segment(index, "b", "")});
  publish(index, 3, {segment(index, "a", "removed-000003"), segment(index, "b", "")});
  publish(index, 4, {segment(index, "a", "removed-000004"), segment(index, "c", "")});
  for (const std::string name :
       {"segments/orphan/articles.xapian", "segments/orphan/articles.tmp/postlist.glass",
        "segments/c/articles.tmp/iamglass", "manifest-000005.tmp", "recipe/recipe.json", "lock"}) {
    touch(index, name);
  }
  collect_garbage(base::system_files(), index.path());
  EXPECT_EQ(files_of(index),
            (std::set<std::string>{"manifest-000003", "manifest-000004", "recipe/recipe.json",
                                   "lock", "segments/a/articles.xapian",
                                   "segments/a/removed-000003", "segments/a/removed-000004",
                                   "segments/b/articles.xapian", "segments/c/articles.xapian"}));
  EXPECT_FALSE(fs::exists(index / "segments/orphan"));
  const auto before = files_of(index);
  collect_garbage(base::system_files(), index.path());
  EXPECT_EQ(files_of(index), before);
}

TEST(Garbage, NothingIsDeletedBesideADamagedManifest) {
  for (const std::string damaged : {"manifest-000003", "manifest-000004"}) {
    const TempFolder index;
    for (std::uint64_t generation = 1; generation <= 4; ++generation) {
      publish(index, generation, {segment(index, std::to_string(generation), "")});
    }
    flip_byte(index / damaged, 30);
    const auto before = files_of(index);
    const Caught caught = error_of([&] { collect_garbage(base::system_files(), index.path()); });
    EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
    EXPECT_EQ(files_of(index), before);
  }
}

TEST(Garbage, WithoutAManifestNothingIsDeleted) {
  const TempFolder index;
  touch(index, "segments/a/articles.xapian");
  collect_garbage(base::system_files(), index.path());
  EXPECT_EQ(files_of(index), std::set<std::string>{"segments/a/articles.xapian"});
}

TEST(Garbage, AYoungIndexKeepsItsOnlyManifest) {
  const TempFolder index;
  publish(index, 1, {});
  collect_garbage(base::system_files(), index.path());
  EXPECT_EQ(files_of(index), std::set<std::string>{"manifest-000001"});
}

}  // namespace
}  // namespace dateline::storage
