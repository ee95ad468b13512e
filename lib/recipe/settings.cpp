// Reads recipe.json strictly, and lists of stop words.  In: files.  Out: settings.
// Tested by tests/recipe/recipe_test.cpp.
#include "recipe/settings.hpp"

#include "base/files.hpp"
#include "base/json.hpp"
#include "base/utf8.hpp"
#include "text/fold.hpp"

#include <dateline/error.hpp>

namespace dateline::recipe {
namespace {

constexpr std::int64_t kMostWeight = 100;

class Reader {
 public:
  explicit Reader(const std::filesystem::path& file) : file_(file.string()) {
    try {
      json_ = base::Json::parse(base::system_files().read_all(file));
    } catch (const Error& error) {
      if (error.code() != ErrorCode::kInvalid) throw;
      fail("it is no JSON");
    }
    if (json_.object() == nullptr) fail("it is no JSON object");
  }

  Settings read() {
    for (const auto& [key, value] : *json_.object()) read_key(key, value);
    if (settings_.name.empty()) fail("there is no \"name\"");
    return std::move(settings_);
  }

 private:
  [[noreturn]] void fail(const std::string& reason) const {
    throw Error(ErrorCode::kInvalid, "read recipe", file_, reason, "mend the file");
  }

  void read_key(const std::string& key, const base::Json& value) {
    if (key == "name")
      settings_.name = text(key, value);
    else if (key == "language")
      settings_.language = language(text(key, value));
    else if (key == "detect_language")
      settings_.detect_language = flag(key, value);
    else if (key == "judge_pages")
      settings_.judge_pages = flag(key, value);
    else if (key == "exact_forms")
      settings_.exact_forms = flag(key, value);
    else if (key == "stories")
      settings_.stories = flag(key, value);
    else if (key == "weights")
      read_weights(value);
    else
      fail("the key \"" + key + "\" is not known");
  }

  void read_weights(const base::Json& weights) {
    if (weights.object() == nullptr) fail("\"weights\" is no object");
    for (const auto& [key, value] : *weights.object()) {
      if (key == "title")
        settings_.title_weight = weight(value);
      else if (key == "lead")
        settings_.lead_weight = weight(value);
      else if (key == "body")
        settings_.body_weight = weight(value);
      else
        fail("the weight \"" + key + "\" is not known");
    }
  }

  std::string text(const std::string& key, const base::Json& value) const {
    if (value.string() == nullptr) fail("\"" + key + "\" is no string");
    return *value.string();
  }

  std::string language(std::string code) const {
    const bool fits =
        code.size() == 2 && base::is_ascii_lower(code[0]) && base::is_ascii_lower(code[1]);
    if (!fits) fail("\"language\" is two small letters (ISO 639-1)");
    return code;
  }

  bool flag(const std::string& key, const base::Json& value) const {
    if (value.boolean() == nullptr) fail("\"" + key + "\" is neither true nor false");
    return *value.boolean();
  }

  unsigned weight(const base::Json& value) const {
    const auto* number = value.integer();
    if (number == nullptr || *number < 1 || *number > kMostWeight) {
      fail("a weight is a whole number from 1 to 100");
    }
    return static_cast<unsigned>(*number);
  }

  std::string file_;
  base::Json json_;
  Settings settings_;
};

}  // namespace

Settings read_settings(const std::filesystem::path& file) {
  return Reader(file).read();
}

analysis::StopWords read_stop_words(const std::filesystem::path& file) {
  const std::string bytes = base::system_files().read_all(file);
  if (!base::is_utf8(bytes)) {
    throw Error(ErrorCode::kInvalid, "read recipe", file.string(), "it is no UTF-8");
  }
  analysis::StopWords words;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    std::string_view line = std::string_view(bytes).substr(begin, end - begin);
    begin = end + 1;
    line = line.substr(0, line.find('#'));
    while (!line.empty() && base::is_ascii_space(line.back())) line.remove_suffix(1);
    while (!line.empty() && base::is_ascii_space(line.front())) line.remove_prefix(1);
    if (!line.empty()) words.insert(text::fold_case(line));
  }
  return words;
}

}  // namespace dateline::recipe
