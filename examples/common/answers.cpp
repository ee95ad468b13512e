// Prints the answers to a question.
#include "common/answers.hpp"

#include "common/json.hpp"
#include "common/people.hpp"

#include <cstdio>
#include <iostream>

namespace examples {
namespace {

// Where the next page begins, as text that --after takes; null at the end.
Json cursor(const dateline::Results& results, const AskOptions& options) {
  const std::uint64_t next = options.offset + results.hits.size();
  return next < results.count && !results.hits.empty() ? Json(std::to_string(next)) : Json(nullptr);
}

void print_json(const dateline::Results& results, const AskOptions& options, double seconds) {
  for (const auto& hit : results.hits) print(to_json(hit));
  print({{"summary",
          {{"count", results.count},
           {"exact", results.exact},
           {"seconds", seconds},
           {"warnings", to_json(results.warnings)},
           {"facets", to_json(results.facets)},
           {"folded", 0},
           {"degraded", !results.exact},
           {"cursor", cursor(results, options)}}}});
}

void print_people(const dateline::Results& results, double seconds) {
  for (const auto& hit : results.hits) print_hit(hit);
  if (!results.facets.empty()) print_facets(results.facets);
  char took[32];
  std::snprintf(took, sizeof took, "%.1f ms", seconds * 1000);
  std::cout << (results.exact ? "" : "at least ") << results.count
            << (results.count == 1 ? " article, " : " articles, ") << took << '\n';
  print_warnings(results.warnings);
}

}  // namespace

void add_options(Program& program, AskOptions& options, std::size_t default_top) {
  options.top = default_top;
  auto& app = program.options();
  app.add_option("--top", options.top, "How many hits to list")->check(CLI::NonNegativeNumber);
  app.add_option("--offset", options.offset, "How many to leave out first")
      ->check(CLI::NonNegativeNumber);
  app.add_flag("--strict", options.strict, "Exit with 3 when there was a warning");
}

int print_results(const Program& program, const dateline::Results& results,
                  const AskOptions& options, std::chrono::duration<double> seconds) {
  if (program.json) {
    print_json(results, options, seconds.count());
  } else {
    print_people(results, seconds.count());
  }
  return options.strict && !results.warnings.empty() ? kStrict : kDone;
}

}  // namespace examples
