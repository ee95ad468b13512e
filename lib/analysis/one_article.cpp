// The term tree over one article's own occurrences.  In: analysis, tree.  Out: yes or no, places.
// Tested by tests/analysis/one_article_test.cpp.
#include "analysis/one_article.hpp"

#include "analysis/term_pattern.hpp"
#include "analysis/terms.hpp"

#include <algorithm>
#include <bit>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace dateline::analysis {
namespace {

using Kind = TermTree::Kind;

constexpr std::size_t kMostTuples = 1000;

}  // namespace

OneArticle::OneArticle(const Analysis& analysis, const base::Vocabulary& terms,
                       std::vector<std::string> filters, std::optional<DayRange> published)
    : analysis_(analysis),
      terms_(terms),
      slots_(std::bit_ceil(2 * analysis.postings.size() + 1)),
      next_(analysis.postings.size()),
      filters_(std::move(filters)),
      published_(published) {
  for (std::size_t i = next_.size(); i-- > 0;) {  // so that the first comes last, and stands first
    Slot& slot = slot_of(analysis.postings[i].term);
    next_[i] = slot.term == kNone ? kNone : slot.first;
    present_.set(analysis.postings[i].term % kPlaces);
    slot = {analysis.postings[i].term, static_cast<std::uint32_t>(i)};
  }
  std::sort(filters_.begin(), filters_.end());
}

const OneArticle::Slot& OneArticle::slot_of(std::uint32_t term) const {
  const std::size_t mask = slots_.size() - 1;
  const std::uint32_t hash = term * 0x9E3779B1U;
  std::size_t at = hash & mask;
  while (slots_[at].term != kNone && slots_[at].term != term) at = (at + 1) & mask;
  return slots_[at];
}

OneArticle::Slot& OneArticle::slot_of(std::uint32_t term) {
  return const_cast<Slot&>(std::as_const(*this).slot_of(term));
}

OneArticle::Occurrence OneArticle::occurrence(std::uint32_t posting) const {
  const std::uint32_t source = analysis_.sources[posting];
  if ((source & Analysis::kActorSource) == 0) {
    const Token& token = analysis_.tokens[source];
    return {token.position, token.range, token.passage, token.field};
  }
  const ActorToken& actor = analysis_.actors[source & ~Analysis::kActorSource];
  return {actor.position, actor.range, actor.passage, actor.field};
}

std::uint32_t OneArticle::first_of(const TermTree& leaf) const {
  const auto number = leaf.number ? leaf.number : terms_.find(leaf.term);
  if (!number || !present_[*number % kPlaces]) return kNone;
  const Slot& slot = slot_of(*number);
  return slot.term == kNone ? kNone : slot.first;
}

void OneArticle::add_all(std::uint32_t first, bool body_only, Occurrences& out) const {
  for (std::uint32_t i = first; i != kNone; i = next_[i]) {
    if (!body_only || analysis_.postings[i].position >= kBodyStart) out.push_back(occurrence(i));
  }
}

OneArticle::Occurrences OneArticle::of_term(const TermTree& leaf) const {
  Occurrences result;
  if (leaf.kind == Kind::kTerm) {
    add_all(first_of(leaf), leaf.body_only, result);
    return result;
  }
  TermPattern pattern(leaf);
  for (const Slot& slot : slots_) {
    if (slot.term != kNone && pattern.look(terms_[slot.term]).fits) {
      add_all(slot.first, leaf.body_only, result);
    }
  }
  return result;
}

bool OneArticle::stands(const TermTree& leaf) const {
  for (std::uint32_t i = first_of(leaf); i != kNone; i = next_[i]) {
    if (!leaf.body_only || analysis_.postings[i].position >= kBodyStart) return true;
  }
  return false;
}

bool OneArticle::may_stand(const TermTree& tree) const {
  const auto may = [this](const TermTree& part) { return may_stand(part); };
  switch (tree.kind) {
    case Kind::kTerm:
      return first_of(tree) != kNone;
    case Kind::kPrefix:
      return true;
    case Kind::kPhrase:
    case Kind::kNear:
      return std::all_of(tree.parts.begin(), tree.parts.end(), may);
    default:
      return std::any_of(tree.parts.begin(), tree.parts.end(), may);
  }
}

// Where a tree stands that can be part of a phrase or of NEAR.
OneArticle::Occurrences OneArticle::occurrences(const TermTree& tree) const {
  if (tree.kind == Kind::kTerm || tree.kind == Kind::kPrefix) return of_term(tree);
  Occurrences result;
  if (tree.kind == Kind::kPhrase || tree.kind == Kind::kNear) {
    const Parts parts = parts_of(tree);
    for (const PositionList& tuple : tuples(tree, parts)) {
      const std::uint32_t first = *std::min_element(tuple.begin(), tuple.end());
      for (const auto& part : parts) {
        const auto at = std::find_if(part->begin(), part->end(),
                                     [&](const Occurrence& o) { return o.position == first; });
        if (at == part->end()) continue;
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

OneArticle::Parts OneArticle::parts_of(const TermTree& tree) const {
  if (!may_stand(tree)) return {};
  Parts parts;
  std::map<std::pair<std::string_view, bool>, std::shared_ptr<const Occurrences>> of_words;
  for (const TermTree& part : tree.parts) {
    std::shared_ptr<const Occurrences> made;
    auto& place = part.kind == Kind::kTerm ? of_words[{part.term, part.body_only}] : made;
    if (place == nullptr) place = std::make_shared<const Occurrences>(occurrences(part));
    parts.push_back(place);
  }
  return parts;
}

std::vector<PositionList> OneArticle::tuples(const TermTree& tree, const Parts& parts) const {
  if (parts.empty()) return {};
  std::vector<PositionList> positions;
  for (const auto& part : parts) {
    PositionList& list = positions.emplace_back();
    for (const Occurrence& one : *part) list.push_back(one.position);
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
  return tree.kind == Kind::kPhrase
             ? phrase_matches(positions, kMostTuples)
             : near_matches(positions, tree.distance, tree.ordered, kMostTuples);
}

bool OneArticle::stands_at_least(const TermTree& tree) const {
  std::set<std::uint32_t> positions;
  for (const Occurrence& one : occurrences(tree.parts.front())) positions.insert(one.position);
  return positions.size() >= tree.distance;
}

bool OneArticle::matches(const TermTree& tree) const {
  const auto holds = [this](const TermTree& part) { return matches(part); };
  switch (tree.kind) {
    case Kind::kNothing:
      return false;
    case Kind::kEverything:
      return true;
    case Kind::kTerm:
      return stands(tree) || std::binary_search(filters_.begin(), filters_.end(), tree.term);
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
    case Kind::kNear:
      return may_stand(tree) && !tuples(tree, parts_of(tree)).empty();
    case Kind::kAtLeast:
      return stands_at_least(tree);
    case Kind::kPublished:
      return published_ && tree.days.first <= published_->first &&
             published_->last <= tree.days.last;
  }
  return false;
}

std::vector<Place> OneArticle::places(const TermTree& tree) const {
  Collected collected;
  collect(tree, collected);
  std::vector<Place> result = std::move(collected.places);
  const auto order = [](const Place& place) {
    return std::tuple(place.passage, place.range.begin, place.range.end, place.what, place.label);
  };
  std::sort(result.begin(), result.end(),
            [&](const Place& a, const Place& b) { return order(a) < order(b); });
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

void OneArticle::collect_word(const TermTree& leaf, Collected& out) const {
  const bool is_new =
      out.words.emplace(leaf.term, leaf.pattern, leaf.edits, leaf.body_only, leaf.what, leaf.label)
          .second;
  if (!is_new) return;
  for (const Occurrence& one : of_term(leaf)) {
    out.places.push_back({leaf.what, leaf.label, one.range, one.passage, one.field});
  }
}

void OneArticle::collect(const TermTree& tree, Collected& out) const {
  switch (tree.kind) {
    case Kind::kTerm:
    case Kind::kPrefix:
      collect_word(tree, out);
      return;
    case Kind::kPhrase:
    case Kind::kNear:
      collect_joined(tree, out.places);
      return;
    case Kind::kExcept:
      if (matches(tree)) collect(tree.parts.front(), out);
      return;
    case Kind::kAll:
    case Kind::kAtLeast:
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
  const Parts parts = parts_of(tree);
  for (const PositionList& tuple : tuples(tree, parts)) {
    std::vector<Occurrence> chosen;
    for (std::size_t i = 0; i < tuple.size(); ++i) {
      const auto at = std::find_if(parts[i]->begin(), parts[i]->end(),
                                   [&](const Occurrence& o) { return o.position == tuple[i]; });
      if (at != parts[i]->end()) chosen.push_back(*at);
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
