// Finds recipes by name.  In: where this code was loaded from.  Out: folders.
// Method: dladdr1 (glibc) names the file; the data folder is looked for beside the folders above it.
// Tested by tests/recipe/places_test.cpp.
#include "recipe/places.hpp"

#include <dateline/error.hpp>

#include <dlfcn.h>
#include <link.h>

namespace dateline::recipe {
namespace {

namespace fs = std::filesystem;

constexpr int kFoldersAbove = 3;  // lib/<machine>/libdateline.so

// The shared library, or the program that the static one is in; empty when nobody knows.
fs::path own_file() {
  Dl_info info{};
  link_map* map = nullptr;
  void* const here = reinterpret_cast<void*>(&own_file);
  if (dladdr1(here, &info, reinterpret_cast<void**>(&map), RTLD_DL_LINKMAP) == 0) return {};
  const bool is_program = map == nullptr || map->l_name == nullptr || *map->l_name == '\0';
  std::error_code unknown;
  return fs::canonical(is_program ? "/proc/self/exe" : map->l_name, unknown);
}

std::vector<fs::path> find_places() {
  std::vector<fs::path> places;
  fs::path folder = own_file();
  for (int above = 0; above < kFoldersAbove && folder.has_relative_path(); ++above) {
    folder = folder.parent_path();
    places.push_back(folder / DATELINE_DATA);
  }
  for (const char* place : {DATELINE_FULL_DATA, DATELINE_SOURCE_RECIPES}) {
    if (*place != '\0') places.emplace_back(place);
  }
  return places;
}

bool is_recipe(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / "recipe.json", ignored);
}

}  // namespace

const std::vector<fs::path>& places() {
  static const std::vector<fs::path> found = find_places();
  return found;
}

fs::path find_recipe(const fs::path& name_or_folder) {
  if (is_recipe(name_or_folder)) return name_or_folder;
  if (!name_or_folder.has_parent_path() && !name_or_folder.empty()) {
    for (const fs::path& place : places()) {
      if (is_recipe(place / name_or_folder)) return place / name_or_folder;
    }
  }
  throw Error(ErrorCode::kNotFound, "find recipe", name_or_folder.string(), "there is none",
              "name a recipe (news, plain) or a folder that holds one");
}

}  // namespace dateline::recipe
