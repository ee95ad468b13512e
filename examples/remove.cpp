// Removes articles from an index.
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/program.hpp"
#include "common/terminal.hpp"
#include "common/text.hpp"

#include <dateline/dateline.hpp>

#include <iostream>

int main(int argc, char** argv) {
  examples::Program program("remove", "Removes articles from an index.", "INDEX ID...",
                            "  remove news.index 000 wire/17\n");
  program.argument("INDEX", "The index to change");
  program.argument("ID", "Ids of articles, as search shows them");
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    auto index = examples::open_index(program, words[0]);
    std::vector<std::string> unknown;
    std::uint64_t removed = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (index.remove(words[i])) {
        ++removed;
      } else {
        unknown.push_back(words[i]);
      }
    }
    index.merge();
    if (program.json) {
      examples::print({{"summary", {{"removed", removed}, {"unknown", unknown}}}});
    } else {
      std::cout << examples::count_of(removed, "article") << " removed\n";
      for (const auto& id : unknown)
        examples::complain("note", "there is no article \"" + id + "\"");
    }
    return examples::kDone;
  });
}
