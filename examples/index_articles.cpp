// Builds an index from files and folders of articles, or adds to one.
#include "common/build.hpp"

#include <dateline/dateline.hpp>

namespace {

namespace fs = std::filesystem;

dateline::ArticleSource source_of(std::vector<fs::path> inputs) {
  return [inputs = std::move(inputs)](const auto& sink, const auto& warn) {
    for (const fs::path& input : inputs) dateline::read_articles(input, sink, warn);
  };
}

// Before anything is created: a mistyped name is the commonest mistake.
void check_inputs(const std::vector<fs::path>& inputs) {
  for (const fs::path& input : inputs) {
    std::error_code ignored;
    if (fs::exists(input, ignored)) continue;
    throw dateline::Error(dateline::ErrorCode::kNotFound, "read articles", input.string(),
                          "there is no such file or folder", "check its name");
  }
}

examples::Target open(const examples::BuildSettings& settings, const fs::path& path, bool update) {
  if (update) {
    try {
      return {dateline::Index::open(path), path, false};
    } catch (const dateline::Error& error) {
      if (error.code() != dateline::ErrorCode::kNotFound) throw;
    }
  }
  return examples::create(settings, path, "news");
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("index_articles", "Builds an index from articles.", "INDEX INPUT...",
                            "  index_articles news.index articles/\n"
                            "  index_articles news.index more.jsonl.zst --update\n"
                            "  index_articles text.index corpus.jsonl --recipe plain\n");
  examples::BuildSettings settings;
  bool update = false;
  examples::add_options(program, settings);
  program.options().add_flag("--update", update, "Add to the index and replace, or create it");
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const fs::path path = words[0];
    const std::vector<fs::path> inputs(words.begin() + 1, words.end());
    check_inputs(inputs);
    auto target = open(settings, path, update);
    return examples::build(program, settings, target, source_of(inputs));
  });
}
