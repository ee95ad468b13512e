// Building an index, as two programs do it: options, report.
#pragma once

#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <filesystem>
#include <string>

namespace examples {

struct BuildSettings {
  std::string recipe = "news";
  std::string text_store = "xapian";
  std::size_t memory_mb = 512;
  bool strict = false;
  dateline::BuildOptions options;
};

void add_options(Program& program, BuildSettings& settings);

// Adds a source to the index and prints the report; the exit status.
int build(const Program& program, BuildSettings& settings, dateline::Index& index,
          const dateline::ArticleSource& source);

}  // namespace examples
