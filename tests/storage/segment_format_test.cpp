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

}  // namespace
}  // namespace dateline::storage
