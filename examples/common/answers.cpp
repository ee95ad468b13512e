// Prints the answers to a question.
#include "common/answers.hpp"

#include "common/json.hpp"
#include "common/people.hpp"
#include "common/terminal.hpp"
#include "common/text.hpp"

#include <cstdio>
#include <iostream>

namespace examples {
namespace {

// Where the next page begins, as text that --after takes; null at the end.
Json cursor(const dateline::Results& results, const AskOptions& options) {
  const std::uint64_t next = options.offset + results.hits.size();
  return next + results.folded < results.count && !results.hits.empty() ? Json(std::to_string(next))
                                                                        : Json(nullptr);
}

void print_json(const dateline::Results& results, const AskOptions& options, double seconds) {
  for (const auto& hit : results.hits) {
    print(to_json(hit));
    if (options.behind_hit) options.behind_hit(hit);
  }
  if (options.behind_hits) options.behind_hits();
  print({{"summary",
          {{"count", results.count},
           {"exact", results.exact},
           {"seconds", seconds},
           {"warnings", to_json(results.warnings)},
           {"facets", to_json(results.facets)},
           {"folded", results.folded},
           {"commit", results.commit},
           {"degraded", results.degraded || !results.exact},
           {"cursor", cursor(results, options)},
           {"did_you_mean",
            results.did_you_mean.empty() ? Json(nullptr) : Json(results.did_you_mean)}}}});
}

void print_people(const dateline::Searcher& searcher, const dateline::Results& results,
                  const AskOptions& options, double seconds) {
  for (const auto& hit : results.hits) {
    print_hit(searcher, hit);
    if (options.behind_hit) options.behind_hit(hit);
  }
  if (options.behind_hits) options.behind_hits();
  if (!results.facets.empty()) print_facets(searcher, results.facets);
  char took[32];
  std::snprintf(took, sizeof took, ", %.1f ms", seconds * 1000);
  const std::string folded =
      results.folded > 0 ? ", " + count_of(results.folded, "reprint") + " folded" : "";
  print_folded(
      (results.exact ? "" : "at least ") + count_of(results.count, "article") + folded + took, 0);
  if (!results.did_you_mean.empty()) {
    print_folded("Did you mean: " + one_line(results.did_you_mean), 0);
  }
  print_warnings(results.warnings);
}

}  // namespace

void add_options(Program& program, AskOptions& options, std::size_t default_top) {
  constexpr std::uint64_t kMost = 10000;
  options.top = default_top;
  program.number("--top", options.top, 0, kMost,
                 "How many hits to list (default " + std::to_string(default_top) + ")");
  program.number("--offset", options.offset, 0, kMost, "How many to leave out first (default 0)");
  program.flag("--strict", options.strict, "Exit with 3 when there was a note");
  program.flag("--degraded", options.open.degraded, "Ask what is sound of a damaged index");
  add_timeout(program, options.bounds);
}

void add_timeout(Program& program, dateline::Bounds& bounds) {
  program.number("--timeout", bounds.timeout, 0, 3600000,
                 "Milliseconds after which the best so far is given (default 0: none)");
}

int print_results(const Program& program, const dateline::Searcher& searcher,
                  const dateline::Results& results, const AskOptions& options,
                  std::chrono::duration<double> seconds) {
  if (program.json) {
    print_json(results, options, seconds.count());
  } else {
    print_people(searcher, results, options, seconds.count());
  }
  return options.strict && !results.warnings.empty() ? kStrict : kDone;
}

}  // namespace examples
