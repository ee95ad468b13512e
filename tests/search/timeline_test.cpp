#include "search/timeline.hpp"

#include "search/sample.hpp"

#include <dateline/searcher.hpp>

#include <gmock/gmock.h>

#include <map>
#include <random>

namespace dateline::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

int day(const char* iso) {
  return Date::parse(iso)->first_day();
}

TEST(Timeline, PutsADayIntoItsPeriod) {
  struct Row {
    const char* date;
    TimeUnit by;
    const char* period;
  };
  for (const Row& row : {Row{"2025-02-24", TimeUnit::kDay, "2025-02-24"},
                         Row{"2025-02-24", TimeUnit::kWeek, "2025-02-24"},
                         Row{"2025-03-02", TimeUnit::kWeek, "2025-02-24"},
                         Row{"2025-03-03", TimeUnit::kWeek, "2025-03-03"},
                         Row{"1969-12-28", TimeUnit::kWeek, "1969-12-22"},
                         Row{"1903-12-31", TimeUnit::kMonth, "1903-12"},
                         Row{"2024-02-29", TimeUnit::kYear, "2024"}}) {
    const auto period = period_of({day(row.date), day(row.date)}, row.by);
    ASSERT_TRUE(period);
    EXPECT_EQ(period_date(*period, row.by), row.period);
  }
}

TEST(Timeline, KnowsAPeriodOnlyWhereItIsOne) {
  const Date month = *Date::parse("2025-02");
  const DayRange february{month.first_day(), month.last_day()};
  EXPECT_FALSE(period_of(february, TimeUnit::kDay));
  EXPECT_FALSE(period_of(february, TimeUnit::kWeek));
  EXPECT_TRUE(period_of(february, TimeUnit::kMonth));
  EXPECT_TRUE(period_of(february, TimeUnit::kYear));
}

std::vector<TimelineBucket> years(std::vector<std::uint64_t> counts) {
  std::vector<TimelineBucket> buckets;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    buckets.push_back({std::to_string(2000 + i), counts[i], counts[i]});
  }
  buckets.push_back({std::nullopt, 1000, 1000});
  return buckets;
}

TEST(Timeline, PeaksStandOutOfAllPeriods) {
  EXPECT_THAT(find_peaks(years({1, 2, 1, 30, 1, 2, 1, 1, 2, 1}), TimeUnit::kYear), ElementsAre(3));
  EXPECT_THAT(find_peaks(years({5, 5, 5, 5, 5}), TimeUnit::kYear), IsEmpty());
  EXPECT_THAT(find_peaks(years({0, 0, 0, 0, 2, 0, 0, 0, 0}), TimeUnit::kYear), IsEmpty());
  EXPECT_THAT(find_peaks({{std::nullopt, 9, 9}}, TimeUnit::kDay), IsEmpty());
}

class TimelineTest : public SmallIndex {};

TEST_F(TimelineTest, CountsWhatAScanCounts) {
  std::mt19937 random(4);
  std::vector<std::vector<Article>> segments(3);
  std::vector<std::pair<std::string, bool>> all;  // date, whether it matches
  for (int i = 0; i < 120; ++i) {
    const bool matches = random() % 3 != 0;
    Article article =
        make_article("a" + std::to_string(i), matches ? "Peace talks." : "Grid news.");
    std::string date;
    switch (random() % 4) {
      case 0:
        break;
      case 1:
        date = "2024-0" + std::to_string(1 + random() % 9);
        break;
      default:
        date = "2024-0" + std::to_string(1 + random() % 9) + "-1" + std::to_string(random() % 9);
    }
    if (!date.empty()) article.date = date;
    all.emplace_back(date, matches);
    segments[random() % 3].push_back(std::move(article));
  }
  build(segments);
  const Searcher searcher = Searcher::open(path());
  for (const auto& [by, length] : {std::pair(TimeUnit::kDay, 10u), std::pair(TimeUnit::kMonth, 7u),
                                   std::pair(TimeUnit::kYear, 4u)}) {
    std::map<std::string, std::uint64_t> expected;
    for (const auto& [date, matches] : all) {
      if (matches) ++expected[date.size() < length ? "unknown" : date.substr(0, length)];
    }
    const Timeline timeline = searcher.timeline("peace", by);
    std::map<std::string, std::uint64_t> found;
    std::uint64_t sum = 0;
    for (const TimelineBucket& bucket : timeline.buckets) {
      found[bucket.date.value_or("unknown")] = bucket.count;
      EXPECT_EQ(bucket.folded, bucket.count);  // no stories
      sum += bucket.count;
    }
    EXPECT_EQ(found, expected);
    EXPECT_EQ(sum, timeline.count);
    EXPECT_FALSE(timeline.buckets.back().date);
  }
}

}  // namespace
}  // namespace dateline::search
