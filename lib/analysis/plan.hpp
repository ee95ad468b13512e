// From a query in the user's words to the terms that are looked up.
// In: a query, the index's analysis, actors, topics and languages.  Out: a term tree, and notes on
// what was understood.  A word that names an actor also finds the actor; a stop word ranks only
// when no other word does, and in a sentence the words by which a question is put do not rank.
// Tested by tests/analysis/plan_test.cpp.
#pragma once

#include "actors/catalog.hpp"
#include "analysis/analyzer.hpp"
#include "analysis/term_tree.hpp"
#include "text/words.hpp"

#include <dateline/query.hpp>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

// A topic that a query names: its id and its own query.
struct NamedTopic {
  std::string id;
  const TermTree* tree;
};

struct PlanContext {
  Analyzer* analyzer;
  const actors::Catalog* actors;
  // The topic of an id or name; nullopt when there is none.
  std::function<std::optional<NamedTopic>(std::string_view)> topic;
  // Languages of the articles; the recipe's own is always looked up.
  std::vector<std::string> languages;
  // The id of the actor that no list holds but the articles name so; may be empty.
  std::function<std::optional<std::string>(std::string_view)> unlisted = {};
};

struct Plan {
  TermTree tree;
  std::vector<QueryWarning> notes;
};

// Forgets forms where they have become many, as Analyzer::analyze does.
Plan plan(const Query& query, const PlanContext& context);

// What finds an actor: its mentions in title and body, and with half the weight in captions.
TermTree actor_tree(std::string_view id);

// What finds the articles that quote somebody: a filter for each id the name may stand for.
TermTree speaker_tree(const actors::Catalog& catalog, std::string_view name);

}  // namespace dateline::analysis
