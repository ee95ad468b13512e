// Finds phrases and nearness.  In: position lists.  Out: tuples of positions.
// Tested by tests/analysis/positions_test.cpp.
#include "analysis/positions.hpp"

#include <algorithm>
#include <functional>
#include <limits>

namespace dateline::analysis {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

bool has(const PositionList& list, std::uint32_t position) {
  return std::binary_search(list.begin(), list.end(), position);
}

bool holds(const PositionList& list, std::uint32_t position) {
  return std::find(list.begin(), list.end(), position) != list.end();
}

// Each part in turn takes the first position behind the part before: a later one leaves less room.
class OrderedSearch {
 public:
  OrderedSearch(std::span<const PositionList> parts, unsigned distance)
      : parts_(parts), distance_(distance) {}

  bool from(std::uint32_t first) {
    chosen_.assign(1, first);
    for (const PositionList& part : parts_.subspan(1)) {
      const auto next = std::upper_bound(part.begin(), part.end(), chosen_.back());
      if (next == part.end() || *next - first > distance_) return false;
      chosen_.push_back(*next);
    }
    return true;
  }
  const PositionList& chosen() const { return chosen_; }

 private:
  std::span<const PositionList> parts_;
  unsigned distance_;
  PositionList chosen_;
};

// Tries every stretch around the first part's position, the tightest to its left first, and gives
// each part a position in it by augmenting paths.  Of each part only as many positions on either
// side as there are parts can matter: a choice farther off may be changed for a nearer one that no
// other part has taken.
class UnorderedSearch {
 public:
  UnorderedSearch(std::span<const PositionList> parts, unsigned distance)
      : parts_(parts), distance_(distance), nearby_(parts.size()) {}

  bool from(std::uint32_t first) {
    begins_.assign(1, first);
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      gather(i, first);
      if (nearby_[i].empty()) return false;
    }
    std::sort(begins_.begin(), begins_.end(), std::greater<>());
    begins_.erase(std::unique(begins_.begin(), begins_.end()), begins_.end());
    return std::any_of(begins_.begin(), begins_.end(),
                       [&](std::uint32_t begin) { return fill(first, begin); });
  }
  const PositionList& chosen() const { return chosen_; }

 private:
  void gather(std::size_t part, std::uint32_t first) {
    const PositionList& list = parts_[part];
    PositionList& near = nearby_[part];
    near.clear();
    const auto middle = std::lower_bound(list.begin(), list.end(), first);
    for (auto at = middle; at != list.begin() && near.size() < parts_.size();) {
      if (first - *--at > distance_) break;
      near.push_back(*at);
      begins_.push_back(*at);
    }
    const std::size_t before = near.size();
    for (auto at = middle; at != list.end() && near.size() < before + parts_.size(); ++at) {
      if (*at - first > distance_) break;
      if (*at != first) near.push_back(*at);
    }
  }

  bool fill(std::uint32_t first, std::uint32_t begin) {
    begin_ = begin;
    chosen_.assign(parts_.size(), kNone);
    chosen_.front() = first;
    for (std::size_t i = 1; i < parts_.size(); ++i) {
      tried_.clear();
      if (!place(i)) return false;
    }
    return true;
  }

  bool place(std::size_t part) {
    for (const std::uint32_t position : nearby_[part]) {
      const bool inside = position >= begin_ && position - begin_ <= distance_;
      if (!inside || holds(tried_, position)) continue;
      tried_.push_back(position);
      const auto owner = std::find(chosen_.begin() + 1, chosen_.end(), position);
      if (owner != chosen_.end() && !place(static_cast<std::size_t>(owner - chosen_.begin()))) {
        continue;
      }
      chosen_[part] = position;
      return true;
    }
    return false;
  }

  std::span<const PositionList> parts_;
  unsigned distance_;
  std::vector<PositionList> nearby_;  // for each part
  PositionList begins_;               // of the stretches
  std::uint32_t begin_ = 0;
  PositionList chosen_;
  PositionList tried_;
};

template <class Search>
std::vector<PositionList> collect(Search search, const PositionList& first, std::size_t most) {
  std::vector<PositionList> matches;
  for (const std::uint32_t position : first) {
    if (matches.size() == most) break;
    if (search.from(position)) matches.push_back(search.chosen());
  }
  return matches;
}

}  // namespace

std::vector<PositionList> phrase_matches(std::span<const PositionList> parts, std::size_t most) {
  std::vector<PositionList> matches;
  if (parts.empty()) return matches;
  for (const std::uint32_t start : parts.front()) {
    if (matches.size() == most) break;
    bool fits = true;
    for (std::uint32_t i = 1; fits && i < parts.size(); ++i) fits = has(parts[i], start + i);
    if (!fits) continue;
    PositionList& match = matches.emplace_back();
    for (std::uint32_t i = 0; i < parts.size(); ++i) match.push_back(start + i);
  }
  return matches;
}

std::vector<PositionList> near_matches(std::span<const PositionList> parts, unsigned distance,
                                       bool ordered, std::size_t most) {
  if (parts.empty()) return {};
  return ordered ? collect(OrderedSearch(parts, distance), parts.front(), most)
                 : collect(UnorderedSearch(parts, distance), parts.front(), most);
}

}  // namespace dateline::analysis
