// Finds the articles that name an actor, under whatever name.
#include "common/answers.hpp"
#include "common/json.hpp"
#include "common/key.hpp"
#include "common/pairs.hpp"
#include "common/people.hpp"
#include "common/quotes.hpp"

#include <dateline/dateline.hpp>

#include <iostream>
#include <vector>

namespace {

using examples::Json;

Json to_json(const dateline::ActorAnswer& answer) {
  Json names = Json::array();
  for (const auto& [name, count] : answer.names) {
    names.push_back({{"name", name}, {"count", count}});
  }
  Json actor = examples::to_json(answer.actor);
  return {{"id", actor["id"]},
          {"name", actor["name"]},
          {"kind", actor["kind"]},
          {"provisional", answer.provisional},
          {"names", names},
          {"offices", actor["offices"]},
          {"articles", answer.articles},
          {"mentions", answer.mentions},
          {"candidates", answer.candidates},
          {"confidence", answer.confidence},
          {"first_seen", examples::maybe(answer.first_seen)},
          {"last_seen", examples::maybe(answer.last_seen)}};
}

void print_with(const dateline::Searcher& searcher, const std::vector<dateline::ActorPair>& pairs,
                bool by_period, bool json) {
  for (const auto& pair : pairs) {
    if (json) {
      Json with = {{"id", pair.b},
                   {"articles", pair.articles},
                   {"sentences", pair.sentences},
                   {"near", pair.near}};
      if (by_period) with["date"] = examples::maybe(pair.date);
      examples::print({{"with", with}});
      continue;
    }
    const std::string when = by_period ? " · " + pair.date.value_or("undated") : "";
    std::cout << "with " << examples::one_line(searcher.actor_name(pair.b)) << when << ": "
              << examples::count_of(pair.articles, "article") << ", "
              << examples::count_of(pair.sentences, "sentence") << '\n';
  }
}

void print_months(const dateline::ActorAnswer& answer, bool json) {
  for (const auto& [month, count] : answer.months) {
    const Json date = month.empty() ? Json(nullptr) : Json(month);
    if (json) {
      examples::print({{"bucket", {{"date", date}, {"count", count}, {"folded", 0}}}});
    } else {
      std::cout << (month.empty() ? "unknown" : month) << ": "
                << examples::count_of(count, "article") << '\n';
    }
  }
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
  bool with = false;
  bool quotes = false;
  bool timeline = false;
  dateline::PairOptions pairs;
  examples::PairFiles files;
  program.flag("--with", with, "Lists who is named beside the actor");
  program.flag("--quotes", quotes, "Lists what the actor said");
  program.flag("--timeline", timeline, "Counts articles by month");
  examples::add_pair_options(program, pairs, files);
  program.allow_dashes();
  examples::add_options(program, options, 100);
  return program.run(argc, argv, 2, [&](const std::vector<std::string>& words) {
    const auto begin = std::chrono::steady_clock::now();
    const auto searcher = examples::open_searcher(program, words[0], options.open);
    const std::string name = examples::join(words, 1);
    const auto answer = searcher.actor(name);
    if (!answer) {
      print_unknown(searcher.similar_names(name), program.json);
    } else if (program.json) {
      examples::print({{"actor", to_json(*answer)}});
    } else {
      print_people(searcher, *answer);
    }
    if (answer) {
      options.behind_hits = [&] {
        if (with || files.wanted()) {
          pairs.timeout = options.bounds.timeout;
          pairs.actor = answer->actor.id;
          pairs.actors = dateline::kMostPairedActors;
          pairs.sentences = true;
          pairs.top = options.top;
          const auto found = examples::count_pairs(searcher, pairs, files);
          print_with(searcher, found.pairs, pairs.by.has_value(), program.json);
          examples::print_warnings(found.warnings);
        }
        if (quotes) {
          examples::print_quotes(
              searcher, searcher.quotes({}, {options.bounds, name, {}, options.top}), program.json);
        }
        if (timeline) print_months(*answer, program.json);
      };
    }
    dateline::Query query;
    query.kind = dateline::Query::Kind::kActor;
    query.text = name;
    query.range = {0, name.size()};
    dateline::SearchOptions search{options.bounds};
    search.top = options.top;
    search.offset = options.offset;
    const auto results = searcher.search(query, search);
    return examples::print_results(program, searcher, results, options,
                                   std::chrono::steady_clock::now() - begin);
  });
}
