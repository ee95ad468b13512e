// A manifest as text: JSON, then its checksum and its seal.
// In: a Manifest.  Out: two lines, and the way back.
// Tested by tests/storage/manifest_text_test.cpp.
#include "storage/manifest_text.hpp"

#include "base/hash.hpp"
#include "base/json.hpp"
#include "base/secure_hash.hpp"
#include "storage/damage.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <limits>

namespace dateline::storage {
namespace {

using base::Json;

Json number(std::uint64_t value) {
  return Json(static_cast<std::int64_t>(value));
}

// Not by a list in braces: where memory fails within one, g++ 12 destroys what was never made.
Json to_json(const FileEntry& file) {
  Json object;
  object.append("name", file.name);
  object.append("size", number(file.size));
  object.append("checksum", file.checksum);
  object.append("end", file.end);
  return object;
}

Json to_json(const SegmentEntry& segment);

template <class Entry>
Json list(const std::vector<Entry>& entries) {
  Json::Array array;
  for (const Entry& entry : entries) array.push_back(to_json(entry));
  return array;
}

Json to_json(const SegmentEntry& segment) {
  Json object;
  object.append("id", segment.id);
  object.append("articles", number(segment.articles));
  object.append("removed", number(segment.removed));
  object.append("files", list(segment.files));
  if (segment.removed_file) object.append("removed_file", to_json(*segment.removed_file));
  return object;
}

// One name of a path: no way up, no way out.
bool is_plain_name(std::string_view part) {
  return !part.empty() && part != "." && part != ".." &&
         part.find_first_of(std::string_view("/\0", 2)) == std::string_view::npos;
}

bool is_below(std::string_view name) {
  for (;;) {
    const std::size_t slash = name.find('/');
    if (!is_plain_name(name.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    name.remove_prefix(slash + 1);
  }
}

class Parser {
 public:
  explicit Parser(const std::filesystem::path& path) : path_(path) {}

  Manifest manifest(const Json& json) const {
    Manifest manifest;
    manifest.generation = whole(json, "generation");
    manifest.text_store = text(json, "text_store");
    manifest.next_arrival = whole(json, "next_arrival");
    manifest.next_segment = whole(json, "next_segment");
    for (const Json& item : array(json, "recipe")) manifest.recipe.push_back(file(item));
    for (const Json& item : array(json, "segments")) manifest.segments.push_back(segment(item));
    for (const Json& item : array(json, "derived")) manifest.derived.push_back(file(item));
    return manifest;
  }

  std::uint64_t whole(const Json& json, std::string_view key,
                      std::uint64_t most = std::numeric_limits<std::int64_t>::max()) const {
    const std::int64_t* const value = find(json, key).integer();
    if (value == nullptr || *value < 0 || static_cast<std::uint64_t>(*value) > most) fail(key);
    return static_cast<std::uint64_t>(*value);
  }

  [[noreturn]] void fail(std::string_view key) const {
    fail_damaged(path_, "its \"" + std::string(key) + "\" makes no sense");
  }

 private:
  const Json& find(const Json& json, std::string_view key) const {
    const Json* const value = json.find(key);
    if (value == nullptr) fail(key);
    return *value;
  }

  const std::string& text(const Json& json, std::string_view key) const {
    const std::string* const value = find(json, key).string();
    if (value == nullptr) fail(key);
    return *value;
  }

  const Json::Array& array(const Json& json, std::string_view key) const {
    const Json::Array* const value = find(json, key).array();
    if (value == nullptr) fail(key);
    return *value;
  }

  FileEntry file(const Json& json) const {
    FileEntry file = {text(json, "name"), whole(json, "size"), text(json, "checksum"),
                      text(json, "end")};
    if (!is_below(file.name)) fail("name");
    return file;
  }

  SegmentEntry segment(const Json& json) const {
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max() - 1;
    SegmentEntry segment;
    segment.id = text(json, "id");
    if (!is_plain_name(segment.id)) fail("id");
    segment.articles = static_cast<std::uint32_t>(whole(json, "articles", kMost));
    segment.removed = static_cast<std::uint32_t>(whole(json, "removed", segment.articles));
    for (const Json& item : array(json, "files")) segment.files.push_back(file(item));
    if (const Json* const item = json.find("removed_file")) segment.removed_file = file(*item);
    if (segment.removed_file.has_value() != (segment.removed > 0)) fail("removed_file");
    return segment;
  }

  const std::filesystem::path& path_;
};

struct Lines {
  std::string_view first;  // without its end
  std::string_view seal;
};

Lines checked_lines(std::string_view text, const std::filesystem::path& path) {
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) fail_damaged(path, "it is cut short");
  const std::string_view first = text.substr(0, end + 1);
  const std::string checksum = base::checksum(first);
  std::string_view rest = text.substr(end + 1);
  if (!rest.starts_with(checksum) || !rest.ends_with('\n')) {
    fail_damaged(path, "its checksum is wrong");
  }
  rest = rest.substr(checksum.size(), rest.size() - checksum.size() - 1);
  if (rest.empty()) return {first.substr(0, end), {}};
  if (rest.size() != 1 + base::SecureHash::kDigits || rest.front() != ' ' ||
      rest.find_first_not_of("0123456789abcdef", 1) != std::string_view::npos) {
    fail_damaged(path, "its seal is none");
  }
  return {first.substr(0, end), rest.substr(1)};
}

}  // namespace

std::string manifest_line(const Manifest& manifest) {
  Json object;
  object.append("format", number(kFormatVersion));
  object.append("generation", number(manifest.generation));
  object.append("text_store", manifest.text_store);
  object.append("next_arrival", number(manifest.next_arrival));
  object.append("next_segment", number(manifest.next_segment));
  object.append("recipe", list(manifest.recipe));
  object.append("segments", list(manifest.segments));
  object.append("derived", list(manifest.derived));
  return object.dump() + '\n';
}

std::string print_manifest(const Manifest& manifest) {
  const std::string line = manifest_line(manifest);
  const std::string seal = manifest.seal.empty() ? "" : ' ' + manifest.seal;
  return line + base::checksum(line) + seal + '\n';
}

Manifest parse_manifest(std::string_view text, const std::filesystem::path& path) {
  const Lines lines = checked_lines(text, path);
  const Json json = [&] {
    try {
      return Json::parse(lines.first);
    } catch (const Error& error) {
      fail_damaged(path, error.what());
    }
  }();
  const Parser parser(path);
  const std::uint64_t format = parser.whole(json, "format");
  if (format > kFormatVersion) {
    throw Error(ErrorCode::kInvalid, "read", path.native(),
                "its format is " + std::to_string(format) + ", newer than this program knows",
                "use a newer version of Dateline");
  }
  if (format < kFormatVersion) {
    throw Error(ErrorCode::kInvalid, "read", path.native(),
                "its format is " + std::to_string(format) + ", older than this program reads",
                "build the index anew");
  }
  Manifest manifest = parser.manifest(json);
  manifest.seal = lines.seal;
  return manifest;
}

}  // namespace dateline::storage
