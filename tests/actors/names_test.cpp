#include <dateline/mention.hpp>
#include <dateline/quote.hpp>

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Names, FieldsAreCalledAsInQueries) {
  EXPECT_EQ(field_name(Field::kTitle), "title");
  EXPECT_EQ(field_name(Field::kBody), "body");
  EXPECT_EQ(field_name(Field::kCaption), "caption");
  EXPECT_EQ(field_name(Field::kJunk), "junk");
}

TEST(Names, WaysOfNamingAreCalledByPlainWords) {
  EXPECT_EQ(how_name(How::kName), "name");
  EXPECT_EQ(how_name(How::kAdjective), "adjective");
  EXPECT_EQ(how_name(How::kMetonym), "metonym");
  EXPECT_EQ(how_name(How::kOffice), "office");
}

TEST(Names, KindsOfQuotesAreCalledAsInTheContract) {
  EXPECT_EQ(quote_kind_name(QuoteKind::kDirect), "direct");
  EXPECT_EQ(quote_kind_name(QuoteKind::kPartial), "partial");
  EXPECT_EQ(quote_kind_name(QuoteKind::kReported), "reported");
}

}  // namespace
}  // namespace dateline
