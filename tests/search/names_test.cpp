#include "search/names.hpp"

#include "index/sample.hpp"
#include "recipe/data.hpp"

#include <gmock/gmock.h>

namespace dateline::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(EditDistance, CountsChangesAndSwaps) {
  const struct {
    const char* a;
    const char* b;
    std::size_t expected;
  } rows[] = {{"", "", 0},
              {"", "abc", 3},
              {"abc", "abc", 0},
              {"abc", "abd", 1},
              {"abc", "ab", 1},
              {"abc", "xabc", 1},
              {"abcd", "abdc", 1},
              {"ca", "abc", 3},
              {"kitten", "sitting", 3},
              {"abcdef", "badcfe", 3}};
  for (const auto& row : rows) {
    EXPECT_EQ(edit_distance(row.a, row.b, 9), row.expected) << row.a << " " << row.b;
    EXPECT_EQ(edit_distance(row.b, row.a, 9), row.expected) << row.a << " " << row.b;
  }
}

TEST(EditDistance, TellsTooMuchAsTheLimitAndOne) {
  EXPECT_EQ(edit_distance("abc", "xyz", 1), 2u);
  EXPECT_EQ(edit_distance("abc", "abcdefgh", 2), 3u);
  EXPECT_EQ(edit_distance("abc", "abd", 0), 1u);
}

class SimilarNames : public ::testing::Test {
 protected:
  SimilarNames() : recipe_(write_recipe(folder_ / "recipe")) {}
  std::vector<std::string> names(std::string_view name, std::size_t most = 5) {
    return similar_names(recipe_.actors(), name, most);
  }
  TempFolder folder_;
  recipe::Data recipe_;
};

TEST_F(SimilarNames, FindsMisspeltNamesTheMostAlikeFirst) {
  EXPECT_THAT(names("Jane Do"), ElementsAre("Jane Doe"));
  EXPECT_THAT(names("Jone Doe"), ElementsAre("Jane Doe", "John Doe"));
  EXPECT_THAT(names("Jone Doe", 1), ElementsAre("Jane Doe"));
  EXPECT_THAT(names("ukrane"), ElementsAre("Ukraine"));
}

TEST_F(SimilarNames, FindsNothingForWhatIsTooShortTooFarOrNothing) {
  for (const char* name : {"", "xy", "Completely Else", "  "}) EXPECT_THAT(names(name), IsEmpty());
  EXPECT_THAT(names(std::string(1 << 20, 'x')), IsEmpty());
}

}  // namespace
}  // namespace dateline::search
