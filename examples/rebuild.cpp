// Makes a new index from the articles that another one holds, perhaps by another recipe.
#include "common/build.hpp"

#include <dateline/dateline.hpp>

int main(int argc, char** argv) {
  examples::Program program("rebuild", "Makes a new index from the articles of another.",
                            "INDEX NEW",
                            "  rebuild news.index newer.index\n"
                            "  rebuild news.index plain.index --recipe plain\n");
  examples::BuildSettings settings;
  examples::add_options(program, settings);
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    if (words.size() > 2) throw examples::UsageError{"there are more than two names"};
    const auto searcher = dateline::Searcher::open(words[0]);
    auto target = examples::create(settings, words[1], std::filesystem::path(words[0]) / "recipe");
    const auto source = [&](const auto& sink, const auto&) { searcher.for_each_article(sink); };
    return examples::build(program, settings, target, source);
  });
}
