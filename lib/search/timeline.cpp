// When the articles that match were published.  In: matching articles.  Out: counts by period.
// Tested by tests/search/timeline_test.cpp.
#include "search/timeline.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::search {
namespace {

constexpr int kFarBack = 7 * 100000;  // days, so that numbers of weeks are counted from a Monday on
constexpr std::size_t kBucketBytes = 240;  // of its counts and its bucket
constexpr std::size_t kStoryBytes = 48;
constexpr std::size_t kMostPeaks = 3;
constexpr double kPeak = 2;  // standard deviations

int period_at(int day, TimeUnit by) {
  if (by == TimeUnit::kDay) return day;
  if (by == TimeUnit::kWeek) return (day + 3 + kFarBack) / 7;  // 1970-01-01 was a Thursday
  const Date date = Date::from_days(day);
  return by == TimeUnit::kMonth ? date.year * 12 + date.month - 1 : date.year;
}

}  // namespace

std::optional<int> period_of(DayRange days, TimeUnit by) {
  const int first = period_at(days.first, by);
  if (days.first != days.last && period_at(days.last, by) != first) return std::nullopt;
  return first;
}

std::string period_date(int period, TimeUnit by) {
  switch (by) {
    case TimeUnit::kDay:
      return Date::from_days(period).iso();
    case TimeUnit::kWeek:
      return Date::from_days(period * 7 - kFarBack - 3).iso();
    case TimeUnit::kMonth:
      return Date{period / 12, period % 12 + 1, 0}.iso();
    default:
      return Date{period, 0, 0}.iso();
  }
}

ArticleSet no_articles(const Snapshot& snapshot, Limit& limit) {
  ArticleSet set;
  for (const auto& segment : snapshot.segments()) {
    limit.take(segment->size() / 8);
    set.emplace_back(segment->size());
  }
  return set;
}

TimelineCounter::TimelineCounter(const Snapshot& snapshot, const Stories& stories, TimeUnit by,
                                 Limit& limit)
    : snapshot_(snapshot),
      stories_(stories),
      by_(by),
      limit_(limit),
      last_(counts_.end()),
      added_(no_articles(snapshot, limit)) {}

std::optional<int> TimelineCounter::period_of(std::size_t segment, std::uint32_t doc) const {
  const auto days = snapshot_.segments()[segment]->columns().published(doc);
  return days ? search::period_of(*days, by_) : std::nullopt;
}

void TimelineCounter::add(std::size_t segment, std::uint32_t doc) {
  const auto period = period_of(segment, doc);
  if (last_ == counts_.end() || last_->first != period) {
    limit_.take(counts_.contains(period) ? 0 : kBucketBytes);
    last_ = counts_.try_emplace(period).first;
  }
  Counts& counts = last_->second;
  ++counts.count;
  added_[segment][doc] = true;
  const auto story = stories_.all().empty()
                         ? std::nullopt
                         : stories_.of(snapshot_.segments()[segment]->arrival(doc));
  if (story) {
    if (counts.stories.insert(*story).second) limit_.take(kStoryBytes);
  } else {
    ++counts.alone;
  }
}

std::vector<TimelineBucket> TimelineCounter::take() const {
  std::vector<TimelineBucket> buckets;
  for (const auto& [period, counts] : counts_) {
    const auto date = period ? std::optional(period_date(*period, by_)) : std::nullopt;
    buckets.push_back({date, counts.count, counts.alone + counts.stories.size()});
  }
  // Nothing orders before all dates.
  if (!buckets.empty() && !buckets.front().date) {
    std::rotate(buckets.begin(), buckets.begin() + 1, buckets.end());
  }
  return buckets;
}

ArticleSet TimelineCounter::articles_of(const std::string& date) const {
  const auto wanted = period_at(Date::parse(date)->first_day(), by_);
  ArticleSet chosen = no_articles(snapshot_, limit_);
  for (std::size_t s = 0; s < chosen.size(); ++s) {
    for (std::uint32_t doc = 0; doc < chosen[s].size() && !limit_.tick(); ++doc) {
      chosen[s][doc] = added_[s][doc] && period_of(s, doc) == wanted;
    }
  }
  return chosen;
}

std::vector<std::size_t> find_peaks(const std::vector<TimelineBucket>& buckets, TimeUnit by) {
  double sum = 0;
  double squares = 0;
  std::optional<int> first;
  int last = 0;
  for (const TimelineBucket& bucket : buckets) {
    if (!bucket.date) continue;
    const auto count = static_cast<double>(bucket.count);
    sum += count;
    squares += count * count;
    last = period_at(Date::parse(*bucket.date)->first_day(), by);
    if (!first) first = last;
  }
  if (!first) return {};
  const double periods = last - *first + 1;
  const double mean = sum / periods;
  const double deviation = std::sqrt(std::max(0.0, squares / periods - mean * mean));
  std::vector<std::size_t> peaks;
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    const auto count = static_cast<double>(buckets[i].count);
    if (buckets[i].date && count >= 3 && count > mean + kPeak * deviation) peaks.push_back(i);
  }
  std::stable_sort(peaks.begin(), peaks.end(), [&](std::size_t a, std::size_t b) {
    return buckets[a].count > buckets[b].count;
  });
  peaks.resize(std::min(peaks.size(), kMostPeaks));
  return peaks;
}

}  // namespace dateline::search
