// Asks a snapshot: plans, ranks, shows.  In: queries.  Out: results.
// Tested by tests/search/searcher_test.cpp.
#include "analysis/plan.hpp"
#include "analysis/terms.hpp"
#include "search/actor_answers.hpp"
#include "search/asked.hpp"
#include "search/facets.hpp"
#include "search/names.hpp"
#include "search/snapshot.hpp"
#include "search/stored.hpp"
#include "search/unknown_values.hpp"

#include <dateline/error.hpp>
#include <dateline/searcher.hpp>

#include <algorithm>
#include <map>

namespace dateline {
namespace {

constexpr std::size_t kMostHits = 10000;
constexpr std::size_t kMostSimilarNames = 5;

bool holds_about(const Query& query) {
  return (query.kind == Query::Kind::kField && query.field == "about") ||
         std::any_of(query.parts.begin(), query.parts.end(), holds_about);
}

// "about:" anywhere in a query widens it.
RankingOptions ranking_of(const Query& query, RankingOptions ranking) {
  ranking.expand = ranking.expand || holds_about(query);
  return ranking;
}

}  // namespace

struct Searcher::Impl {
  std::unique_ptr<search::Snapshot> snapshot;

  const recipe::Data& recipe() const { return snapshot->recipe(); }

  analysis::Plan plan(const Query& query, analysis::Analyzer& analyzer) const {
    const auto topic = [this](std::string_view name) -> std::optional<analysis::NamedTopic> {
      const topics::Entry* entry = recipe().topics().find(name);
      if (entry == nullptr) return std::nullopt;
      return analysis::NamedTopic{entry->topic.id, &entry->tree};
    };
    const auto unlisted = [this](std::string_view name) {
      return search::unlisted_actor(*snapshot, name);
    };
    return analysis::plan(
        query, {&analyzer, &recipe().actors(), topic, snapshot->languages(), unlisted});
  }

  index::Record record(std::size_t segment, std::uint32_t doc) const {
    return index::decode(snapshot->segments()[segment]->record(doc));
  }

  // Calls `visit` with every live article of a term, in no promised order.
  void for_each(const analysis::TermTree& tree,
                const std::function<void(std::size_t, std::uint32_t)>& visit) const {
    search::BoundQuery bound(*snapshot, tree);
    bound.for_each(
        [&](std::size_t segment, search::Matcher& matcher) { visit(segment, matcher.doc()); });
  }

  // Segment and number of the article of an id.
  std::optional<std::pair<std::size_t, std::uint32_t>> find(std::string_view id) const {
    const auto& segments = snapshot->segments();
    for (std::size_t s = 0; s < segments.size(); ++s) {
      for (const std::uint32_t doc : segments[s]->find(id)) {
        if (!segments[s]->removed(doc)) return std::pair(s, doc);
      }
    }
    return std::nullopt;
  }
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Searcher Searcher::open(const std::filesystem::path& path, const OpenOptions& options) {
  return Searcher(
      std::unique_ptr<Impl>(new Impl{search::Snapshot::open(base::system_files(), path, options)}));
}

const std::vector<Warning>& Searcher::damage() const {
  return impl_->snapshot->damage();
}

Results Searcher::search(std::string_view query, const SearchOptions& options) const {
  ParsedQuery parsed = parse_query(query, options.parsing);
  Results results = search(parsed.query, options);
  results.warnings.insert(results.warnings.begin(), parsed.warnings.begin(), parsed.warnings.end());
  if (options.parsing.strict && !results.warnings.empty()) {
    throw Error(ErrorCode::kInvalid, "search", query, results.warnings.front().text,
                "change the query, or search without strict");
  }
  return results;
}

Results Searcher::search(const Query& query, const SearchOptions& options) const {
  if (options.offset > kMostHits || options.top > kMostHits - options.offset) {
    throw Error(ErrorCode::kLimit, "search", "", "offset + top is over 10,000",
                "narrow the query, for instance by date");
  }
  const auto analyzer = impl_->snapshot->analyzer();
  analysis::Plan plan = impl_->plan(query, *analyzer);
  search::RankOptions wanted;
  wanted.most = options.offset + options.top;
  wanted.sort = options.sort;
  if (options.timeout.count() > 0) {
    wanted.deadline = search::BoundQuery::Clock::now() + options.timeout;
  }
  search::Asked asked(*impl_->snapshot, *analyzer, std::move(plan.tree),
                      ranking_of(query, options.ranking), wanted.deadline);
  search::FacetCounter facets(*impl_->snapshot);
  if (options.facets) {
    wanted.also = [&](std::size_t segment, std::uint32_t doc) { facets.add(segment, doc); };
  }
  const auto ranking = asked.rank(wanted);
  Results results;
  results.count = ranking.count;
  results.exact = ranking.complete;
  results.degraded = !impl_->snapshot->damage().empty();
  results.warnings = std::move(plan.notes);
  for (const Warning& damage : impl_->snapshot->damage()) {
    results.warnings.push_back({{}, damage.where + " is left out: " + damage.text});
  }
  search::note_unknown_values(*impl_->snapshot, query, results.warnings);
  for (const std::string& pattern : asked.bound().cut_patterns()) {
    results.warnings.push_back({{},
                                "\"" + pattern +
                                    "\" stands for more than 1,000 words; the most "
                                    "frequent ones are searched"});
  }
  for (const std::string& pattern : asked.bound().unknown_patterns()) {
    results.warnings.push_back({{}, "\"" + pattern + "\" stands for no word of the articles"});
  }
  if (options.facets) results.facets = facets.take(options.facet_values);
  for (std::size_t i = options.offset; i < ranking.best.size(); ++i) {
    const search::Ranked& ranked = ranking.best[i];
    results.hits.push_back(search::make_hit(
        impl_->recipe(), *analyzer, impl_->record(ranked.segment, ranked.doc), asked.tree()));
    results.hits.back().rank = i + 1;
    results.hits.back().score = ranked.score;
  }
  return results;
}

std::vector<std::pair<std::string, double>> Searcher::rank(const Query& query, std::size_t top,
                                                           const RankingOptions& ranking) const {
  const auto analyzer = impl_->snapshot->analyzer();
  search::RankOptions wanted;
  wanted.most = top;
  wanted.count = false;
  search::Asked asked(*impl_->snapshot, *analyzer, impl_->plan(query, *analyzer).tree,
                      ranking_of(query, ranking), wanted.deadline);
  std::vector<std::pair<std::string, double>> result;
  for (const search::Ranked& ranked : asked.rank(wanted).best) {
    result.emplace_back(impl_->snapshot->segments()[ranked.segment]->id(ranked.doc), ranked.score);
  }
  return result;
}

std::vector<ScorePart> Searcher::explain(const Query& query, std::string_view id,
                                         const RankingOptions& ranking) const {
  const auto found = impl_->find(id);
  if (!found) return {};
  const auto analyzer = impl_->snapshot->analyzer();
  search::Asked asked(*impl_->snapshot, *analyzer, impl_->plan(query, *analyzer).tree,
                      ranking_of(query, ranking), search::BoundQuery::Clock::time_point::max());
  return asked.explain(found->first, found->second);
}

std::optional<StoredArticle> Searcher::article(std::string_view id) const {
  const auto found = impl_->find(id);
  if (!found) return std::nullopt;
  return search::to_stored(impl_->recipe(), impl_->record(found->first, found->second));
}

std::optional<ActorAnswer> Searcher::actor(std::string_view name) const {
  return search::actor_answer(*impl_->snapshot, name);
}

std::vector<ActorCount> Searcher::actors(const ActorListOptions& options) const {
  return search::list_actors(*impl_->snapshot, options);
}

std::vector<CoMention> Searcher::mentioned_with(std::string_view id, std::size_t most) const {
  return search::mentioned_with(*impl_->snapshot, id, most);
}

std::vector<Actor> Searcher::actors_named(std::string_view name, std::string_view kind) const {
  const actors::Catalog& catalog = impl_->recipe().actors();
  std::vector<Actor> result;
  for (const actors::ActorNumber number : catalog.named(name, kind)) {
    result.push_back(catalog[number].actor);
  }
  return result;
}

std::vector<std::string> Searcher::similar_names(std::string_view name) const {
  return search::similar_names(impl_->recipe().actors(), name, kMostSimilarNames);
}

std::optional<TopicAnswer> Searcher::topic(std::string_view name) const {
  TopicAnswer answer;
  const topics::Entry* entry = impl_->recipe().topics().find(name, &answer.by_id);
  if (entry == nullptr) return std::nullopt;
  answer.topic = entry->topic;
  impl_->for_each(
      analysis::term_leaf(analysis::topic_term(entry->topic.id), analysis::What::kNothing, ""),
      [&](std::size_t, std::uint32_t) { ++answer.articles; });
  return answer;
}

std::string Searcher::actor_name(std::string_view id) const {
  const actors::Catalog& catalog = impl_->recipe().actors();
  const auto number = catalog.find(id);
  return number ? catalog[*number].actor.name : std::string(id);
}

std::string Searcher::topic_name(std::string_view id) const {
  bool by_id = false;
  const topics::Entry* entry = impl_->recipe().topics().find(id, &by_id);
  return entry != nullptr && by_id ? entry->topic.name : std::string(id);
}

void Searcher::for_each_article(const std::function<void(Article&&)>& sink) const {
  struct Place {
    std::uint64_t arrival;
    std::size_t segment;
    std::uint32_t doc;
  };
  std::vector<Place> places;
  const auto& segments = impl_->snapshot->segments();
  for (std::size_t s = 0; s < segments.size(); ++s) {
    for (std::uint32_t doc = 0; doc < segments[s]->size(); ++doc) {
      if (!segments[s]->removed(doc)) places.push_back({segments[s]->arrival(doc), s, doc});
    }
  }
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return a.arrival < b.arrival; });
  for (const Place& place : places) sink(impl_->record(place.segment, place.doc).article);
}

std::uint64_t Searcher::size() const {
  return impl_->snapshot->size();
}

}  // namespace dateline
