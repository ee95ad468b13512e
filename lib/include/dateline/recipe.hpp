// How an index is made: a folder of data, loaded and checked.
// Tested by tests/recipe/recipe_test.cpp.
#pragma once

#include <dateline/export.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace dateline {

namespace recipe {
class Data;
}

/// Fields, languages, names, topics, rules and weights of an index.  Immutable; copies share.
class DATELINE_API Recipe {
 public:
  /// Loads a recipe folder; `name_or_folder` is a folder, or the name of one of the recipes that
  /// come with the library ("news", "plain").
  ///
  /// Errors   kNotFound: no such folder or name; kInvalid with file:line: what it holds is wrong
  static Recipe load(const std::filesystem::path& name_or_folder);

  const std::string& name() const;
  const recipe::Data& data() const { return *data_; }

 private:
  explicit Recipe(std::shared_ptr<const recipe::Data> data) : data_(std::move(data)) {}
  std::shared_ptr<const recipe::Data> data_;
};

}  // namespace dateline
