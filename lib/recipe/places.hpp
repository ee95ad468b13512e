// Where recipes are.  In: a folder, or the name of a recipe that comes with the library.
// Out: its folder.
// Tested by tests/recipe/places_test.cpp, and by tests/install over installed libraries.
#pragma once

#include <filesystem>
#include <vector>

namespace dateline::recipe {

// Folders of recipes, best first: in the tree that the library is installed in, wherever that was
// moved (with the static library: the tree of the program); where the library was configured to be
// installed; the source tree.
const std::vector<std::filesystem::path>& places();

// Throws Error(kNotFound).
std::filesystem::path find_recipe(const std::filesystem::path& name_or_folder);

}  // namespace dateline::recipe
