// Reads actors from JSON Lines, strictly: an unknown key or kind is an error with file:line.
// In: a file.  Out: records.
// Tested by tests/actors/catalog_test.cpp.
#include "actors/catalog_file.hpp"

#include "base/json_lines.hpp"

#include <dateline/error.hpp>

#include <algorithm>

namespace dateline::actors {
namespace {

constexpr std::string_view kKinds[] = {"person", "org", "country", "place", "office"};

class RecordReader {
 public:
  explicit RecordReader(const base::JsonLine& line) : line_(line), record_{{}, {}, line.where} {}

  CatalogRecord read() {
    for (const auto& [key, value] : line_.object()) read_key(key, value);
    check();
    return std::move(record_);
  }

 private:
  void read_key(const std::string& key, const base::Json& value) {
    Entry& entry = record_.entry;
    if (key == "id")
      entry.actor.id = line_.text(key);
    else if (key == "kind")
      entry.actor.kind = line_.text(key);
    else if (key == "name")
      entry.actor.name = line_.text(key);
    else if (key == "of")
      record_.of = line_.text(key);
    else if (key == "names")
      add_names(key, How::kName, false);
    else if (key == "short")
      add_short_names();
    else if (key == "adjectives")
      add_names(key, How::kAdjective, false);
    else if (key == "metonyms")
      add_names(key, How::kMetonym, false);
    else if (key == "not")
      add_names(key, How::kName, true);
    else if (key == "aliases")
      entry.aliases = line_.texts(key);
    else if (key == "holders")
      add_holders(value);
    else
      line_.fail("the key \"" + key + "\" is not known");
  }

  void add_names(const std::string& key, How how, bool is_not) {
    for (std::string& text : line_.texts(key)) {
      record_.entry.names.push_back({std::move(text), how, is_not, false});
    }
  }

  void add_short_names() {
    for (std::string& text : line_.texts("short")) {
      record_.entry.names.push_back({std::move(text), How::kName, false, true});
    }
  }

  void add_holders(const base::Json& value) {
    if (value.array() == nullptr) line_.fail("\"holders\" is no list");
    for (const base::Json& holder : *value.array()) {
      const base::JsonLine part{holder, line_.where};
      for (const auto& [key, known_below] : part.object()) {
        if (key != "id" && key != "from" && key != "until") {
          line_.fail("the key \"" + key + "\" of a holder is not known");
        }
      }
      if (part.text("id").empty()) line_.fail("a holder has no \"id\"");
      record_.entry.actor.offices.push_back(
          {part.text("id"), date(part, "from"), date(part, "until")});
    }
  }

  static std::string date(const base::JsonLine& holder, std::string_view key) {
    std::string iso = holder.text(key);
    if (!iso.empty() && !Date::parse(iso)) holder.fail("\"" + iso + "\" is no date");
    return iso;
  }

  void check() {
    Actor& actor = record_.entry.actor;
    if (actor.id.empty()) line_.fail("there is no \"id\"");
    if (std::find(std::begin(kKinds), std::end(kKinds), actor.kind) == std::end(kKinds)) {
      line_.fail("the kind is none of person, org, country, place, office");
    }
    if (actor.name.empty()) line_.fail("there is no \"name\"");
    if (actor.kind != "office" && !actor.offices.empty()) line_.fail("only an office has holders");
    record_.entry.names.insert(record_.entry.names.begin(), {actor.name, How::kName, false, false});
  }

  const base::JsonLine& line_;
  CatalogRecord record_;
};

}  // namespace

std::vector<CatalogRecord> read_catalog_file(const std::filesystem::path& file) {
  std::vector<CatalogRecord> records;
  for (const base::JsonLine& line : base::read_json_lines(file)) {
    if (line.object().size() == 1 && line.value.find("as_of") != nullptr) continue;
    records.push_back(RecordReader(line).read());
  }
  return records;
}

}  // namespace dateline::actors
