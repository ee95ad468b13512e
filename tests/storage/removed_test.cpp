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

Removed removed_of(Numbers numbers) {
  return {std::move(numbers), 17, {{"a", 1}, {"word", 1}}};
}

TEST(Removed, NumbersAndCountsComeBack) {
  for (const Numbers& numbers : {Numbers{}, Numbers{0}, Numbers{9}, Numbers{0, 1, 9},
                                 Numbers{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}}) {
    const TempFolder index;
    const SegmentEntry before = ten_articles(index);
    const Removed removed = numbers.empty() ? Removed() : removed_of(numbers);
    const SegmentEntry after =
        write_removed(base::system_files(), index.path(), before, removed, 12);
    EXPECT_EQ(after.removed, numbers.size());
    EXPECT_EQ(after.removed_file.has_value(), !numbers.empty());
    EXPECT_EQ(after.removed_file.value_or(FileEntry()).name,
              numbers.empty() ? "" : "segments/s/removed-000012");
    EXPECT_EQ(read_removed(base::system_files(), index.path(), after), removed);
  }
}

TEST(Removed, TheFileOfAFailedCommitIsReplaced) {
  const TempFolder index;
  const SegmentEntry entry = ten_articles(index);
  write_removed(base::system_files(), index.path(), entry, removed_of({1, 2, 3}), 4);
  const auto again = write_removed(base::system_files(), index.path(), entry, removed_of({5}), 4);
  EXPECT_EQ(read_removed(base::system_files(), index.path(), again).docs, Numbers{5});
}

TEST(Removed, EveryChangedByteIsCorruptAndNamesTheFile) {
  const TempFolder index;
  const auto entry =
      write_removed(base::system_files(), index.path(), ten_articles(index), removed_of({2, 7}), 4);
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
      {},                                     // no count
      {1, 0},                                 // another count than the manifest says
      {2, 0},                                 // cut short
      {2, 0, 0},                              // the same number twice
      {2, 0, 10},                             // beyond the last article
      {2, 10, 1},                             // beyond the last article
      {2, 5, ~0ULL - 4},                      // the sum overflows
      {2, 0, 1},                              // no length
      {2, 0, 1, 9},                           // no count of terms
      {2, 0, 1, 9, 0, 1},                     // too long
      {2, 0, 1, 9, 1, 1, 'a'},                // a term without its articles
      {2, 0, 1, 9, 1, 1, 'a', 0},             // a term of no article
      {2, 0, 1, 9, 1, 1, 'a', 3},             // a term of more articles than there are
      {2, 0, 1, 9, 2, 1, 'b', 1, 1, 'a', 1},  // terms out of order
      {2, 0, 1, 9, 2, 1, 'a', 1, 1, 'a', 1},  // a term twice
      {2, 0, 1, 9, 1, 99, 'a', 1},            // a term that is cut short
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
