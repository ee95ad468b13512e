// Looks names up and says what was understood.  In: names.  Out: ids, term trees, notes.
// Tested by tests/analysis/plan_test.cpp.
#include "analysis/plan_names.hpp"

#include "actors/quote_speaker.hpp"
#include "analysis/terms.hpp"

#include <algorithm>
#include <utility>

namespace dateline::analysis {
namespace {

constexpr std::size_t kMaxNameWords = 6;   // of an actor named by words side by side
constexpr std::size_t kMaxCandidates = 5;  // listed in a note

}  // namespace

const Actor* NamePlanner::named(std::string_view text) const {
  const auto actors = context_.actors->named_exactly(text);
  return actors.empty() ? nullptr : &(*context_.actors)[actors.front()].actor;
}

std::size_t NamePlanner::length(const Query& query, std::size_t at) const {
  std::size_t longest = 1;
  std::string text = query.parts[at].text;
  for (std::size_t i = at + 1; i < std::min(query.parts.size(), at + kMaxNameWords); ++i) {
    if (query.parts[i].kind != Query::Kind::kWord) break;
    text.append(" ").append(query.parts[i].text);
    if (!context_.actors->named_exactly(text).empty()) longest = i - at + 1;
  }
  return longest;
}

std::optional<std::string> NamePlanner::resolve(const Query& query) {
  const auto understood = context_.actors->understand(query.text, query.field);
  if (!understood.listed && context_.unlisted) {
    if (auto unlisted = context_.unlisted(query.text)) return unlisted;
  }
  const auto& found = understood.actors;
  if (found.empty()) {
    notes_.push_back(
        {query.range, "no actor is known as \"" + query.text + "\"; searched as a phrase"});
    return std::nullopt;
  }
  const Actor& meant = (*context_.actors)[found.front()].actor;
  if (found.size() > 1 && meant.id != query.text) {
    note_candidates(query, found);
  } else if (!understood.listed) {
    notes_.push_back({query.range, "\"" + query.text + "\" is understood as " + meant.name + " (" +
                                       meant.id + ")"});
  }
  return meant.id;
}

void NamePlanner::note_candidates(const Query& query,
                                  const std::vector<actors::ActorNumber>& found) {
  const auto& entry = [this](actors::ActorNumber n) -> const Actor& {
    return (*context_.actors)[n].actor;
  };
  std::string text = "\"" + query.text + "\" is taken as " + entry(found.front()).name + " (" +
                     entry(found.front()).id + "); it may also be";
  for (std::size_t i = 1; i < std::min(found.size(), kMaxCandidates); ++i) {
    text.append(i == 1 ? " " : ", ").append(entry(found[i]).id);
  }
  notes_.push_back({query.range, std::move(text)});
}

TermTree actor_in(Field field, std::string_view id) {
  std::string term = field == Field::kTitle ? title_actor_term(id) : actor_term(field, id);
  TermTree leaf = term_leaf(std::move(term), What::kActor, std::string(id));
  leaf.body_only = field == Field::kBody;
  return leaf;
}

TermTree actor_tree(std::string_view id) {
  std::vector<TermTree> parts;
  parts.push_back(term_leaf(actor_term(Field::kBody, id), What::kActor, std::string(id)));
  parts.push_back(term_leaf(actor_term(Field::kCaption, id), What::kActor, std::string(id)));
  parts.back().boost = kCaptionBoost;
  return combine(TermTree::Kind::kSum, std::move(parts));
}

TermTree speaker_tree(const actors::Catalog& catalog, std::string_view name) {
  std::vector<TermTree> parts;
  for (const std::string& id : actors::speaker_ids(catalog, name)) {
    parts.push_back(term_leaf(speaker_term(id), What::kNothing, ""));
  }
  return combine(TermTree::Kind::kSum, std::move(parts));
}

}  // namespace dateline::analysis
