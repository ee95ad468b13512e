// Lists who said what: everybody's quotes, or one speaker's, about anything or about some words.
#include "common/quotes.hpp"

#include "common/answers.hpp"
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/people.hpp"
#include "common/program.hpp"

#include <dateline/dateline.hpp>

int main(int argc, char** argv) {
  examples::Program program("quotes", "Lists who said what.", "INDEX",
                            "  quotes news.index --by Zelensky\n"
                            "  quotes news.index --by \"the Kremlin\" --about \"NATO membership\"\n"
                            "  quotes news.index --about ceasefire --json\n");
  program.argument("INDEX", "The index to ask");
  dateline::QuoteOptions options;
  constexpr std::uint64_t kMost = 10000;
  program.text("--by", "NAME", options.by, "Only what this speaker said: any name, or an id");
  program.text("--about", "WORDS", options.about,
               "Only quotes whose paragraph holds these words, in any form");
  program.number("--top", options.top, 0, kMost, "How many quotes to list (default 10)");
  program.number("--offset", options.offset, 0, kMost, "How many to leave out first (default 0)");
  examples::add_timeout(program, options);
  return program.run(argc, argv, 1, [&](const std::vector<std::string>& words) {
    if (words.size() > 1) {
      throw examples::UsageError{"\"" + words[1] +
                                 "\" is one word too many: name the speaker by --by"};
    }
    const auto searcher = examples::open_searcher(program, words[0]);
    const auto results = searcher.quotes({}, options);
    examples::print_quotes(searcher, results, program.json);
    if (program.json) {
      examples::print_summary({{"count", results.count}}, results);
    } else {
      examples::print_folded(
          (results.exact ? "" : "at least ") + examples::count_of(results.count, "quote"), 0);
      examples::print_warnings(results.warnings);
    }
    return examples::kDone;
  });
}
