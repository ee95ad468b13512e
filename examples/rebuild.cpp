// Makes a new index from the articles that another one holds, perhaps by another recipe.
#include "common/build.hpp"
#include "common/terminal.hpp"

#include <dateline/dateline.hpp>

namespace {

void check_free(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return;
  throw dateline::Error(dateline::ErrorCode::kExists, "create index", path.string(),
                        "it is there already", "choose a name that is free");
}

// Only a damaged recipe is in the way, where no other is named.
void tell_damage(const std::string& index, const examples::BuildSettings& settings) {
  for (const auto& damage : dateline::check_index(index).damage) {
    examples::complain("damaged", damage.where + ": " + damage.text);
    if (!settings.recipe.empty() || !damage.where.starts_with("recipe/")) continue;
    throw dateline::Error(dateline::ErrorCode::kCorrupt, "rebuild", index, "its recipe is damaged",
                          "name another one with --recipe");
  }
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("rebuild", "Makes a new index from the articles of another.",
                            "INDEX NEW",
                            "  rebuild news.index newer.index\n"
                            "  rebuild news.index plain.index --recipe plain    for any text\n");
  program.argument("INDEX", "The index to read");
  program.argument("NEW", "The folder to make");
  examples::BuildSettings settings;
  examples::add_options(program, settings);
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    if (words.size() > 2) throw examples::UsageError{"there are more than two names"};
    const auto source = dateline::articles_of(words[0]);
    check_free(words[1]);
    tell_damage(words[0], settings);
    settings.options.learned_from = words[0];
    auto target = examples::create(settings, words[1], std::filesystem::path(words[0]) / "recipe");
    return examples::build(program, settings, target, source);
  });
}
