// Data files of a recipe: JSON Lines whose errors say file:line.
// In: a file.  Out: its objects.
// Tested by tests/base/json_lines_test.cpp.
#pragma once

#include "base/json.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::base {

// An object of a data file and where it stands; reads its values strictly.
struct JsonLine {
  Json value;
  std::string where;  // file:line

  // Throws Error(kInvalid) at this place.
  [[noreturn]] void fail(std::string_view reason) const;
  const Json::Object& object() const;
  // The string of a key; empty when it is absent, an error when it is something else.
  std::string text(std::string_view key) const;
  // The strings of a key; none when it is absent.
  std::vector<std::string> texts(std::string_view key) const;
};

// Empty lines are passed over.  Throws Error: kNotFound, kIo; kInvalid with file:line.
std::vector<JsonLine> read_json_lines(const std::filesystem::path& file);

}  // namespace dateline::base
