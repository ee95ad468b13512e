// A recipe is refused with kInvalid or kNotFound, or one can make an index by it and ask it.
#include "fuzz/targets.hpp"
#include "index/sample.hpp"

#include <dateline/error.hpp>
#include <dateline/searcher.hpp>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace dateline::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFiles[] = {"recipe.json",      "page.json",       "names.json",
                                       "quotes.json",      "topics.jsonl",    "actors.jsonl",
                                       "stopwords/en.txt", "stopwords/de.txt"};

// What follows a line "=== NAME" goes to that file.
void write_files(const fs::path& folder, std::string_view bytes) {
  constexpr std::string_view kMark = "=== ";
  while (bytes.starts_with(kMark)) {
    const std::size_t line = std::min(bytes.find('\n'), bytes.size());
    const std::string_view name = bytes.substr(kMark.size(), line - kMark.size());
    const std::size_t next = bytes.find("\n=== ", line);
    const std::size_t end = next == bytes.npos ? bytes.size() : next + 1;
    if (std::find(std::begin(kFiles), std::end(kFiles), name) != std::end(kFiles)) {
      write_text(folder / name,
                 bytes.substr(std::min(line + 1, end), end - std::min(line + 1, end)));
    }
    bytes.remove_prefix(end);
  }
}

void use(const fs::path& folder) {
  const Recipe recipe = Recipe::load(folder / "recipe");
  Index index = Index::create(folder / "index", recipe);
  index.put(make_article("a",
                         "Jane Doe said on Monday: \"Peace talks in Kyiv.\" Sign up for U.S. news.",
                         "Ceasefire"));
  index.commit();
  const Searcher searcher = Searcher::open(folder / "index");
  require(searcher.size() == 1, "an article is there");
  searcher.search("peace actor:kyiv topic:ceasefire");
}

}  // namespace

void recipe(std::string_view bytes) {
  const fs::path folder =
      fs::temp_directory_path() / ("dateline_fuzz_recipe_" + std::to_string(::getpid()));
  fs::remove_all(folder);
  fs::create_directories(folder / "recipe");
  write_files(folder / "recipe", bytes);
  try {
    use(folder);
  } catch (const Error& error) {
    require(error.code() == ErrorCode::kInvalid || error.code() == ErrorCode::kNotFound,
            error.what());
  }
  fs::remove_all(folder);
}

}  // namespace dateline::fuzz
