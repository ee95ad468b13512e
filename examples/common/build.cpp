// Builds an index and tells how it went.
#include "common/build.hpp"

#include "common/json.hpp"
#include "common/people.hpp"

#include <cstdio>
#include <iostream>

namespace examples {
namespace {

void print_json(const dateline::BuildReport& report, const dateline::Index& index) {
  print({{"summary",
          {{"articles", report.articles},
           {"skipped", report.skipped},
           {"duplicates", report.duplicates},
           {"unchanged", report.unchanged},
           {"bytes", report.bytes},
           {"seconds", report.seconds},
           {"segments", index.segments()},
           {"index_bytes", index.bytes_on_disk()},
           {"commits", report.commits},
           {"warnings", to_json(report.warnings)}}}});
}

void print_people(const dateline::BuildReport& report, const dateline::Index& index) {
  char speed[32];
  const double megabytes = static_cast<double>(report.bytes) / 1e6;
  std::snprintf(speed, sizeof speed, "%.1f MB in %.1f s", megabytes, report.seconds);
  std::cout << report.articles << " articles added, " << index.size() << " in the index (" << speed
            << ")";
  if (report.unchanged > 0) std::cout << ", " << report.unchanged << " unchanged";
  if (report.skipped > 0) std::cout << ", " << report.skipped << " records skipped";
  if (report.duplicates > 0) std::cout << ", " << report.duplicates << " duplicates";
  std::cout << '\n';
}

}  // namespace

void add_options(Program& program, BuildSettings& settings) {
  auto& app = program.options();
  app.add_option(
      "--recipe", settings.recipe,
      "A recipe's name (news, plain) or folder; default news, in rebuild the index's own");
  app.add_option("--threads", settings.options.threads, "Threads; 0 takes all cores");
  app.add_option("--memory", settings.memory_mb, "Megabytes for all threads together")
      ->check(CLI::Range(16, 1 << 20));
  app.add_option("--commit-every", settings.options.commit_every, "Seconds between commits")
      ->check(CLI::PositiveNumber);
  app.add_option("--text-store", settings.text_store, "Where terms are kept")
      ->check(CLI::IsMember({"words", "xapian"}));
  app.add_flag("--strict", settings.strict, "Exit with 3 when a record was skipped");
}

Target create(const BuildSettings& settings, const std::filesystem::path& path,
              const std::filesystem::path& recipe) {
  const auto chosen = settings.recipe.empty() ? recipe : std::filesystem::path(settings.recipe);
  const auto store =
      settings.text_store == "words" ? dateline::TextStore::kWords : dateline::TextStore::kXapian;
  return {dateline::Index::create(path, dateline::Recipe::load(chosen), store), path, true};
}

int build(const Program& program, BuildSettings& settings, Target& target,
          const dateline::ArticleSource& source) {
  settings.options.memory = settings.memory_mb << 20;
  settings.options.progress = show_progress;
  const auto report = target.index.add(source, settings.options);
  end_progress();
  print_warnings(report.warnings, report.skipped + report.duplicates);
  if (report.articles + report.unchanged == 0) {
    // An index made for nothing would stand in the way of the next try.
    if (target.is_new) std::filesystem::remove_all(target.path);
    throw dateline::Error(dateline::ErrorCode::kInvalid, "index articles", "",
                          "there is nothing that could be indexed",
                          "give .txt, .jsonl or .ndjson files, or folders with such files");
  }
  if (program.json) {
    print_json(report, target.index);
  } else {
    print_people(report, target.index);
  }
  return settings.strict && report.skipped > 0 ? kStrict : kDone;
}

}  // namespace examples
