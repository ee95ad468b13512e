#include "stories/links.hpp"

#include <dateline/error.hpp>

#include <gmock/gmock.h>

namespace dateline::stories {
namespace {

using ::testing::IsEmpty;

TEST(Links, ComeBackAsTheyWere) {
  const std::vector<Link> links{{1, 2, StoryKind::kSame, false, 1},
                                {1, 900000000000, StoryKind::kNear, true, 0.123},
                                {7, 8, StoryKind::kContains, true, 0.75}};
  EXPECT_EQ(read_links(print_links(links)), links);
}

TEST(Links, AreNoBytesWhereThereAreNone) {
  EXPECT_THAT(print_links({}), IsEmpty());
  EXPECT_THAT(read_links(""), IsEmpty());
}

TEST(Links, ThatAreDamagedAreAnError) {
  const std::string bytes = print_links({{1, 2, StoryKind::kSame, false, 1}});
  EXPECT_THROW(read_links(bytes.substr(0, bytes.size() - 1)), Error);
  EXPECT_THROW(read_links(std::string("\x01\x01\x01\x09\x01", 5)), Error);
}

TEST(Links, HaveKindsWithNames) {
  EXPECT_EQ(story_kind_name(StoryKind::kFirst), "first");
  EXPECT_EQ(story_kind_name(StoryKind::kContains), "contains");
}

}  // namespace
}  // namespace dateline::stories
