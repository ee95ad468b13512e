// Lists the actors of an index, those named in most articles first.
#include "common/json.hpp"
#include "common/people.hpp"
#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <iostream>

namespace {

using examples::Json;

void print_json(const dateline::ActorCount& count) {
  Json actor = examples::to_json(count.actor);
  actor["provisional"] = count.provisional;
  actor["confidence"] = count.confidence;
  actor["articles"] = count.articles;
  examples::print({{"actor", actor}});
}

void print_people(const dateline::ActorCount& count) {
  std::string line = examples::bold(examples::one_line(count.actor.name)) + " · " +
                     count.actor.kind + " · " + examples::count_of(count.articles, "article") +
                     " " + examples::faint("(" + examples::one_line(count.actor.id) + ")");
  examples::print_folded(line, 4, "");
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("actors", "Lists the actors of an index, the most named first.",
                            "INDEX",
                            "  actors news.index --kind person\n"
                            "  actors news.index --provisional      those that no list holds\n");
  program.argument("INDEX", "The index to ask");
  dateline::ActorListOptions options;
  program.choice("--kind", options.kind, {"person", "org", "country", "place", "office"},
                 "Only actors of this kind");
  program.flag("--provisional", options.provisional, "Only actors that the recipe does not list");
  program.number("--top", options.top, 0, 1000000, "How many at most");
  return program.run(argc, argv, 1, [&](const std::vector<std::string>& words) {
    const auto searcher = dateline::Searcher::open(words[0]);
    const auto actors = searcher.actors(options);
    for (const auto& actor : actors) program.json ? print_json(actor) : print_people(actor);
    if (program.json) examples::print({{"summary", {{"actors", actors.size()}}}});
    return examples::kDone;
  });
}
