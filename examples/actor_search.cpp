// Finds the articles that name an actor, under whatever name.
#include "common/answers.hpp"
#include "common/json.hpp"
#include "common/people.hpp"

#include <dateline/dateline.hpp>

#include <iostream>

namespace {

using examples::Json;

Json to_json(const dateline::ActorAnswer& answer) {
  Json names = Json::array();
  for (const auto& [name, count] : answer.names) {
    names.push_back({{"name", name}, {"count", count}});
  }
  Json offices = Json::array();
  for (const auto& office : answer.actor.offices) {
    offices.push_back({{"id", office.id},
                       {"from", office.from.empty() ? Json(nullptr) : Json(office.from)},
                       {"until", office.until.empty() ? Json(nullptr) : Json(office.until)}});
  }
  return {{"id", answer.actor.id},
          {"name", answer.actor.name},
          {"kind", answer.actor.kind},
          {"provisional", false},
          {"names", names},
          {"offices", offices},
          {"articles", answer.articles},
          {"mentions", answer.mentions},
          {"candidates", answer.candidates}};
}

void print_people(const dateline::Searcher& searcher, const dateline::ActorAnswer& answer) {
  examples::print_folded(examples::bold(examples::one_line(answer.actor.name)) + " · " +
                             answer.actor.kind + " · " +
                             examples::count_of(answer.mentions, "mention") + " in " +
                             examples::count_of(answer.articles, "article"),
                         4, "");
  std::string names;
  for (const auto& [name, count] : answer.names) {
    names.append(names.empty() ? "as " : ", ").append(examples::one_line(name));
    names.append(" ×" + examples::with_commas(count));
  }
  if (!names.empty()) examples::print_folded(names, 4);
  for (const auto& office : answer.actor.offices) {
    std::string line = searcher.actor_name(office.id);
    if (!office.from.empty()) line += ", from " + office.from;
    if (!office.until.empty()) line += ", until " + office.until;
    examples::print_folded(examples::one_line(line), 4);
  }
  std::cout << '\n';
}

void print_unknown(const std::vector<std::string>& candidates, bool json) {
  if (json) {
    examples::print({{"actor", nullptr}, {"candidates", candidates}});
    return;
  }
  if (candidates.empty()) return;  // a note says that the name is searched as a phrase
  examples::print_folded("Did you mean " + examples::one_line(examples::either(candidates)) + "?",
                         0);
  std::cout << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  examples::Program program("actor_search", "Finds the articles that name an actor.", "INDEX NAME",
                            "  actor_search news.index Zelensky\n"
                            "  actor_search news.index Зеленський     any script\n"
                            "  actor_search news.index the Kremlin --json\n");
  program.argument("INDEX", "The index to ask");
  program.argument("NAME", "Any name of the actor, in any script, or its id");
  examples::AskOptions options;
  program.allow_dashes();
  examples::add_options(program, options, 100);
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const auto begin = std::chrono::steady_clock::now();
    const auto searcher = dateline::Searcher::open(words[0], options.open);
    const std::string name = examples::join(words, 1);
    const auto answer = searcher.actor(name);
    if (!answer) {
      print_unknown(searcher.similar_names(name), program.json);
    } else if (program.json) {
      examples::print({{"actor", to_json(*answer)}});
    } else {
      print_people(searcher, *answer);
    }
    dateline::Query query;
    query.kind = dateline::Query::Kind::kActor;
    query.text = name;
    query.range = {0, name.size()};
    dateline::SearchOptions search;
    search.top = options.top;
    search.offset = options.offset;
    const auto results = searcher.search(query, search);
    return examples::print_results(program, searcher, results, options,
                                   std::chrono::steady_clock::now() - begin);
  });
}
