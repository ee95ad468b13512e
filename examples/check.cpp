// Reads a whole index and compares it with its checksums.
#include "common/json.hpp"
#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <iostream>

int main(int argc, char** argv) {
  examples::Program program("check", "Looks for damage in an index.", "INDEX",
                            "  check news.index\n"
                            "  check news.index --json\n");
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
      std::cout << "good: " << report.articles << " articles in " << report.segments
                << " segments, " << report.files << " files, " << report.bytes << " bytes\n";
    }
    for (const auto& damage : report.damage) {
      std::cerr << "damaged: " << damage.where << ": " << damage.text << '\n';
    }
    return report.ok ? examples::kDone : examples::kError;
  });
}
