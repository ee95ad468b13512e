// Reads a whole index and compares it with its checksums.
#include "common/json.hpp"
#include "common/program.hpp"
#include "common/terminal.hpp"
#include "common/text.hpp"

#include <dateline/dateline.hpp>

int main(int argc, char** argv) {
  examples::Program program("check", "Looks for damage in an index.", "INDEX",
                            "  check news.index\n"
                            "  check news.index --json\n");
  program.argument("INDEX", "The index to read; every file of its newest commit");
  return program.run(argc, argv, 1, [&](const std::vector<std::string>& words) {
    if (words.size() > 1) throw examples::UsageError{"there is more than one name"};
    const auto report = dateline::check_index(words[0]);
    if (program.json) {
      examples::print({{"summary",
                        {{"ok", report.ok},
                         {"articles", report.articles},
                         {"segments", report.segments},
                         {"files", report.files},
                         {"bytes", report.bytes},
                         {"damage", examples::to_json(report.damage)}}}});
    } else if (report.ok) {
      examples::print_folded("good: " + examples::count_of(report.articles, "article") + " in " +
                                 examples::count_of(report.segments, "segment") + ", " +
                                 examples::count_of(report.files, "file") + ", " +
                                 examples::count_of(report.bytes, "byte"),
                             0);
    }
    for (const auto& damage : report.damage) {
      examples::complain("damaged", damage.where + ": " + damage.text);
    }
    return report.ok ? examples::kDone : examples::kError;
  });
}
