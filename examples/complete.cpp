// Shows how the beginning of a word or name may go on.
#include "common/answers.hpp"
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/people.hpp"
#include "common/program.hpp"
#include "common/terminal.hpp"
#include "common/text.hpp"

#include <dateline/dateline.hpp>

int main(int argc, char** argv) {
  examples::Program program("complete", "Completes words, actors and topics.", "INDEX BEGINNING",
                            "  complete news.index zel\n"
                            "  complete news.index european u\n");
  program.argument("INDEX", "The index to ask");
  program.argument("BEGINNING", "The beginning of a word or name");
  std::size_t top = 10;
  program.number("--top", top, 1, 1000, "How many to list (default 10)");
  dateline::Bounds bounds;
  examples::add_timeout(program, bounds);
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const auto searcher = examples::open_searcher(program, words[0]);
    const auto found = searcher.complete(examples::join(words, 1), top, bounds);
    for (const auto& each : found.found) {
      if (program.json) {
        examples::print(
            {{"completion",
              {{"text", each.text},
               {"kind", each.kind},
               {"id", each.id.empty() ? examples::Json(nullptr) : examples::Json(each.id)},
               {"articles", each.articles}}}});
      } else {
        const std::string usual = each.kind == "actor" ? searcher.actor_name(each.id) : each.text;
        examples::print_folded(examples::one_line(each.text) +
                                   (usual == each.text ? "" : " (" + usual + ")") + " · " +
                                   each.kind + " · " + examples::count_of(each.articles, "article"),
                               2);
      }
    }
    if (program.json) {
      examples::print_summary({{"count", found.found.size()}}, found);
    } else {
      examples::print_warnings(found.warnings);
    }
    return examples::kDone;
  });
}
