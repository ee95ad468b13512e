// Asking, as three programs do it: options, hits, summary.
#pragma once

#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <chrono>
#include <functional>
#include <string>

namespace examples {

// Options of all programs that list hits.
struct AskOptions {
  std::size_t top = 10;
  std::size_t offset = 0;
  bool strict = false;
  dateline::OpenOptions open;
  dateline::Bounds bounds;
  // Called behind each hit, with what else there is to print about it.
  std::function<void(const dateline::Hit& hit)> behind_hit;
  std::function<void()> behind_hits;  // called behind the last one
};

void add_options(Program& program, AskOptions& options, std::size_t default_top);
void add_timeout(Program& program, dateline::Bounds& bounds);

// Prints hits and summary; the exit status.
int print_results(const Program& program, const dateline::Searcher& searcher,
                  const dateline::Results& results, const AskOptions& options,
                  std::chrono::duration<double> seconds);

}  // namespace examples
