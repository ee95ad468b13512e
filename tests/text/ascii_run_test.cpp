#include "text/ascii_run.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dateline::text {
namespace {

TEST(AsciiRun, EndsAtEveryByteThatIsNoLetterOrDigit) {
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    const bool goes_on = base::is_ascii_alpha(c) || base::is_ascii_digit(c);
    for (std::size_t at = 0; at < 20; ++at) {
      std::string text(20, 'k');
      text[at] = c;
      ASSERT_EQ(skip_alphanumerics(text, 0), goes_on ? 20 : at) << byte;
    }
  }
}

TEST(AsciiRun, BytesDoNotDisturbTheirNeighbours) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      std::string text = "a" + std::string{static_cast<char>(first), static_cast<char>(second)};
      std::size_t slow = 0;
      while (slow < 3 && (base::is_ascii_alpha(text[slow]) || base::is_ascii_digit(text[slow]))) {
        ++slow;
      }
      ASSERT_EQ(skip_alphanumerics(text, 0), slow);
      ASSERT_EQ(skip_alphanumerics(text + "-----", 0), slow);
    }
  }
}

TEST(AsciiRun, BeginsAnywhereAndStopsAtTheEnd) {
  EXPECT_EQ(skip_alphanumerics("", 0), 0U);
  EXPECT_EQ(skip_alphanumerics("ab cd", 3), 5U);
  EXPECT_EQ(skip_alphanumerics("ab cd", 2), 2U);
  EXPECT_EQ(skip_alphanumerics("abcdefgh", 0), 8U);
  EXPECT_EQ(skip_alphanumerics("abcdefghijklmnop q", 0), 16U);
}

}  // namespace
}  // namespace dateline::text
