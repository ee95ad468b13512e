#include "storage/segment_format.hpp"

#include "sample.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::storage {
namespace {

TEST(SegmentFormat, DaysComeBackAndSortAsBytes) {
  const std::vector<int> days = {-300000, -1, 0, 1, 255, 256, 20000, 300000};
  std::string before;
  for (const int first : days) {
    const std::string bytes = encode_days({first, first + 30});
    EXPECT_EQ(decode_days(bytes, "s"), (DayRange{first, first + 30}));
    EXPECT_LT(before, bytes);
    before = bytes;
  }
  EXPECT_EQ(decode_days("", "s"), std::nullopt);
}

TEST(SegmentFormat, ValuesComeBackWhateverTheyHold) {
  const std::vector<std::vector<std::string>> rows = {{},
                                                      {""},
                                                      {"", ""},
                                                      {"a", "b"},
                                                      {"ab"},
                                                      {"a\0b", std::string("\0\0", 2)},
                                                      {std::string(1000, 'x'), "\x01y"}};
  for (const auto& row : rows) EXPECT_EQ(decode_values(encode_values(row), "s"), row);
  EXPECT_EQ(encode_values({}), "");
}

TEST(SegmentFormat, NonsenseIsCorruptAndNamesTheFile) {
  for (const Caught& caught :
       {error_of([] { decode_days("1234567", "segments/7/articles.xapian"); }),
        error_of([] { decode_values("\x05wrong length", "segments/7/articles.xapian"); }),
        error_of([] {
          decode_values(
              "\x05"
              "abc",
              "segments/7/articles.xapian");
        })}) {
    EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
    EXPECT_TRUE(caught.mentions("segments/7/articles.xapian")) << caught.message;
  }
}

TEST(SegmentFormat, FilesLieBelowTheirSegment) {
  EXPECT_EQ(segment_file("000012", kTextFile), "segments/000012/text.zst");
}

}  // namespace
}  // namespace dateline::storage
