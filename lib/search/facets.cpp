// Counts values article by article.  In: articles.  Out: facets.
// Tested by tests/search/facets_test.cpp.
#include "search/facets.hpp"

#include <algorithm>

namespace dateline::search {
namespace {

constexpr std::pair<const char*, storage::Column> kColumns[] = {
    {"actor", storage::Column::kActors},
    {"topic", storage::Column::kTopics},
    {"source", storage::Column::kSource},
    {"language", storage::Column::kLanguage}};

// "2025-02"; empty when the month is not known.
std::string month_of(const std::optional<DayRange>& days) {
  if (!days) return {};
  const Date first = Date::from_days(days->first);
  const Date last = Date::from_days(days->last);
  if (first.year != last.year || first.month != last.month) return {};
  return Date{first.year, first.month, 0}.iso();
}

}  // namespace

void FacetCounter::add(storage::SegmentSession& session, std::uint32_t doc) {
  for (const auto& [name, column] : kColumns) {
    for (const std::string& value : session.column(doc, column)) ++counts_[name][value];
  }
  const std::string month = month_of(session.published(doc));
  if (!month.empty()) ++counts_["month"][month];
}

std::vector<Facet> FacetCounter::take(std::size_t most) const {
  std::vector<Facet> result;
  for (const char* name : {"actor", "topic", "source", "language", "month"}) {
    Facet facet{name, {}};
    if (const auto found = counts_.find(name); found != counts_.end()) {
      facet.counts.assign(found->second.begin(), found->second.end());
    }
    std::stable_sort(facet.counts.begin(), facet.counts.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (facet.counts.size() > most) facet.counts.resize(most);
    result.push_back(std::move(facet));
  }
  return result;
}

}  // namespace dateline::search
