#include "storage/segment_files.hpp"

#include "base/temp_folder.hpp"
#include "storage/segment_format.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace dateline::storage {
namespace {

TEST(SegmentFiles, AFolderIsMadeOnce) {
  const TempFolder index;
  base::FileSystem& files = base::system_files();
  EXPECT_EQ(make_segment_folder(files, index.path(), "000001"), index / "segments/000001");
  EXPECT_TRUE(files.exists(index / "segments/000001"));
  const Caught caught = error_of([&] { make_segment_folder(files, index.path(), "000001"); });
  EXPECT_EQ(caught.code, ErrorCode::kExists);
}

TEST(SegmentFiles, WhatIsSealedIsDescribedAndTheScratchIsGone) {
  const TempFolder index;
  base::FileSystem& files = base::system_files();
  const auto folder = make_segment_folder(files, index.path(), "s");
  std::ofstream(folder / kArticlesFile) << "terms";
  std::ofstream(folder / kTextFile) << "text";
  files.create_folder(folder / kScratchFolder);
  const SegmentEntry entry = seal_segment(files, index.path(), "s", 7);
  EXPECT_EQ(entry.id, "s");
  EXPECT_EQ(entry.articles, 7U);
  ASSERT_EQ(entry.files.size(), 2U);
  EXPECT_EQ(entry.files[0], describe_file(files, index.path(), "segments/s/articles.xapian"));
  EXPECT_EQ(entry.files[1].size, 4U);
  EXPECT_FALSE(files.exists(folder / kScratchFolder));
}

}  // namespace
}  // namespace dateline::storage
