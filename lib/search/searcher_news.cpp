// What a newsroom asks besides hits: when, what sets apart, what stands, where else.
// In: queries, ids.  Out: timelines, significant terms, alerts, stories, shared passages.
// Tested by tests/search/timeline_test.cpp, tests/search/significant_test.cpp and
// tests/search/stories_test.cpp.
#include "search/searcher_impl.hpp"
#include "search/significant.hpp"
#include "search/timeline.hpp"

namespace dateline {

Timeline Searcher::timeline(std::string_view query, TimeUnit by) const {
  const auto analyzer = impl_->snapshot->analyzer();
  search::TimelineCounter counter(*impl_->snapshot, impl_->stories(), by);
  Timeline timeline;
  timeline.warnings = impl_->visit(query, *analyzer, [&](std::size_t segment, std::uint32_t doc) {
    counter.add(segment, doc);
    ++timeline.count;
  });
  timeline.buckets = counter.take();
  for (const std::size_t peak : search::find_peaks(timeline.buckets, by)) {
    const auto here = counter.articles_of(*timeline.buckets[peak].date);
    timeline.peaks.push_back(
        {peak, search::significant(*impl_->snapshot, *analyzer, here, counter.articles(), 4)});
  }
  return timeline;
}

SignificantTerms Searcher::significant(std::string_view query, std::size_t most) const {
  const auto analyzer = impl_->snapshot->analyzer();
  search::ArticleSet here;
  for (const auto& segment : impl_->snapshot->segments()) here.emplace_back(segment->size());
  SignificantTerms result;
  result.warnings = impl_->visit(query, *analyzer, [&](std::size_t segment, std::uint32_t doc) {
    here[segment][doc] = true;
    ++result.count;
  });
  result.terms = search::significant(*impl_->snapshot, *analyzer, here,
                                     search::all_articles(*impl_->snapshot), most);
  return result;
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
