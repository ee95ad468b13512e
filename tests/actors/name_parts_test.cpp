#include "actors/name_parts.hpp"

#include <gtest/gtest.h>

namespace dateline::actors {
namespace {

TEST(NameParts, AreCutAtAnyBlankAndJoinedByOne) {
  EXPECT_EQ(join_name(split_name(" Donald\nJ.  Trump ")), "Donald J. Trump");
  EXPECT_TRUE(split_name("").empty());
}

TEST(NameParts, ASuffixIsNoSurname) {
  EXPECT_TRUE(is_name_suffix("Jr."));
  EXPECT_FALSE(is_name_suffix("Trump"));
}

}  // namespace
}  // namespace dateline::actors
