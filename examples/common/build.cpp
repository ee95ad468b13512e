// Builds an index and tells how it went.
#include "common/build.hpp"

#include "common/json.hpp"
#include "common/key.hpp"
#include "common/people.hpp"

#include <charconv>
#include <cstdio>

namespace examples {
namespace {

namespace fs = std::filesystem;

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
           {"commit", index.generation()},
           {"warnings", to_json(report.warnings)}}}});
}

void print_people(const dateline::BuildReport& report, const dateline::Index& index) {
  char speed[64];
  const double megabytes = static_cast<double>(report.bytes) / 1e6;
  std::snprintf(speed, sizeof speed, " (%.1f MB in %.1f s)", megabytes, report.seconds);
  std::string line = count_of(report.articles, "article") + " added, " + with_commas(index.size()) +
                     " in the index" + speed;
  if (report.unchanged > 0) line += ", " + with_commas(report.unchanged) + " unchanged";
  if (report.skipped > 0) line += ", " + count_of(report.skipped, "record") + " skipped";
  if (report.duplicates > 0) line += ", " + count_of(report.duplicates, "duplicate");
  print_folded(line, 0);
}

void remove_empty(const Target& target) {
  std::error_code ignored;
  if (target.is_new && target.index.size() == 0) fs::remove_all(target.path, ignored);
}

dateline::BuildReport fill(const BuildSettings& settings, Target& target,
                           const dateline::ArticleSource& source) try {
  return target.index.add(source, settings.options);
} catch (...) {
  remove_empty(target);
  throw;
}

void set_seconds(double& seconds, const std::string& typed) {
  const char* const end = typed.data() + typed.size();
  const auto read = std::from_chars(typed.data(), end, seconds, std::chars_format::fixed);
  if (read.ec == std::errc() && read.ptr == end && seconds > 0) return;
  throw UsageError{"--commit-every takes a number of seconds above 0, not \"" + typed + "\""};
}

}  // namespace

void add_options(Program& program, BuildSettings& settings) {
  program.text(
      "--recipe", "NAME|DIR", settings.recipe,
      "A recipe's name (news, plain) or folder; by default news, in rebuild the index's own");
  program.number("--threads", settings.options.threads, 1, 1024, "Threads (default: all cores)");
  program.number("--memory", settings.memory_mb, 16, 1 << 20,
                 "Megabytes for all threads together (default 512)");
  program.text(
      "--commit-every", "SECONDS",
      [&](const std::string& typed) { set_seconds(settings.options.commit_every, typed); },
      "What was read so many seconds ago is safe (default 60)");
  program.choice("--text-store", settings.text_store, {"words", "xapian"},
                 "Where terms are kept: in words files (default) or in Xapian databases");
  program.flag("--strict", settings.strict, "Exit with 3 when a record was skipped");
}

Target create(const BuildSettings& settings, const fs::path& path, const fs::path& recipe) {
  const auto chosen =
      dateline::Recipe::load(settings.recipe.empty() ? recipe : fs::path(settings.recipe));
  const auto store =
      settings.text_store == "words" ? dateline::TextStore::kWords : dateline::TextStore::kXapian;
  const bool was_there = fs::exists(path);
  try {
    const bool has_key = store == dateline::TextStore::kXapian;
    return {dateline::Index::create(path, chosen, store, has_key ? make_user_key() : ""), path,
            true};
  } catch (const dateline::Error& error) {
    const bool is_ours = !was_there && error.code() != dateline::ErrorCode::kExists &&
                         error.code() != dateline::ErrorCode::kLocked;
    std::error_code ignored;
    if (is_ours) fs::remove_all(path, ignored);
    throw;
  }
}

namespace {

// Which of the articles that came after the commit meet which alert.
void print_alerts(const Program& program, const Target& target, std::uint64_t before) {
  constexpr std::size_t kMostNamed = 1000;
  if (target.is_new || target.index.generation() == before) return;
  const auto searcher = open_searcher(program, target.path);
  for (const auto& alert : searcher.alerts()) {
    dateline::SearchOptions options;
    options.top = kMostNamed;
    options.after_commit = before;
    const auto found = searcher.search(alert.query, options);
    if (found.count == 0) continue;
    Json ids = Json::array();
    for (const auto& hit : found.hits) ids.push_back(hit.id);
    if (program.json) {
      print({{"alert",
              {{"name", alert.name},
               {"query", alert.query},
               {"articles", found.count},
               {"new", ids}}}});
    } else {
      std::string line = alert.name + ": " + count_of(found.count, "new article");
      for (const auto& hit : found.hits) line += ", " + hit.id;
      print_folded(one_line(line), 2, "");
    }
  }
}

}  // namespace

int build(const Program& program, BuildSettings& settings, Target& target,
          const dateline::ArticleSource& source) {
  settings.options.memory = settings.memory_mb << 20;
  settings.options.progress = show_progress;
  const std::uint64_t before = target.index.generation();
  const auto report = fill(settings, target, source);
  end_progress();
  print_warnings(report.warnings, report.skipped + report.duplicates);
  if (report.articles + report.unchanged == 0) {
    remove_empty(target);
    throw dateline::Error(dateline::ErrorCode::kInvalid, "index articles", "",
                          "there is nothing that could be indexed",
                          "give .txt, .html, .jsonl or .ndjson files, or folders with such files");
  }
  print_alerts(program, target, before);
  if (program.json) {
    print_json(report, target.index);
  } else {
    print_people(report, target.index);
  }
  return settings.strict && report.skipped > 0 ? kStrict : kDone;
}

}  // namespace examples
