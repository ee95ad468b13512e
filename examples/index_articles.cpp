// Builds an index from files and folders of articles, or adds to one.
#include "common/build.hpp"
#include "common/key.hpp"
#include "common/terminal.hpp"

#include <dateline/dateline.hpp>

namespace {

namespace fs = std::filesystem;

// Of several inputs, one that cannot be read is passed over; what the index throws is not caught.
dateline::ArticleSource source_of(const std::vector<fs::path>& inputs) {
  return [inputs](const auto& sink, const auto& warn) {
    for (const fs::path& input : inputs) {
      bool reading = true;
      const auto add = [&](dateline::Article&& article) {
        reading = false;
        sink(std::move(article));
        reading = true;
      };
      try {
        dateline::read_articles(input, add, warn);
      } catch (const dateline::Error& error) {
        if (!reading || inputs.size() == 1) throw;
        warn({input.string(), std::string("skipped: ") + error.what()});
      }
    }
  };
}

// Before anything is created: a mistyped name is the commonest mistake.
void check_inputs(const std::vector<fs::path>& inputs) {
  for (const fs::path& input : inputs) {
    std::error_code ignored;
    if (fs::exists(input, ignored)) return;
  }
  throw dateline::Error(dateline::ErrorCode::kNotFound, "read articles", inputs.front().string(),
                        "there is no such file or folder", "check its name");
}

examples::Target open(const examples::Program& program, const examples::BuildSettings& settings,
                      const fs::path& path, bool update) {
  if (update) {
    try {
      examples::Target target{examples::open_index(program, path), path, false};
      if (!settings.recipe.empty()) {
        examples::complain("note",
                           "the index keeps the recipe that it was made with, and --recipe " +
                               settings.recipe + " is not used; rebuild makes an index by " +
                               "another recipe");
      }
      return target;
    } catch (const dateline::Error& error) {
      if (error.code() != dateline::ErrorCode::kNotFound) throw;
    }
  }
  return examples::create(settings, path, "news");
}

void describe(examples::Program& program) {
  program.argument("INDEX", "The folder to make; with --update one that may be there");
  program.argument("INPUT", "A file, or a folder that is read with all folders in it");
  program.section(
      "Files",
      {{".txt", "One article: a page as it was scraped, or plain text in any encoding"},
       {".jsonl .ndjson", "One article a line, as a JSON object; also with .zst or .gz behind"},
       {"others", "Left alone in folders; named as an INPUT, a warning"}});
  program.section("Keys of a record",
                  {{"text, title", "What is searched; one of them is needed"},
                   {"id", "Its name in the index, at most 230 bytes; else FILE:LINE"},
                   {"date, source, url", "When and where it was published"},
                   {"language", "Two letters, such as en; else it is recognised"},
                   {"authors", "A list of names"},
                   {"others", "Kept, and shown by show --json"}});
  program.section("Ids",
                  {{"of a page", "Its path below INPUT without .txt: wire/17 for wire/17.txt"},
                   {"twice in a run", "The first article is kept, the other is a warning"},
                   {"there already", "With --update the article is replaced"}});
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
  program.flag("--update", update, "Add to the index and replace, or create it");
  describe(program);
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const fs::path path = words[0];
    const std::vector<fs::path> inputs(words.begin() + 1, words.end());
    check_inputs(inputs);
    auto target = open(program, settings, path, update);
    return examples::build(program, settings, target, source_of(inputs));
  });
}
