// Asks a snapshot: plans, ranks, shows.  In: queries.  Out: results.
// Long because it holds every question that a Searcher answers, each in a few lines.
// Tested by tests/search/searcher_test.cpp.
#include "actors/quote_speaker.hpp"
#include "analysis/plan.hpp"
#include "analysis/terms.hpp"
#include "base/utf8.hpp"
#include "index/pipeline.hpp"
#include "search/actor_answers.hpp"
#include "search/asked.hpp"
#include "search/completions.hpp"
#include "search/corrections.hpp"
#include "search/drill_down.hpp"
#include "search/facets.hpp"
#include "search/names.hpp"
#include "search/quotes.hpp"
#include "search/searcher_impl.hpp"
#include "search/similar.hpp"
#include "search/snapshot.hpp"
#include "search/stored.hpp"
#include "search/together.hpp"
#include "search/unknown_values.hpp"

#include <dateline/error.hpp>
#include <dateline/searcher.hpp>

#include <algorithm>
#include <map>

namespace dateline {
namespace {

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

Results Searcher::Impl::answer(analysis::TermTree tree, const RankingOptions& ranking,
                               const SearchOptions& options, search::Limit& limit) const {
  if (options.offset > kMostHits || options.top > kMostHits - options.offset) {
    throw Error(ErrorCode::kLimit, "search", "", "offset + top is over 10,000",
                "narrow the query, for instance by date");
  }
  const auto analyzer = snapshot->analyzer();
  search::Asked asked(*snapshot, *analyzer, std::move(tree), ranking, &limit);
  search::RankOptions wanted;
  wanted.most = options.offset + options.top;
  wanted.sort = options.sort;
  wanted.limit = &limit;
  std::optional<search::FacetCounter> facets;
  if (options.facets) facets.emplace(*snapshot, &limit);
  if (facets && facets->counts()) {
    wanted.also = [&](std::size_t segment, auto docs) { facets->add(segment, docs); };
  }
  if (options.after_commit) wanted.accept = newer_than(*options.after_commit);
  const auto found = asked.rank(wanted);
  const search::Stories& known = stories();
  const auto hits = folded(asked, wanted, found, options.fold ? &known : nullptr);
  Results results;
  results.commit = snapshot->generation();
  results.count = found.count;
  results.exact = found.complete;
  results.degraded = !snapshot->damage().empty();
  search::note_patterns(asked.bound(), results.warnings);
  if (options.facets) results.facets = facets->take(options.facet_values);
  for (const search::Folded& hit : hits) results.folded += hit.behind;
  const std::size_t end = std::min(hits.size(), options.offset + options.top);
  for (std::size_t i = options.offset; i < end; ++i) {
    if (!limit.has_time()) break;
    const search::Ranked& ranked = hits[i].best;
    results.hits.push_back(search::make_hit(recipe(), *analyzer, record(ranked.segment, ranked.doc),
                                            asked.tree(), limit));
    Hit& hit = results.hits.back();
    hit.rank = i + 1;
    hit.score = ranked.score;
    hit.folded = hits[i].behind;
    const auto story = known.of(snapshot->segments()[ranked.segment]->arrival(ranked.doc));
    if (story) hit.story = known.all()[*story].id;
    if (!limit.take(search::memory_of(hit))) break;
  }
  return results;
}

std::uint64_t Searcher::Impl::count(const Query& query, search::Limit& limit) const {
  const search::Limit::Loan loan(limit);
  const auto analyzer = snapshot->analyzer();
  search::Asked asked(*snapshot, *analyzer, plan(query, *analyzer).tree, {}, &limit);
  search::RankOptions wanted;
  wanted.most = 0;
  wanted.limit = &limit;
  return asked.rank(wanted).count;
}

void Searcher::Impl::widen_facets(const Query& query, const SearchOptions& options,
                                  search::Limit& limit, std::vector<Facet>& facets) const {
  for (Facet& facet : facets) {
    const auto wider = search::without_filter(query, facet.name);
    if (!wider) continue;
    const search::Limit::Loan loan(limit);
    const auto analyzer = snapshot->analyzer();
    search::Asked asked(*snapshot, *analyzer, plan(*wider, *analyzer).tree,
                        ranking_of(*wider, options.ranking), &limit);
    search::FacetCounter counter(*snapshot, &limit);
    if (!counter.counts()) return;
    search::RankOptions wanted;
    wanted.most = 0;
    wanted.limit = &limit;
    wanted.also = [&](std::size_t segment, auto docs) { counter.add(segment, docs); };
    if (options.after_commit) wanted.accept = newer_than(*options.after_commit);
    asked.rank(wanted);
    for (Facet& counted : counter.take(options.facet_values)) {
      if (counted.name == facet.name) facet.counts = std::move(counted.counts);
    }
  }
}

// Of a text that is too long its beginning.
index::Record Searcher::Impl::read_anew(Article article, search::Limit& limit) const {
  constexpr std::size_t kTimes = 4;  // what it takes to look through a text
  while (!article.text.empty() && !search::may_analyze(limit, kTimes * article.text.size())) {
    article.text.resize(base::floor_boundary(article.text, article.text.size() / 2));
  }
  index::Pipeline pipeline(recipe());
  pipeline.read(std::move(article), 0);
  return pipeline.record();
}

// One more hit than wanted, since the article itself is the first of all.
Results Searcher::Impl::similar(const index::Record& record, std::string_view id,
                                const SearchOptions& options, search::Limit& limit) const {
  const auto analyzer = snapshot->analyzer();
  SearchOptions wider = options;
  wider.top = options.offset + std::min(options.top + 1, kMostHits - options.offset);
  wider.offset = 0;
  Results results =
      answer(search::similar_tree(*snapshot, *analyzer, record), {false, false}, wider, limit);
  const auto itself = std::find_if(results.hits.begin(), results.hits.end(),
                                   [&](const Hit& hit) { return !id.empty() && hit.id == id; });
  if (itself != results.hits.end()) results.hits.erase(itself);
  if (!id.empty() && results.count > 0) --results.count;
  const std::size_t passed = std::min(options.offset, results.hits.size());
  results.hits.erase(results.hits.begin(),
                     results.hits.begin() + static_cast<std::ptrdiff_t>(passed));
  if (results.hits.size() > options.top) results.hits.resize(options.top);
  for (std::size_t i = 0; i < results.hits.size(); ++i)
    results.hits[i].rank = options.offset + i + 1;
  return limit.marked(std::move(results));
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Searcher Searcher::open(const std::filesystem::path& path, const OpenOptions& options) {
  base::FileSystem& files = options.io == Io::kRead ? base::unmapped_files() : base::system_files();
  return Searcher(std::make_unique<Impl>(search::Snapshot::open(files, path, options)));
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
  const auto analyzer = impl_->snapshot->analyzer();
  analysis::Plan plan = impl_->plan(query, *analyzer);
  search::Limit limit(options);
  Results results =
      impl_->answer(std::move(plan.tree), ranking_of(query, options.ranking), options, limit);
  plan.notes.insert(plan.notes.end(), results.warnings.begin(), results.warnings.end());
  results.warnings = std::move(plan.notes);
  for (const Warning& damage : impl_->snapshot->damage()) {
    results.warnings.push_back({{}, damage.where + " is left out: " + damage.text});
  }
  search::note_unknown_values(*impl_->snapshot, query, results.warnings);
  if (options.facets) impl_->widen_facets(query, options, limit, results.facets);
  if (options.top == 0) return limit.marked(std::move(results));  // nobody is shown another query
  if (const auto meant = search::corrected(*impl_->snapshot, *analyzer, query, limit)) {
    const std::uint64_t count = impl_->count(*meant, limit);  // as many: the word moves the best up
    if (count > 0 && count >= results.count) results.did_you_mean = to_string(*meant);
  }
  return limit.marked(std::move(results));
}

Results Searcher::similar(std::string_view id, const SearchOptions& options) const {
  const auto found = impl_->find(id);
  if (!found) {
    throw Error(ErrorCode::kNotFound, "find similar articles", id, "no article has this id",
                "search for it");
  }
  search::Limit limit(options);
  index::Record record = impl_->record(found->first, found->second);
  if (!search::may_analyze(limit, record.article.text.size())) {
    record = impl_->read_anew(std::move(record.article), limit);
  }
  return impl_->similar(record, id, options, limit);
}

Results Searcher::similar(const Article& article, const SearchOptions& options) const {
  search::Limit limit(options);
  return impl_->similar(impl_->read_anew(article, limit), "", options, limit);
}

Completions Searcher::complete(std::string_view beginning, std::size_t most,
                               const Bounds& bounds) const {
  search::Limit limit(bounds);
  const auto& names = impl_->names.get([this] { return search::NameList(impl_->recipe()); });
  Completions result;
  result.found = search::completions(*impl_->snapshot, names, beginning, most, limit);
  return limit.marked(std::move(result));
}

std::vector<std::pair<std::string, double>> Searcher::rank(const Query& query, std::size_t top,
                                                           const RankingOptions& ranking) const {
  const auto analyzer = impl_->snapshot->analyzer();
  search::RankOptions wanted;
  wanted.most = top;
  wanted.count = false;
  search::Asked asked(*impl_->snapshot, *analyzer, impl_->plan(query, *analyzer).tree,
                      ranking_of(query, ranking), nullptr);
  const std::vector<search::Ranked> best = asked.rank(wanted).best;
  // All of them are looked up before the first is copied: most lie where no cache holds them.
  std::vector<std::string_view> ids;
  ids.reserve(best.size());
  for (const search::Ranked& ranked : best) {
    ids.push_back(impl_->snapshot->segments()[ranked.segment]->id(ranked.doc));
  }
  std::vector<std::pair<std::string, double>> result;
  result.reserve(best.size());
  for (std::size_t i = 0; i < best.size(); ++i) result.emplace_back(ids[i], best[i].score);
  return result;
}

std::vector<ScorePart> Searcher::explain(const Query& query, std::string_view id,
                                         const RankingOptions& ranking) const {
  const auto found = impl_->find(id);
  if (!found) return {};
  const auto analyzer = impl_->snapshot->analyzer();
  search::Asked asked(*impl_->snapshot, *analyzer, impl_->plan(query, *analyzer).tree,
                      ranking_of(query, ranking), nullptr);
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

ActorPairs Searcher::named_together(const PairOptions& options) const {
  search::Limit limit(options);
  ActorPairs result;
  result.pairs = search::named_together(*impl_->snapshot, options, limit);
  return limit.marked(std::move(result));
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

QuoteResults Searcher::quotes(const Query& query, const QuoteOptions& options) const {
  Query wanted;  // what all articles that count have to match
  wanted.kind = Query::Kind::kAll;
  if (query.kind != Query::Kind::kNothing) wanted.parts.push_back(query);
  std::vector<std::string> speakers;
  if (!options.by.empty()) {
    speakers = actors::speaker_ids(impl_->recipe().actors(), options.by);
    wanted.parts.emplace_back().kind = Query::Kind::kSpeaker;
    wanted.parts.back().text = options.by;
  }
  for (Query& word : plain_words(options.about).parts) wanted.parts.push_back(std::move(word));
  const auto analyzer = impl_->snapshot->analyzer();
  analysis::Plan plan = impl_->plan(wanted, *analyzer);
  search::Limit limit(options);
  search::Asked asked(*impl_->snapshot, *analyzer, std::move(plan.tree), {}, &limit);
  search::RankOptions all;
  all.most = Impl::kMostHits;
  all.limit = &limit;
  search::QuoteFilter filter(*analyzer, std::move(speakers), options.about);
  QuoteResults results;
  results.warnings = std::move(plan.notes);
  for (const search::Ranked& ranked : asked.rank(all).best) {
    if (!limit.has_time()) break;
    for (QuoteHit& hit : filter.fitting(impl_->record(ranked.segment, ranked.doc), limit)) {
      const std::uint64_t number = results.count++;
      const bool shown = number >= options.offset && results.quotes.size() < options.top;
      if (!shown) continue;
      if (!limit.take(search::memory_of(hit))) return limit.marked(std::move(results));
      results.quotes.push_back(std::move(hit));
    }
  }
  return limit.marked(std::move(results));
}

std::optional<TopicAnswer> Searcher::topic(std::string_view name) const {
  TopicAnswer answer;
  search::Limit none;
  const topics::Entry* entry = impl_->recipe().topics().find(name, &answer.by_id);
  if (entry == nullptr) return std::nullopt;
  answer.topic = entry->topic;
  impl_->for_each(
      analysis::term_leaf(analysis::topic_term(entry->topic.id), analysis::What::kNothing, ""),
      none, [&](std::size_t, std::uint32_t) { ++answer.articles; });
  return answer;
}

std::string Searcher::actor_name(std::string_view id) const {
  return impl_->recipe().actors().name_of(id);
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
