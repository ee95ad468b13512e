// Makes a new index from the articles that another one holds, perhaps by another recipe.
#include "common/build.hpp"

#include <dateline/dateline.hpp>

namespace {

void check_free(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return;
  throw dateline::Error(dateline::ErrorCode::kExists, "create index", path.string(),
                        "it is there already", "choose a name that is free");
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
    const auto searcher = dateline::Searcher::open(words[0]);
    check_free(words[1]);
    auto target = examples::create(settings, words[1], std::filesystem::path(words[0]) / "recipe");
    const auto source = [&](const auto& sink, const auto&) { searcher.for_each_article(sink); };
    return examples::build(program, settings, target, source);
  });
}
