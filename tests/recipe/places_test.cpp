#include "recipe/places.hpp"

#include "base/temp_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace dateline::recipe {
namespace {

namespace fs = std::filesystem;

TEST(Places, ARecipeOfTheLibraryIsFoundByItsName) {
  for (const char* name : {"news", "plain"}) {
    const fs::path folder = find_recipe(name);
    EXPECT_EQ(folder.filename(), name);
    EXPECT_TRUE(fs::is_regular_file(folder / "recipe.json"));
  }
}

TEST(Places, TheTreeOfTheLibraryComesBeforeTheConfiguredOne) {
  // Linked statically, the library is where this program is.
  const fs::path own = fs::canonical("/proc/self/exe").parent_path() / "share" / "dateline";
  const auto found = std::find(places().begin(), places().end(), own);
  ASSERT_NE(found, places().end());
  EXPECT_EQ(found, places().begin());
  EXPECT_GT(places().size(), 3U);
}

TEST(Places, AFolderIsTakenAsItIs) {
  TempFolder temp;
  std::ofstream(temp / "recipe.json") << "{}";
  EXPECT_EQ(find_recipe(temp.path()), temp.path());
}

TEST(Places, ANameIsNoPath) {
  for (const char* odd : {"", "no-such-recipe", "./news-that-is-not-here", "../indexes/none"}) {
    const Caught caught = error_of([&] { find_recipe(odd); });
    EXPECT_EQ(caught.code, ErrorCode::kNotFound) << odd;
    EXPECT_TRUE(caught.mentions("name a recipe (news, plain)")) << caught.message;
  }
}

}  // namespace
}  // namespace dateline::recipe
