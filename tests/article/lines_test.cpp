#include "article/lines.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace dateline::article {
namespace {

// "1:one 2:two"; "!" for a line that is too long.
std::string cut_lines(const std::vector<std::string_view>& pieces, std::size_t limit = 100) {
  std::string out;
  LineCutter cutter(limit, [&](const LineCutter::Line& line) {
    if (!out.empty()) out += ' ';
    out += std::to_string(line.number) + ":" + (line.too_long ? "!" : std::string(line.bytes));
  });
  for (const std::string_view piece : pieces) cutter.feed(piece);
  cutter.finish();
  return out;
}

TEST(Lines, AreCutWhereverThePiecesEnd) {
  EXPECT_EQ(cut_lines({"one\ntwo\n", "th", "ree", "\nfour"}), "1:one 2:two 3:three 4:four");
  EXPECT_EQ(cut_lines({"one\n"}), "1:one");
  EXPECT_EQ(cut_lines({"one", "\n", "\ntwo"}), "1:one 2: 3:two");
  EXPECT_EQ(cut_lines({}), "");
}

TEST(Lines, LoseTheirWindowsEnd) {
  EXPECT_EQ(cut_lines({"one\r", "\ntwo\r\n"}), "1:one 2:two");
}

TEST(Lines, ThatAreTooLongAreToldAndPassedOver) {
  EXPECT_EQ(cut_lines({"0123456789\n01234\n"}, 5), "1:! 2:01234");
  EXPECT_EQ(cut_lines({"0123", "4567", "89\n", "ok"}, 5), "1:! 2:ok");
  EXPECT_EQ(cut_lines({"012345"}, 5), "1:!");
}

}  // namespace
}  // namespace dateline::article
