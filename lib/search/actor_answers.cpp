// Actors of an index.  In: names, ids.  Out: counts and lists.
// Tested by tests/search/actor_answers_test.cpp.
#include "search/actor_answers.hpp"

#include "actors/unlisted.hpp"
#include "index/record.hpp"
#include "search/stored.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace dateline::search {
namespace {

struct Place {
  std::size_t segment;
  std::uint32_t doc;
};

const storage::ValueColumn& actors_of(const storage::Segment& segment) {
  return segment.columns()[storage::Column::kActors];
}

// The live articles that name the actor, segment by segment.
std::vector<Place> places_of(const Snapshot& snapshot, std::string_view id) {
  std::vector<Place> places;
  for (std::size_t s = 0; s < snapshot.segments().size(); ++s) {
    const storage::Segment& segment = *snapshot.segments()[s];
    const auto number = actors_of(segment).find(id);
    if (!number) continue;
    for (std::uint32_t doc = 0; doc < segment.size(); ++doc) {
      bool named = false;
      actors_of(segment).for_each(doc, [&](std::uint32_t each) { named |= each == *number; });
      if (named && !segment.removed(doc)) places.push_back({s, doc});
    }
  }
  return places;
}

index::Record record_at(const Snapshot& snapshot, Place place) {
  return index::decode(snapshot.segments()[place.segment]->record(place.doc));
}

// What an article says of an unlisted actor.
std::optional<ProvisionalActor> provisional_in(const Snapshot& snapshot, Place place,
                                               std::string_view id) {
  const index::Record record = record_at(snapshot, place);
  for (const actors::Unlisted& own : record.unlisted) {
    if (own.id == id) return ProvisionalActor{{own.id, own.kind, own.name, {}, {}}, own.confidence};
  }
  return std::nullopt;
}

// Counts by month, and between which days.
void count_days(const Snapshot& snapshot, const std::vector<Place>& places, ActorAnswer& answer) {
  std::map<std::string, std::uint64_t> months;
  std::optional<int> first;
  std::optional<int> last;
  for (const Place& place : places) {
    const auto days = snapshot.segments()[place.segment]->columns().published(place.doc);
    if (!days) {
      ++months[""];
      continue;
    }
    const Date date = Date::from_days(days->first);
    ++months[Date{date.year, date.month, 0}.iso()];
    first = std::min(first.value_or(days->first), days->first);
    last = std::max(last.value_or(days->last), days->last);
  }
  if (first) answer.first_seen = Date::from_days(*first).iso();
  if (last) answer.last_seen = Date::from_days(*last).iso();
  answer.months.assign(months.begin(), months.end());
}

void count_names(const Snapshot& snapshot, const std::vector<Place>& places, ActorAnswer& answer) {
  std::map<std::string, std::uint64_t> names;
  std::map<std::string, double> kinds;
  for (const Place& place : places) {
    const index::Record record = record_at(snapshot, place);
    const auto passages = passages_of(record);
    const actors::Cast cast(snapshot.recipe().actors(), record.unlisted);
    for (const actors::Found& mention : record.mentions) {
      if (cast.id(mention.actor) != answer.actor.id) continue;
      ++names[std::string(mention_text(mention, passages))];
      ++answer.mentions;
    }
    for (const actors::Unlisted& own : record.unlisted) {
      if (own.id != answer.actor.id) continue;
      kinds[own.kind] += own.confidence;
      answer.confidence = std::max(answer.confidence, own.confidence);
      if (answer.actor.name.empty()) answer.actor.name = own.name;
    }
  }
  answer.names.assign(names.begin(), names.end());
  std::stable_sort(answer.names.begin(), answer.names.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (kinds.empty()) return;
  answer.actor.kind =
      std::max_element(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) {
        return a.second < b.second;
      })->first;
}

// Whom the name means, without counts.
std::optional<ActorAnswer> resolve_actor(const Snapshot& snapshot, std::string_view name) {
  const actors::Catalog& catalog = snapshot.recipe().actors();
  ActorAnswer answer;
  auto understood = catalog.understand(name);
  const auto unlisted = understood.listed ? std::nullopt : unlisted_actor(snapshot, name);
  if (unlisted) {
    answer.actor.id = *unlisted;
    answer.provisional = true;
    return answer;
  }
  if (understood.actors.empty()) return std::nullopt;
  answer.actor = catalog[understood.actors.front()].actor;
  answer.by_likeness = !understood.listed;
  const bool is_id = answer.actor.id == name;
  for (std::size_t i = 1; i < understood.actors.size() && !is_id; ++i) {
    answer.candidates.push_back(catalog[understood.actors[i]].actor.id);
  }
  return answer;
}

// In how many live articles an actor is named, and in which of them first.
struct Named {
  std::uint64_t articles = 0;
  Place first{};
};

using NamedActors = std::unordered_map<std::string_view, Named>;  // by id

NamedActors named_actors(const Snapshot& snapshot) {
  NamedActors named;
  for (std::size_t s = 0; s < snapshot.segments().size(); ++s) {
    const storage::Segment& segment = *snapshot.segments()[s];
    const storage::ValueColumn& column = actors_of(segment);
    for (std::uint32_t doc = 0; doc < segment.size(); ++doc) {
      if (segment.removed(doc)) continue;
      column.for_each(doc, [&](std::uint32_t number) {
        Named& actor = named[column.value(number)];
        if (actor.articles++ == 0) actor.first = {s, doc};
      });
    }
  }
  return named;
}

// Fills in what the article says of an unlisted actor; false: nothing.
bool describe(const Snapshot& snapshot, Place place, ActorCount& count) {
  const auto own = provisional_in(snapshot, place, count.actor.id);
  if (!own) return false;
  count.actor = own->actor;
  count.confidence = own->confidence;
  return true;
}

bool more_articles(const ActorCount& a, const ActorCount& b) {
  return a.articles != b.articles ? a.articles > b.articles : a.actor.id < b.actor.id;
}

}  // namespace

std::optional<std::string> unlisted_actor(const Snapshot& snapshot, std::string_view name) {
  const std::string id =
      actors::is_unlisted_id(name) ? std::string(name) : actors::unlisted_id(name);
  for (const auto& segment : snapshot.segments()) {
    if (actors_of(*segment).find(id)) return id;
  }
  return std::nullopt;
}

std::optional<ActorAnswer> actor_answer(const Snapshot& snapshot, std::string_view name) {
  auto answer = resolve_actor(snapshot, name);
  if (!answer) return std::nullopt;
  const auto places = places_of(snapshot, answer->actor.id);
  answer->articles = places.size();
  count_days(snapshot, places, *answer);
  count_names(snapshot, places, *answer);
  return answer;
}

std::vector<ActorCount> list_actors(const Snapshot& snapshot, const ActorListOptions& options) {
  const NamedActors named = named_actors(snapshot);
  const actors::Catalog& catalog = snapshot.recipe().actors();
  std::vector<ActorCount> counts;
  for (const auto& [id, actor] : named) {
    const bool provisional = actors::is_unlisted_id(id);
    if (options.provisional && !provisional) continue;
    ActorCount count{{std::string(id), {}, {}, {}, {}}, provisional, 1, actor.articles};
    if (const auto number = catalog.find(id)) count.actor = catalog[*number].actor;
    counts.push_back(std::move(count));
  }
  std::sort(counts.begin(), counts.end(), more_articles);
  std::vector<ActorCount> result;
  for (ActorCount& count : counts) {
    if (result.size() >= options.top) break;
    const std::string& id = count.actor.id;
    if (count.provisional && !describe(snapshot, named.at(id).first, count)) continue;
    if (!options.kind.empty() && count.actor.kind != options.kind) continue;
    result.push_back(std::move(count));
  }
  return result;
}

}  // namespace dateline::search
