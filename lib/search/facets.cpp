// Counts values by their numbers.  In: articles.  Out: facets.
// Tested by tests/search/facets_test.cpp.
#include "search/facets.hpp"

#include "search/timeline.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace dateline::search {
namespace {

using Counts = std::unordered_map<std::string_view, std::uint64_t>;
constexpr std::size_t kEachBytes = 112;  // of a value in Counts, and where they are sorted

constexpr std::pair<const char*, storage::Column> kFacetColumns[] = {
    {"actor", storage::Column::kActors},
    {"topic", storage::Column::kTopics},
    {"source", storage::Column::kSource},
    {"language", storage::Column::kLanguage}};

std::uint64_t to_key(DayRange days) {
  return std::uint64_t{static_cast<std::uint32_t>(days.first)} << 32 |
         static_cast<std::uint32_t>(days.last);
}

DayRange from_key(std::uint64_t key) {
  return {static_cast<int>(key >> 32), static_cast<int>(key)};
}

template <class Values>
Facet make_facet(const char* name, const Values& values, std::size_t most) {
  std::vector<std::pair<std::string_view, std::uint64_t>> counts(values.begin(), values.end());
  const auto end = counts.begin() + static_cast<std::ptrdiff_t>(std::min(counts.size(), most));
  std::partial_sort(counts.begin(), end, counts.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  return {name, {counts.begin(), end}};
}

}  // namespace

FacetCounter::FacetCounter(const Snapshot& snapshot, Limit* limit) : limit_(limit) {
  std::size_t values = 0;
  for (const auto& segment : snapshot.segments()) {
    for (const auto& [name, column] : kFacetColumns) values += segment->columns()[column].size();
  }
  if (limit_ != nullptr && !limit_->take(values * sizeof(std::uint32_t))) return;
  for (const auto& segment : snapshot.segments()) {
    OfSegment& mine = segments_.emplace_back();
    mine.columns = &segment->columns();
    for (const auto& [name, column] : kFacetColumns) {
      mine.counts[static_cast<std::size_t>(column)].resize((*mine.columns)[column].size());
    }
  }
}

void FacetCounter::add(std::size_t segment, std::span<const std::uint32_t> docs) {
  OfSegment& mine = segments_[segment];
  for (const auto& [name, which] : kFacetColumns) {
    const storage::ValueColumn& column = (*mine.columns)[which];
    auto& counts = mine.counts[static_cast<std::size_t>(which)];
    for (const std::uint32_t doc : docs) {
      column.for_each(doc, [&](std::uint32_t number) { ++counts[number]; });
    }
  }
  for (const std::uint32_t doc : docs) {
    if (const auto days = mine.columns->published(doc)) ++days_[to_key(*days)];
  }
}

std::vector<Facet> FacetCounter::take(std::size_t most) const {
  std::vector<Facet> result;
  for (const auto& [name, column] : kFacetColumns) {
    Counts all;
    for (const OfSegment& mine : segments_) {
      const auto& counts = mine.counts[static_cast<std::size_t>(column)];
      const auto values =
          counts.size() - static_cast<std::size_t>(std::count(counts.begin(), counts.end(), 0u));
      if (limit_ != nullptr && !limit_->has_room((all.size() + values) * kEachBytes)) break;
      for (std::uint32_t number = 0; number < counts.size(); ++number) {
        if (counts[number] > 0) all[(*mine.columns)[column].value(number)] += counts[number];
      }
    }
    result.push_back(make_facet(name, all, most));
  }
  std::map<int, std::uint64_t> months;
  for (const auto& [days, count] : days_) {
    if (const auto month = period_of(from_key(days), TimeUnit::kMonth)) months[*month] += count;
  }
  std::map<std::string, std::uint64_t> named;
  for (const auto& [month, count] : months) {
    named.emplace(period_date(month, TimeUnit::kMonth), count);
  }
  result.push_back(make_facet("month", named, most));
  return result;
}

}  // namespace dateline::search
