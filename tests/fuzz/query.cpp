// Nothing that is typed is an error, what is printed reads as it was, and both text stores say the same.
#include "fuzz/targets.hpp"
#include "index/sample.hpp"

#include <dateline/searcher.hpp>

#include <unistd.h>

#include <filesystem>

namespace dateline::fuzz {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNews[] = {
    "Ceasefire talks in Kyiv. Ukraine said the U.S. will send power to the grid.",
    "Peace talks between Jane Doe and John Doe ended; WHO was not there.",
    "The grid has power again. \"We are back,\" said Jane Doe in Kiev on 3 March 2024.",
    "Gas and power; truce, truce, truce. American officials. ไทยภาษา 中国政府",
    "a'a'a a-b-c negotiator negotiated negotiating US-led F-16 café cafe"};

// The folder may go once the files are open.
Searcher open_sample(TextStore store) {
  const fs::path folder =
      fs::temp_directory_path() / ("dateline_fuzz_query_" + std::to_string(::getpid()));
  const Recipe recipe = Recipe::load(write_recipe(folder / "recipe"));
  {
    Index index = Index::create(folder / "index", recipe, store);
    int number = 0;
    for (const char* text : kNews) {
      Article article = make_article("a" + std::to_string(number++), text, "Title of gas");
      article.date = "2024-03-0" + std::to_string(number);
      article.source = number % 2 == 0 ? "AFP" : "Reuters";
      index.put(article);
      if (number == 3) index.commit();
    }
    index.commit();
  }
  Searcher searcher = Searcher::open(folder / "index");
  fs::remove_all(folder);
  return searcher;
}

}  // namespace

void query(std::string_view bytes) {
  static const Searcher words = open_sample(TextStore::kWords);
  static const Searcher xapian = open_sample(TextStore::kXapian);
  ParseOptions parsing;
  parsing.now = Date{2024, 3, 9};
  const Query parsed = parse_query(bytes, parsing).query;
  require(parse_query(to_string(parsed), parsing).query == parsed,
          "a printed query reads the same");
  SearchOptions options;
  options.facets = true;
  options.parsing = parsing;
  const Results results = words.search(bytes, options);
  require(results.count <= std::size(kNews), "no more articles than there are");
  for (const Hit& hit : results.hits) {
    require(hit.snippet.text.size() == hit.snippet.range.size(), "a snippet is its range");
  }
  require(words.rank(parsed, 10) == xapian.rank(parsed, 10), "both text stores rank the same");
  require(results.count == xapian.search(bytes, options).count, "both text stores count the same");
}

}  // namespace dateline::fuzz
