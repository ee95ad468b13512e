// Finds the articles most like one of the index, or like one in a file.
#include "common/answers.hpp"
#include "common/key.hpp"
#include "common/people.hpp"

#include <dateline/dateline.hpp>

#include <chrono>
#include <filesystem>
#include <optional>

namespace {

// The first article of a file; nothing where it is no file.
std::optional<dateline::Article> read_file(const std::string& name) {
  if (!std::filesystem::is_regular_file(name)) return std::nullopt;
  std::optional<dateline::Article> first;
  dateline::read_articles(
      name,
      [&](dateline::Article&& article) {
        if (!first) first = std::move(article);
      },
      [](const dateline::Warning&) {});
  return first;
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program(
      "similar", "Finds articles like one.", "INDEX ID|FILE",
      "  similar news.index 002\n"
      "  similar news.index draft.txt      an article that is not in the index\n");
  program.argument("INDEX", "The index to ask");
  program.argument("ID|FILE", "An article of the index, or a file that holds one");
  examples::AskOptions options;
  examples::add_options(program, options, 10);
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const auto searcher = examples::open_searcher(program, words[0]);
    const std::string name = examples::join(words, 1);
    dateline::SearchOptions wanted{options.bounds};
    wanted.top = options.top;
    wanted.offset = options.offset;
    const auto begin = std::chrono::steady_clock::now();
    const auto file = searcher.article(name) ? std::nullopt : read_file(name);
    const auto results = file ? searcher.similar(*file, wanted) : searcher.similar(name, wanted);
    return examples::print_results(program, searcher, results, options,
                                   std::chrono::steady_clock::now() - begin);
  });
}
