// What a newsroom asks besides hits: when, what sets apart, what stands, where else.
// In: queries, ids.  Out: timelines, significant terms, alerts, stories, shared passages.
// Tested by tests/search/timeline_test.cpp, tests/search/significant_test.cpp and
// tests/search/stories_test.cpp.
#include "search/searcher_impl.hpp"
#include "search/significant.hpp"
#include "search/timeline.hpp"

namespace dateline {

Timeline Searcher::timeline(std::string_view query, TimeUnit by, const Bounds& bounds) const {
  const auto analyzer = impl_->snapshot->analyzer();
  search::Limit limit(bounds);
  search::TimelineCounter counter(*impl_->snapshot, impl_->stories(), by, limit);
  Timeline timeline;
  const auto count = [&](std::size_t segment, std::uint32_t doc) {
    counter.add(segment, doc);
    ++timeline.count;
  };
  timeline.warnings = impl_->visit(query, *analyzer, limit, count);
  timeline.buckets = counter.take();
  for (const std::size_t peak : search::find_peaks(timeline.buckets, by)) {
    const search::Limit::Loan loan(limit);
    const auto here = counter.articles_of(*timeline.buckets[peak].date);
    timeline.peaks.push_back({peak, search::significant(*impl_->snapshot, *analyzer, here,
                                                        counter.articles(), 4, limit)});
  }
  return limit.marked(std::move(timeline));
}

SignificantTerms Searcher::significant(std::string_view query, std::size_t most,
                                       const Bounds& bounds) const {
  const auto analyzer = impl_->snapshot->analyzer();
  search::Limit limit(bounds);
  auto here = search::no_articles(*impl_->snapshot, limit);
  SignificantTerms result;
  const auto count = [&](std::size_t segment, std::uint32_t doc) {
    here[segment][doc] = true;
    ++result.count;
  };
  result.warnings = impl_->visit(query, *analyzer, limit, count);
  const auto everywhere = search::all_articles(*impl_->snapshot, limit);
  result.terms = search::significant(*impl_->snapshot, *analyzer, here, everywhere, most, limit);
  return limit.marked(std::move(result));
}

std::vector<Alert> Searcher::alerts() const {
  return index::read_alerts(impl_->snapshot->derived(storage::kAlerts));
}

std::vector<Story> Searcher::stories() const {
  return impl_->stories().all();
}

std::vector<Story> Searcher::stories_of(std::string_view id) const {
  std::vector<Story> found;
  for (const Story& story : impl_->stories().all()) {
    const bool holds = std::any_of(story.articles.begin(), story.articles.end(),
                                   [&](const Story::Member& member) { return member.id == id; });
    if (holds) found.push_back(story);
  }
  return found;
}

std::vector<Shares> Searcher::shares(std::string_view id) const {
  return search::find_shares(*impl_->snapshot, id);
}

}  // namespace dateline
