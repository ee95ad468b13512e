#include "text/segmenter.hpp"

#include "pieces.hpp"
#include "text/icu.hpp"

#include <gtest/gtest.h>
#include <unicode/ubrk.h>

namespace dateline::text {
namespace {

std::vector<std::string> segments_of(Segmenter& segmenter, std::string_view text) {
  std::vector<Range> ranges;
  segmenter.each(text, [&](Range range, std::int32_t) { ranges.push_back(range); });
  return pieces(text, ranges);
}

TEST(Segmenter, CoversTheTextWithoutGaps) {
  Segmenter segmenter(Segmenter::Unit::kWord);
  EXPECT_EQ(segments_of(segmenter, "é, b"), (std::vector<std::string>{"é", ",", " ", "b"}));
  EXPECT_EQ(segments_of(segmenter, std::string_view("\0é", 3)),
            (std::vector<std::string>{std::string(1, '\0'), "é"}));
  EXPECT_TRUE(segments_of(segmenter, "").empty());
  EXPECT_TRUE(segments_of(segmenter, std::string_view()).empty());
}

TEST(Segmenter, TellsLettersFromTheRest) {
  Segmenter segmenter(Segmenter::Unit::kWord);
  std::vector<std::int32_t> statuses;
  segmenter.each("a 1 漢", [&](Range, std::int32_t status) { statuses.push_back(status); });
  EXPECT_EQ(statuses, (std::vector<std::int32_t>{UBRK_WORD_LETTER, UBRK_WORD_NONE, UBRK_WORD_NUMBER,
                                                 UBRK_WORD_NONE, UBRK_WORD_IDEO}));
}

TEST(Segmenter, FindsSentencesToo) {
  Segmenter segmenter(Segmenter::Unit::kSentence);
  EXPECT_EQ(segments_of(segmenter, "One. Two."), (std::vector<std::string>{"One. ", "Two."}));
}

TEST(Segmenter, AFailureOfIcuIsAnErrorOfOurs) {
  EXPECT_NO_THROW(check(U_ZERO_ERROR, "count"));
  EXPECT_NO_THROW(check(U_USING_DEFAULT_WARNING, "count"));
  try {
    check(U_MISSING_RESOURCE_ERROR, "count");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kInternal);
    EXPECT_NE(std::string_view(error.what()).find("U_MISSING_RESOURCE_ERROR"), std::string::npos);
  }
}

}  // namespace
}  // namespace dateline::text
