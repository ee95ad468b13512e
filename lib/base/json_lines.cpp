// Reads data files of a recipe.  In: JSON Lines.  Out: objects with their places.
// Tested by tests/base/json_lines_test.cpp.
#include "base/json_lines.hpp"

#include "base/files.hpp"
#include "base/utf8.hpp"

#include <dateline/error.hpp>

namespace dateline::base {
namespace {

bool is_blank(std::string_view line) {
  for (const char c : line) {
    if (!is_ascii_space(c)) return false;
  }
  return true;
}

JsonLine parse_line(std::string_view line, std::string where) {
  if (!is_utf8(line)) JsonLine{{}, where}.fail("it is no UTF-8");
  JsonLine result{{}, std::move(where)};
  try {
    result.value = Json::parse(line);
  } catch (const Error&) {
    result.fail("it is no JSON");
  }
  if (result.value.object() == nullptr) result.fail("it is no JSON object");
  return result;
}

}  // namespace

void JsonLine::fail(std::string_view reason) const {
  throw Error(ErrorCode::kInvalid, "read recipe", where, reason, "mend this line");
}

const Json::Object& JsonLine::object() const {
  if (value.object() == nullptr) fail("it is no JSON object");
  return *value.object();
}

std::string JsonLine::text(std::string_view key) const {
  const Json* found = value.find(key);
  if (found == nullptr) return {};
  if (found->string() == nullptr) fail("\"" + std::string(key) + "\" is no string");
  return *found->string();
}

std::vector<std::string> JsonLine::texts(std::string_view key) const {
  std::vector<std::string> result;
  const Json* found = value.find(key);
  if (found == nullptr) return result;
  if (found->array() == nullptr) fail("\"" + std::string(key) + "\" is no list");
  for (const Json& item : *found->array()) {
    if (item.string() == nullptr || item.string()->empty()) {
      fail("\"" + std::string(key) + "\" holds something that is no string");
    }
    result.push_back(*item.string());
  }
  return result;
}

std::vector<JsonLine> read_json_lines(const std::filesystem::path& file) {
  const std::string bytes = system_files().read_all(file);
  std::vector<JsonLine> lines;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const auto line = std::string_view(bytes).substr(begin, end - begin);
    ++number;
    begin = end + 1;
    if (!is_blank(line)) {
      lines.push_back(parse_line(line, file.filename().string() + ":" + std::to_string(number)));
    }
  }
  return lines;
}

}  // namespace dateline::base
