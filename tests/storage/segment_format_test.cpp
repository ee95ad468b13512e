#include "storage/segment_format.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::storage {
namespace {

TEST(SegmentFormat, DaysSortAsBytes) {
  const std::vector<int> days = {-300000, -1, 0, 1, 255, 256, 20000, 300000};
  std::string before;
  for (const int first : days) {
    const std::string bytes = encode_days({first, first + 30});
    EXPECT_EQ(bytes.size(), 8U);
    EXPECT_LT(before, bytes);
    before = bytes;
  }
}

TEST(SegmentFormat, FilesLieBelowTheirSegment) {
  EXPECT_EQ(segment_file("000012", kTextFile), "segments/000012/text.zst");
}

TEST(SegmentFormat, ASegmentWithoutAWordsFileHoldsAXapianDatabase) {
  SegmentEntry entry;
  entry.id = "000012";
  entry.files = {{segment_file("000012", kTextFile), 1, "c"},
                 {segment_file("000011", kWordsFile), 1, "c"}};
  EXPECT_TRUE(holds_xapian(entry)) << "that is another segment's";
  EXPECT_EQ(find_part(entry, kTextFile), &entry.files[0]);
  EXPECT_EQ(find_part(entry, kColumnsFile), nullptr);
  entry.files.push_back({segment_file("000012", kWordsFile), 1, "c"});
  EXPECT_FALSE(holds_xapian(entry));
}

}  // namespace
}  // namespace dateline::storage
