// Copies an index while its writer goes on.
#include "common/json.hpp"
#include "common/program.hpp"
#include "common/text.hpp"

#include <dateline/dateline.hpp>

#include <iostream>

int main(int argc, char** argv) {
  examples::Program program("backup", "Copies an index; a later copy takes only what is new.",
                            "INDEX DEST",
                            "  backup news.index /disk/news.backup\n"
                            "  search /disk/news.backup ceasefire    a backup is an index\n");
  program.argument("INDEX", "The index to copy; it may be written meanwhile");
  program.argument("DEST", "A folder, a new one or that of an earlier backup");
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    if (words.size() > 2) throw examples::UsageError{"there are more than two names"};
    const auto report = dateline::backup_index(words[0], words[1]);
    if (program.json) {
      examples::print({{"summary",
                        {{"files", report.files},
                         {"copied", report.copied},
                         {"linked", report.linked},
                         {"bytes", report.bytes}}}});
    } else {
      std::cout << examples::count_of(report.files, "file") << ", "
                << examples::count_of(report.bytes, "byte") << ": " << report.copied << " copied, "
                << report.linked << " linked, the rest was there\n";
    }
    return examples::kDone;
  });
}
