#include "storage/removed.hpp"

#include "base/bytes.hpp"
#include "sample.hpp"
#include "storage/segment.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::storage {
namespace {

SegmentEntry ten_articles(const TempFolder& index) {
  std::filesystem::create_directories(index / "segments/s");
  SegmentEntry entry;
  entry.id = "s";
  entry.articles = 10;
  return entry;
}

using Numbers = std::vector<std::uint32_t>;

TEST(Removed, NumbersComeBack) {
  for (const Numbers& numbers : {Numbers{}, Numbers{0}, Numbers{9}, Numbers{0, 1, 9},
                                 Numbers{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}}) {
    const TempFolder index;
    const SegmentEntry before = ten_articles(index);
    const SegmentEntry after =
        write_removed(base::system_files(), index.path(), before, numbers, 12);
    EXPECT_EQ(after.removed, numbers.size());
    EXPECT_EQ(after.removed_file.has_value(), !numbers.empty());
    EXPECT_EQ(after.removed_file.value_or(FileEntry()).name,
              numbers.empty() ? "" : "segments/s/removed-000012");
    Numbers read;
    const std::vector<bool> bits = read_removed(base::system_files(), index.path(), after);
    ASSERT_EQ(bits.size(), 10U);
    for (std::uint32_t doc = 0; doc < 10; ++doc) {
      if (bits[doc]) read.push_back(doc);
    }
    EXPECT_EQ(read, numbers);
  }
}

TEST(Removed, TheFileOfAFailedCommitIsReplaced) {
  const TempFolder index;
  const SegmentEntry entry = ten_articles(index);
  write_removed(base::system_files(), index.path(), entry, Numbers{1, 2, 3}, 4);
  const auto again = write_removed(base::system_files(), index.path(), entry, Numbers{5}, 4);
  EXPECT_TRUE(read_removed(base::system_files(), index.path(), again)[5]);
}

TEST(Removed, EveryChangedByteIsCorruptAndNamesTheFile) {
  const TempFolder index;
  const auto entry =
      write_removed(base::system_files(), index.path(), ten_articles(index), Numbers{2, 7}, 4);
  for (std::uint64_t at = 0; at < entry.removed_file->size; ++at) {
    flip_byte(index / entry.removed_file->name, at);
    const Caught caught =
        error_of([&] { read_removed(base::system_files(), index.path(), entry); });
    EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
    EXPECT_TRUE(caught.mentions("removed-000004")) << caught.message;
    flip_byte(index / entry.removed_file->name, at);
  }
}

TEST(Removed, NonsenseWithARightChecksumIsCorrupt) {
  const std::vector<std::vector<std::uint64_t>> rows = {
      {},                 // no count
      {1, 0},             // another count than the manifest says
      {2, 0},             // cut short
      {2, 0, 0},          // the same number twice
      {2, 0, 10},         // beyond the last article
      {2, 10, 1},         // beyond the last article
      {2, 5, ~0ULL - 4},  // the sum overflows
      {2, 0, 1, 1},       // too long
  };
  for (const auto& row : rows) {
    const TempFolder index;
    SegmentEntry entry = ten_articles(index);
    base::ByteWriter bytes;
    for (const std::uint64_t number : row) bytes.number(number);
    overwrite(index / "segments/s/removed-000001", bytes.bytes());
    entry.removed = 2;
    entry.removed_file =
        describe_file(base::system_files(), index.path(), "segments/s/removed-000001");
    EXPECT_EQ(error_of([&] { read_removed(base::system_files(), index.path(), entry); }).code,
              ErrorCode::kCorrupt);
  }
}

}  // namespace
}  // namespace dateline::storage
