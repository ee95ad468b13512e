// What a searcher holds, and what its answers have in common.
// In: a snapshot.  Out: plans, records, matches one by one, folded hits.
// Tested by tests/search/searcher_test.cpp.
#pragma once

#include "analysis/plan.hpp"
#include "base/lazy.hpp"
#include "index/record.hpp"
#include "index/registered.hpp"
#include "search/actor_answers.hpp"
#include "search/asked.hpp"
#include "search/completions.hpp"
#include "search/limit.hpp"
#include "search/snapshot.hpp"
#include "search/stories.hpp"
#include "search/unknown_values.hpp"
#include "storage/derived.hpp"

#include <dateline/searcher.hpp>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

struct Searcher::Impl {
  static constexpr std::size_t kMostHits = 10000;

  explicit Impl(std::unique_ptr<search::Snapshot> opened) : snapshot(std::move(opened)) {}

  std::unique_ptr<search::Snapshot> snapshot;
  mutable base::Lazy<search::NameList> names;  // for completions
  mutable base::Lazy<search::Stories> grouped;

  const search::Stories& stories() const {
    return grouped.get([this] { return search::Stories(*snapshot); });
  }

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
    return analysis::plan(query,
                          {&analyzer, &recipe().actors(), topic, snapshot->languages(), unlisted});
  }

  // Tells whether an article came after the commit.
  std::function<bool(std::size_t, std::uint32_t)> newer_than(std::uint64_t commit) const {
    const auto commits = index::read_commits(snapshot->derived(storage::kCommits));
    return [this, first = index::first_arrival_after(commits, commit)](std::size_t segment,
                                                                       std::uint32_t doc) {
      return snapshot->segments()[segment]->arrival(doc) >= first;
    };
  }

  // As many hits as are wanted, with what is folded into them; ranks further where folding leaves few.
  std::vector<search::Folded> folded(search::Asked& asked, search::RankOptions wanted,
                                     const search::Ranking& ranking,
                                     const search::Stories* stories) const {
    const std::size_t needed = wanted.most;
    auto hits = search::fold(*snapshot, stories, ranking.best);
    wanted.count = false;
    wanted.also = nullptr;  // every match was seen
    while (stories != nullptr && hits.size() < needed && wanted.most < ranking.count &&
           wanted.most < kMostHits) {
      wanted.most = std::min(kMostHits, 2 * wanted.most + 10);
      hits = search::fold(*snapshot, stories, asked.rank(wanted).best);
    }
    return hits;
  }

  // A query's matches one by one, and what is to be said about the query.
  std::vector<QueryWarning> visit(
      std::string_view query, analysis::Analyzer& analyzer, search::Limit& limit,
      const std::function<void(std::size_t, std::uint32_t)>& sink) const {
    ParsedQuery parsed = parse_query(query);
    analysis::Plan planned = plan(parsed.query, analyzer);
    for_each(planned.tree, limit, sink);
    std::vector<QueryWarning> warnings = std::move(parsed.warnings);
    warnings.insert(warnings.end(), planned.notes.begin(), planned.notes.end());
    search::note_unknown_values(*snapshot, parsed.query, warnings);
    return warnings;
  }

  index::Record record(std::size_t segment, std::uint32_t doc) const {
    return index::decode(snapshot->segments()[segment]->record(doc));
  }

  // Calls `visit` with every live article that matches, in no promised order.
  void for_each(const analysis::TermTree& tree, search::Limit& limit,
                const std::function<void(std::size_t, std::uint32_t)>& visit) const {
    search::BoundQuery bound(*snapshot, tree, &limit);
    bound.for_each(
        [&](std::size_t segment, search::Matcher& matcher) { visit(segment, matcher.doc()); },
        limit);
  }

  // What a tree finds; notes and facets are those of the tree alone.
  Results answer(analysis::TermTree tree, const RankingOptions& ranking,
                 const SearchOptions& options, search::Limit& limit) const;
  // Counts those facets anew that the query itself narrows, without what narrows them.
  void widen_facets(const Query& query, const SearchOptions& options, search::Limit& limit,
                    std::vector<Facet>& facets) const;
  std::uint64_t count(const Query& query, search::Limit& limit) const;
  index::Record read_anew(Article article, search::Limit& limit) const;
  Results similar(const index::Record& record, std::string_view id, const SearchOptions& options,
                  search::Limit& limit) const;

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

}  // namespace dateline
