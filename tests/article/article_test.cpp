#include <dateline/article.hpp>

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Article, NamesEveryRoleAsProgramsPrintIt) {
  EXPECT_EQ(role_name(Role::kTitle), "title");
  EXPECT_EQ(role_name(Role::kSubtitle), "subtitle");
  EXPECT_EQ(role_name(Role::kByline), "byline");
  EXPECT_EQ(role_name(Role::kDateline), "dateline");
  EXPECT_EQ(role_name(Role::kBody), "body");
  EXPECT_EQ(role_name(Role::kCaption), "caption");
  EXPECT_EQ(role_name(Role::kJunk), "junk");
  EXPECT_EQ(role_name(Role::kSource), "source");
}

}  // namespace
}  // namespace dateline
