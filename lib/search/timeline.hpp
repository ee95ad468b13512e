// When the articles that match were published.  In: matching articles.  Out: exact counts by period.
// An article whose date may mean several periods counts as of unknown date.
// Tested by tests/search/timeline_test.cpp.
#pragma once

#include "search/limit.hpp"
#include "search/snapshot.hpp"
#include "search/stories.hpp"

#include <dateline/results.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace dateline::search {

// Which articles of each segment, by their numbers.
using ArticleSet = std::vector<std::vector<bool>>;
ArticleSet no_articles(const Snapshot& snapshot, Limit& limit);  // whose memory is taken

class TimelineCounter {
 public:
  // All outlive it.
  TimelineCounter(const Snapshot& snapshot, const Stories& stories, TimeUnit by, Limit& limit);
  void add(std::size_t segment, std::uint32_t doc);
  // By date, the unknown ones last.
  std::vector<TimelineBucket> take() const;
  const ArticleSet& articles() const { return added_; }
  // Of the articles added, those in the bucket of a date; past the limit some of them.
  ArticleSet articles_of(const std::string& date) const;

 private:
  struct Counts {
    std::uint64_t count = 0;
    std::uint64_t alone = 0;  // in no story
    std::set<std::size_t> stories;
  };
  std::optional<int> period_of(std::size_t segment, std::uint32_t doc) const;

  const Snapshot& snapshot_;
  const Stories& stories_;
  TimeUnit by_;
  Limit& limit_;
  std::map<std::optional<int>, Counts> counts_;
  std::map<std::optional<int>, Counts>::iterator last_;  // where the article before was counted
  ArticleSet added_;
};

// The number of the period in which all the days lie; nothing where they lie in several.
std::optional<int> period_of(DayRange days, TimeUnit by);
// Its date in ISO, as precise as the period: a week's is its Monday.
std::string period_date(int period, TimeUnit by);

// Buckets that stand out: twice the standard deviation above the mean of all periods from the first
// to the last, and three articles at least; the highest first, at most three.
std::vector<std::size_t> find_peaks(const std::vector<TimelineBucket>& buckets, TimeUnit by);

}  // namespace dateline::search
