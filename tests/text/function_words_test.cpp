#include "text/function_words.hpp"

#include <gtest/gtest.h>

namespace dateline::text {
namespace {

TEST(FunctionWords, EachOneCountsOnce) {
  const FunctionWords found =
      count_function_words("The port and the town and The ships, which les");
  EXPECT_EQ(found.language, "en");
  EXPECT_EQ(found.own, 3);
  EXPECT_EQ(found.others, 1);
}

TEST(FunctionWords, OnlyWholeWordsCount) {
  EXPECT_EQ(count_function_words("theme thé andré").own, 0);
  EXPECT_EQ(count_function_words("").language, "und");
}

TEST(FunctionWords, BeyondAsciiTheyAreFoundToo) {
  const FunctionWords found = count_function_words("Mówi się, że będzie także inaczej.");
  EXPECT_EQ(found.language, "pl");
  EXPECT_EQ(found.own, 3);
}

TEST(FunctionWords, NoWordBelongsToTwoLanguages) {
  const FunctionWords found = count_function_words("de la en un que se por die van het para");
  EXPECT_LE(found.own, 1);
}

}  // namespace
}  // namespace dateline::text
