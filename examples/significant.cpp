// Shows the terms and actors that set the articles that match apart from all others.
#include "common/answers.hpp"
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/people.hpp"
#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <cstdio>

namespace {

void print_json(const dateline::SignificantTerms& found) {
  for (const auto& one : found.terms) {
    examples::print({{one.is_actor ? "actor" : "term",
                      {{"text", one.text},
                       {"here", one.here},
                       {"everywhere", one.everywhere},
                       {"score", one.score}}}});
  }
  examples::print_summary({{"count", found.count}}, found);
}

void print_people(const dateline::SignificantTerms& found) {
  for (const auto& one : found.terms) {
    char lead[32];
    std::snprintf(lead, sizeof lead, "%8.1f  ", one.score);
    examples::print_folded(examples::bold(examples::one_line(one.name)) +
                               (one.is_actor ? " (actor)  " : "  ") +
                               examples::with_commas(one.here) + " of " +
                               examples::count_of(one.everywhere, "article"),
                           10, lead);
  }
  examples::print_folded(examples::count_of(found.count, "article") + " asked about", 0);
  examples::print_warnings(found.warnings);
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("significant", "Shows what sets articles apart from all others.",
                            "INDEX QUERY",
                            "  significant news.index kursk\n"
                            "  significant news.index date:2025-02       of a period\n");
  program.argument("INDEX", "The index to ask");
  program.argument("QUERY", "Which articles, as in search");
  program.allow_dashes();
  std::size_t top = 10;
  program.number("--top", top, 0, 1000, "How many terms, and how many actors (default 10)");
  dateline::Bounds bounds;
  examples::add_timeout(program, bounds);
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const auto searcher = examples::open_searcher(program, words[0]);
    const auto found = searcher.significant(examples::join(words, 1), top, bounds);
    if (program.json) {
      print_json(found);
    } else {
      print_people(found);
    }
    return examples::kDone;
  });
}
