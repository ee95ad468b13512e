// Building an index, as two programs do it: options, report.
#pragma once

#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <filesystem>
#include <string>

namespace examples {

struct BuildSettings {
  std::string recipe;
  std::string text_store = "words";
  std::size_t memory_mb = 512;
  bool strict = false;
  dateline::BuildOptions options;
};

// An index to fill.
struct Target {
  dateline::Index index;
  std::filesystem::path path;
  bool is_new;
};

void add_options(Program& program, BuildSettings& settings);

// Makes an index by the settings' recipe, or by `recipe` when they name none.
Target create(const BuildSettings& settings, const std::filesystem::path& path,
              const std::filesystem::path& recipe);

// Adds a source to the index and prints the report; the exit status.  A new index that holds
// nothing, whatever the reason, is removed again: it would stand in the way of the next try.
int build(const Program& program, BuildSettings& settings, Target& target,
          const dateline::ArticleSource& source);

}  // namespace examples
