// Compares a name with every name of the catalog.  In: a name.  Out: names alike.
// Tested by tests/search/names_test.cpp.
#include "search/names.hpp"

#include <algorithm>
#include <tuple>

namespace dateline::search {
namespace {

constexpr std::size_t kMostDistance = 3;
constexpr std::size_t kMostNameBytes = 100;

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit) return limit + 1;
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = a[i - 1] == b[j - 1];
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], limit + 1);
}

std::vector<std::string> similar_names(const actors::Catalog& catalog, std::string_view name,
                                       std::size_t most) {
  const std::string folded = actors::fold_name(name.substr(0, kMostNameBytes));
  const std::size_t limit = std::min(kMostDistance, folded.size() / 3);
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const actors::Entry& entry : catalog.entries()) {
    std::size_t best = limit + 1;
    for (const actors::Name& known : entry.names) {
      if (known.is_not) continue;
      best = std::min(best, edit_distance(folded, actors::fold_name(known.text), limit));
    }
    if (best <= limit) found.emplace_back(best, entry.actor.name);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> result;
  for (auto& [distance, text] : found) {
    if (result.size() < most) result.push_back(std::move(text));
  }
  return result;
}

}  // namespace dateline::search
