// Loads a recipe folder.  In: a folder.  Out: everything that it decides, checked.
// Tested by tests/recipe/recipe_test.cpp.
#include "recipe/data.hpp"

#include "actors/petrarch_file.hpp"
#include "base/files.hpp"
#include "recipe/places.hpp"
#include "recipe/settings.hpp"

#include <dateline/error.hpp>
#include <dateline/recipe.hpp>

#include <algorithm>

namespace dateline::recipe {
namespace {

namespace fs = std::filesystem;

bool is_of_actors(const std::string& name) {
  return (name.starts_with("actors") && name.ends_with(".jsonl")) || actors::is_petrarch_file(name);
}

std::vector<std::string> list_files(const fs::path& folder) {
  std::vector<std::string> files{"recipe.json"};
  std::error_code ignored;
  for (const char* name : {"names.json", "page.json", "quotes.json", "topics.jsonl"}) {
    if (fs::is_regular_file(folder / name, ignored)) files.emplace_back(name);
  }
  base::FileSystem& disk = base::system_files();
  for (const std::string& name : disk.list(folder)) {
    if (is_of_actors(name)) files.push_back(name);
  }
  if (disk.exists(folder / "stopwords")) {
    for (const std::string& name : disk.list(folder / "stopwords")) {
      if (name.ends_with(".txt")) files.push_back("stopwords/" + name);
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

actors::Catalog load_actors(const fs::path& folder, const std::vector<std::string>& files) {
  std::vector<fs::path> paths;
  for (const std::string& file : files) {
    if (is_of_actors(file)) paths.push_back(folder / file);
  }
  return actors::Catalog::load(paths);
}

bool holds(const std::vector<std::string>& files, std::string_view name) {
  return std::find(files.begin(), files.end(), name) != files.end();
}

actors::NameRules load_names(const fs::path& folder, const std::vector<std::string>& files) {
  return holds(files, "names.json") ? actors::load_name_rules(folder / "names.json")
                                    : actors::NameRules();
}

article::PageRules load_pages(const fs::path& folder, const std::vector<std::string>& files,
                              const Settings& settings) {
  article::PageRules rules;
  if (holds(files, "page.json")) rules = article::load_page_rules(folder / "page.json");
  rules.language = settings.language;
  rules.detect_language = settings.detect_language;
  rules.judge_blocks = settings.judge_pages;
  return rules;
}

analysis::Rules load_terms(const fs::path& folder, const std::vector<std::string>& files,
                           const Settings& settings) {
  analysis::Rules rules;
  rules.language = settings.language;
  rules.exact_forms = settings.exact_forms;
  rules.title_weight = settings.title_weight;
  rules.lead_weight = settings.lead_weight;
  rules.body_weight = settings.body_weight;
  for (const std::string& file : files) {
    if (!file.starts_with("stopwords/")) continue;
    const fs::path list = fs::path(file).stem();  // "en", or "en.request"
    const bool is_request = list.extension() == ".request";
    auto& lists = is_request ? rules.request_words : rules.stop_words;
    lists.emplace(list.stem().string(), read_stop_words(folder / file));
  }
  return rules;
}

fs::path existing(const fs::path& folder) {
  std::error_code ignored;
  if (fs::is_regular_file(folder / "recipe.json", ignored)) return folder;
  throw Error(ErrorCode::kNotFound, "load recipe", folder.string(), "there is no recipe.json in it",
              "name a recipe (news, plain) or a folder that holds one");
}

}  // namespace

Data::Data(const fs::path& folder)
    : folder_(existing(folder)),
      files_(list_files(folder_)),
      actors_(load_actors(folder_, files_)),
      mentions_(actors_, load_names(folder_, files_)) {
  const Settings settings = read_settings(folder_ / "recipe.json");
  name_ = settings.name;
  stories_ = settings.stories;
  pages_ = load_pages(folder_, files_, settings);
  terms_ = load_terms(folder_, files_, settings);
  if (holds(files_, "quotes.json")) quotes_ = actors::load_quote_rules(folder_ / "quotes.json");
  if (holds(files_, "topics.jsonl")) {
    topics_ = topics::TopicSet::load(folder_ / "topics.jsonl", terms_, actors_);
  }
}

const actors::QuoteWords& Data::quote_words(std::string_view language) const {
  static const actors::QuoteWords none;
  const auto known = quotes_.find(language == "und" ? std::string_view(terms_.language) : language);
  return known == quotes_.end() ? none : known->second;
}

}  // namespace dateline::recipe

namespace dateline {

Recipe Recipe::load(const std::filesystem::path& name_or_folder) {
  return Recipe(std::make_shared<recipe::Data>(recipe::find_recipe(name_or_folder)));
}

const std::string& Recipe::name() const {
  return data_->name();
}

}  // namespace dateline
