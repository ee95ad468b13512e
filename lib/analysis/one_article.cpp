// The term tree over one article's own occurrences.  In: analysis, tree.  Out: yes or no, places.
// Tested by tests/analysis/one_article_test.cpp.
#include "analysis/one_article.hpp"

#include "analysis/terms.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace dateline::analysis {
namespace {

using Kind = TermTree::Kind;

constexpr std::size_t kMostTuples = 1000;

}  // namespace

OneArticle::OneArticle(const Analysis& analysis, bool exact_forms, std::vector<std::string> filters,
                       std::optional<DayRange> published)
    : filters_(std::move(filters)), published_(published) {
  for (const Token& token : analysis.tokens) {
    const Occurrence here{token.position, token.range, token.passage, token.field};
    add(stem_term(token.field, token.form->stem), here);
    if (exact_forms) add(exact_term(token.field, token.form->exact), here);
    if (token.field != Field::kTitle) continue;
    add(title_stem_term(token.form->stem), here);
    if (exact_forms) add(title_exact_term(token.form->exact), here);
  }
  for (const ActorToken& actor : analysis.actors) {
    add(actor_term(actor.field, actor.actor),
        {actor.position, actor.range, actor.passage, actor.field});
    if (actor.field != Field::kTitle) continue;
    add(title_actor_term(actor.actor), {actor.position, actor.range, actor.passage, actor.field});
  }
  std::sort(filters_.begin(), filters_.end());
}

void OneArticle::add(std::string term, const Occurrence& occurrence) {
  terms_[std::move(term)].push_back(occurrence);
}

OneArticle::Occurrences OneArticle::of_term(const TermTree& leaf) const {
  Occurrences result;
  const auto keep = [&](const Occurrences& all) {
    for (const Occurrence& one : all) {
      if (!leaf.body_only || one.position >= kBodyStart) result.push_back(one);
    }
  };
  if (leaf.kind == Kind::kTerm) {
    const auto found = terms_.find(leaf.term);
    if (found != terms_.end()) keep(found->second);
  } else {
    for (const auto& [term, all] : terms_) {
      if (term.starts_with(leaf.term)) keep(all);
    }
  }
  return result;
}

// Where a tree stands that can be part of a phrase or of NEAR.
OneArticle::Occurrences OneArticle::occurrences(const TermTree& tree) const {
  if (tree.kind == Kind::kTerm || tree.kind == Kind::kPrefix) return of_term(tree);
  Occurrences result;
  if (tree.kind == Kind::kPhrase || tree.kind == Kind::kNear) {
    std::vector<Occurrences> parts;
    for (const PositionList& tuple : tuples(tree, parts)) {
      const std::uint32_t first = *std::min_element(tuple.begin(), tuple.end());
      for (const Occurrences& part : parts) {
        const auto at = std::find_if(part.begin(), part.end(),
                                     [&](const Occurrence& o) { return o.position == first; });
        if (at == part.end()) continue;
        result.push_back(*at);
        break;
      }
    }
    return result;
  }
  for (const TermTree& part : tree.parts) {
    const Occurrences more = occurrences(part);
    result.insert(result.end(), more.begin(), more.end());
  }
  std::sort(result.begin(), result.end(), [](const Occurrence& a, const Occurrence& b) {
    return std::tie(a.position, a.range.begin) < std::tie(b.position, b.range.begin);
  });
  return result;
}

std::vector<PositionList> OneArticle::tuples(const TermTree& tree,
                                             std::vector<Occurrences>& parts) const {
  std::vector<PositionList> positions;
  for (const TermTree& part : tree.parts) {
    parts.push_back(occurrences(part));
    PositionList& list = positions.emplace_back();
    for (const Occurrence& one : parts.back()) list.push_back(one.position);
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  return tree.kind == Kind::kPhrase
             ? phrase_matches(positions, kMostTuples)
             : near_matches(positions, tree.distance, tree.ordered, kMostTuples);
}

bool OneArticle::matches(const TermTree& tree) const {
  const auto holds = [this](const TermTree& part) { return matches(part); };
  switch (tree.kind) {
    case Kind::kNothing:
      return false;
    case Kind::kEverything:
      return true;
    case Kind::kTerm:
      return std::binary_search(filters_.begin(), filters_.end(), tree.term) ||
             !of_term(tree).empty();
    case Kind::kPrefix:
      return !of_term(tree).empty();
    case Kind::kSum:
    case Kind::kBest:
      return std::any_of(tree.parts.begin(), tree.parts.end(), holds);
    case Kind::kAll:
      return std::all_of(tree.parts.begin(), tree.parts.end(), holds);
    case Kind::kRequired:
    case Kind::kUnscored:
      return holds(tree.parts.front());
    case Kind::kExcept:
      return holds(tree.parts.front()) &&
             std::none_of(tree.parts.begin() + 1, tree.parts.end(), holds);
    case Kind::kPhrase:
    case Kind::kNear: {
      std::vector<Occurrences> parts;
      return !tuples(tree, parts).empty();
    }
    case Kind::kPublished:
      return published_ && tree.days.first <= published_->first &&
             published_->last <= tree.days.last;
  }
  return false;
}

std::vector<Place> OneArticle::places(const TermTree& tree) const {
  std::vector<Place> result;
  collect(tree, result);
  const auto order = [](const Place& place) {
    return std::tuple(place.passage, place.range.begin, place.range.end, place.what, place.label);
  };
  std::sort(result.begin(), result.end(),
            [&](const Place& a, const Place& b) { return order(a) < order(b); });
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

void OneArticle::collect(const TermTree& tree, std::vector<Place>& out) const {
  switch (tree.kind) {
    case Kind::kTerm:
    case Kind::kPrefix:
      for (const Occurrence& one : of_term(tree)) {
        out.push_back({tree.what, tree.label, one.range, one.passage, one.field});
      }
      return;
    case Kind::kPhrase:
    case Kind::kNear:
      collect_joined(tree, out);
      return;
    case Kind::kExcept:
      if (matches(tree)) collect(tree.parts.front(), out);
      return;
    case Kind::kAll:
    case Kind::kRequired:
      if (!matches(tree)) return;
      break;
    default:
      break;
  }
  for (const TermTree& part : tree.parts) collect(part, out);
}

// A phrase is one place; NEAR marks each of its parts.
void OneArticle::collect_joined(const TermTree& tree, std::vector<Place>& out) const {
  std::vector<Occurrences> parts;
  for (const PositionList& tuple : tuples(tree, parts)) {
    std::vector<Occurrence> chosen;
    for (std::size_t i = 0; i < tuple.size(); ++i) {
      const auto at = std::find_if(parts[i].begin(), parts[i].end(),
                                   [&](const Occurrence& o) { return o.position == tuple[i]; });
      if (at != parts[i].end()) chosen.push_back(*at);
    }
    if (tree.kind == Kind::kPhrase && !chosen.empty()) {
      chosen.front().range.end = chosen.back().range.end;
      chosen.resize(1);
    }
    for (const Occurrence& one : chosen) {
      out.push_back({tree.what, tree.label, one.range, one.passage, one.field});
    }
  }
}

}  // namespace dateline::analysis
