// Lists the actors of an index, those named in most articles first.
#include "common/answers.hpp"
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/pairs.hpp"
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

void print_json(const dateline::ActorPair& pair, const dateline::PairOptions& options) {
  examples::print({{"pair",
                    {{"a", pair.a},
                     {"b", pair.b},
                     {"date", examples::maybe(pair.date)},
                     {"articles", pair.articles},
                     {"near", pair.near},
                     {"sentences", options.sentences ? Json(pair.sentences) : Json(nullptr)}}}});
}

void print_people(const dateline::Searcher& searcher, const dateline::ActorPair& pair,
                  const dateline::PairOptions& options) {
  std::string line = examples::bold(examples::one_line(searcher.actor_name(pair.a))) + " and " +
                     examples::bold(examples::one_line(searcher.actor_name(pair.b)));
  if (options.by) line += " · " + pair.date.value_or("undated");
  line += " · " + examples::count_of(pair.articles, "article") + ", in " +
          examples::with_commas(pair.near) + " near each other";
  if (options.sentences) line += ", " + examples::count_of(pair.sentences, "sentence");
  examples::print_folded(line, 4, "");
}

int print_pairs(const dateline::Searcher& searcher, const dateline::PairOptions& options,
                const examples::PairFiles& files, bool json) {
  const auto found = examples::count_pairs(searcher, options, files);
  for (const auto& pair : found.pairs) {
    json ? print_json(pair, options) : print_people(searcher, pair, options);
  }
  if (json) {
    examples::print_summary({{"pairs", found.pairs.size()}}, found);
  } else {
    examples::print_warnings(found.warnings);
  }
  return examples::kDone;
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program(
      "actors", "Lists the actors of an index, the most named first.", "INDEX",
      "  actors news.index --kind person\n"
      "  actors news.index --provisional      those that no list holds\n"
      "  actors news.index --with --graphml news.graphml      who with whom\n");
  program.argument("INDEX", "The index to ask");
  dateline::ActorListOptions options;
  program.choice("--kind", options.kind, {"person", "org", "country", "place", "office"},
                 "Only actors of this kind");
  program.flag("--provisional", options.provisional, "Only actors that the recipe does not list");
  program.number("--top", options.top, 0, 1000000, "How many at most (default 100)");
  bool with = false;
  dateline::PairOptions pairs;
  examples::PairFiles files;
  program.flag("--with", with, "Lists pairs of actors who are named together");
  program.number("--among", pairs.actors, 2, dateline::kMostPairedActors,
                 "With --with: of the N most named actors (default 1,000)");
  program.flag("--sentences", pairs.sentences,
               "With --with: count sentences too, which takes longer");
  examples::add_pair_options(program, pairs, files);
  examples::add_timeout(program, pairs);
  return program.run(argc, argv, 1, [&](const std::vector<std::string>& words) {
    const auto searcher = examples::open_searcher(program, words[0]);
    pairs.top = options.top;
    if (with || files.wanted()) {
      if (!options.kind.empty() || options.provisional) {
        throw examples::UsageError{"--kind and --provisional do not go with --with"};
      }
      return print_pairs(searcher, pairs, files, program.json);
    }
    const auto actors = searcher.actors(options);
    for (const auto& actor : actors) program.json ? print_json(actor) : print_people(actor);
    if (program.json) examples::print({{"summary", {{"actors", actors.size()}}}});
    return examples::kDone;
  });
}
