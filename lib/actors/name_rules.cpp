// Loads names.json: one object of lists; a string of a list may hold several words, parted by blanks.
// In: a file.  Out: NameRules, or Error(kInvalid).
// Tested by tests/actors/name_rules_test.cpp.
#include "actors/name_rules.hpp"

#include "base/files.hpp"
#include "base/json.hpp"
#include "base/utf8.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <utility>

namespace dateline::actors {
namespace {

[[noreturn]] void fail_names(const std::filesystem::path& file, const std::string& reason) {
  throw Error(ErrorCode::kInvalid, "load name rules", file.string(), reason,
              "see ACTORS.md of the recipe \"news\" for the keys");
}

WordSet* set_named(NameRules& rules, std::string_view key) {
  const std::pair<std::string_view, WordSet*> sets[] = {{"given_names", &rules.given_names},
                                                        {"titles", &rules.titles},
                                                        {"roles", &rules.roles},
                                                        {"speech", &rules.speech},
                                                        {"particles", &rules.particles},
                                                        {"body_endings", &rules.body_endings},
                                                        {"body_heads", &rules.body_heads},
                                                        {"body_kinds", &rules.body_kinds},
                                                        {"place_endings", &rules.place_endings},
                                                        {"place_heads", &rules.place_heads},
                                                        {"openers", &rules.openers},
                                                        {"no_names", &rules.no_names},
                                                        {"common", &rules.common},
                                                        {"surnames_first", &rules.surnames_first}};
  for (const auto& [name, set] : sets) {
    if (name == key) return set;
  }
  return nullptr;
}

template <class Add>
void each_word(std::string_view words, Add add) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (end > 0) add(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

bool add_words(NameRules& rules, const std::string& key, std::string_view words) {
  if (key == "surname_endings") {
    each_word(words, [&](std::string_view word) { rules.surname_endings.emplace_back(word); });
    return true;
  }
  WordSet* set = set_named(rules, key);
  if (set != nullptr) each_word(words, [&](std::string_view word) { set->insert(word); });
  return set != nullptr;
}

}  // namespace

bool NameRules::is_common(std::string_view word) const {
  return common.contains(base::ascii_lower(word));
}

bool NameRules::ends_as_surname(std::string_view word) const {
  return std::any_of(surname_endings.begin(), surname_endings.end(),
                     [&](const std::string& ending) {
                       return word.size() > ending.size() + 2 && word.ends_with(ending);
                     });
}

NameRules load_name_rules(const std::filesystem::path& file) {
  const base::Json json = base::Json::parse(base::system_files().read_all(file));
  const auto* object = json.object();
  if (object == nullptr) fail_names(file, "it is no JSON object");
  NameRules rules;
  for (const auto& [key, value] : *object) {
    if (!add_words(rules, key, {})) fail_names(file, "it has the unknown key \"" + key + "\"");
    if (value.array() == nullptr) fail_names(file, "\"" + key + "\" is no list");
    for (const base::Json& words : *value.array()) {
      if (words.string() == nullptr) fail_names(file, "\"" + key + "\" holds what is no text");
      add_words(rules, key, *words.string());
    }
  }
  return rules;
}

}  // namespace dateline::actors
