// Finds the links of new articles.  In: segments with their wording.  Out: links.
// Tested by tests/index/story_links_test.cpp.
#include "index/story_links.hpp"

#include "stories/kinship.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace dateline::index {
namespace {

using storage::StoryFile;
using storage::Wording;

// One article has at most some 70,000 pairs, so that more parts would not help.
constexpr std::size_t kMostParts = std::size_t{1} << 12;

// An article that keeps a mark.
struct Holder {
  std::uint32_t segment;
  std::uint32_t doc;
  std::uint8_t part;
};

// What two articles have in common: a mark, or all of them.
struct Pair {
  std::uint64_t a;  // segment and number
  std::uint64_t b;
  stories::Shared shared;
  bool is_of(const Pair& other) const { return a == other.a && b == other.b; }
};

// Pairs that are the same become one.
void unite(std::vector<Pair>& pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) {
    return std::tuple(x.a, x.b) < std::tuple(y.a, y.b);
  });
  auto last = pairs.begin();
  for (auto at = pairs.begin(); at != pairs.end(); ++at) {
    if (at == last) continue;
    if (!at->is_of(*last)) {
      *++last = *at;
      continue;
    }
    last->shared.count += at->shared.count;
    last->shared.parts_a |= at->shared.parts_a;
    last->shared.parts_b |= at->shared.parts_b;
  }
  if (last != pairs.end()) pairs.erase(last + 1, pairs.end());
}

std::uint64_t key_of(const Holder& holder) {
  return std::uint64_t{holder.segment} << 32 | holder.doc;
}

// Into which of so many parts the pairs fall of which an article is the first.
std::size_t part_of(const Holder& first, std::size_t parts) {
  return static_cast<std::size_t>(((key_of(first) * 0x9e3779b97f4a7c15ULL) >> 32) % parts);
}

class Finder {
 public:
  // Of all pairs one part of so many.
  Finder(const std::vector<WordedSegment>& segments, std::size_t part, std::size_t parts)
      : segments_(segments), part_(part), parts_(parts) {
    for (const WordedSegment& segment : segments) cursors_.emplace_back(*segment.wording);
  }

  // Absent where these are more than `most_pairs`.
  std::optional<std::vector<stories::Link>> run(std::size_t most_pairs) {
    while (const auto number = next_number()) {
      gather(*number);
      if (holders_.size() > 1 && holders_.size() <= kMostHolders) pair_up();
      if (pairs_.size() < most_pairs) continue;
      unite(pairs_);
      if (pairs_.size() > most_pairs / 2) return std::nullopt;
    }
    unite(pairs_);
    std::vector<stories::Link> links;
    for (const Pair& pair : pairs_) {
      if (const auto link = judge(pair)) links.push_back(*link);
    }
    return links;
  }

 private:
  // The lowest number at which a new segment stands.
  std::optional<std::uint32_t> next_number() const {
    std::optional<std::uint32_t> lowest;
    for (std::size_t s = 0; s < segments_.size(); ++s) {
      if (!segments_[s].is_new || cursors_[s].at_end()) continue;
      const std::uint32_t number = cursors_[s].mark().number;
      if (!lowest || number < *lowest) lowest = number;
    }
    return lowest;
  }

  // The live articles whose bodies keep the number; all cursors move behind it.
  void gather(std::uint32_t number) {
    holders_.clear();
    for (std::size_t s = 0; s < segments_.size(); ++s) {
      StoryFile::Cursor& at = cursors_[s];
      for (at.skip_to(number); !at.at_end() && at.mark().number == number; at.next()) {
        const storage::KeptMark& mark = at.mark();
        if (mark.part == stories::kParts || !segments_[s].is_live(mark.doc)) continue;
        holders_.push_back({static_cast<std::uint32_t>(s), mark.doc, mark.part});
      }
    }
  }

  const Wording& wording(const Holder& holder) const {
    return segments_[holder.segment].wording->articles()[holder.doc];
  }

  void pair_up() {
    for (std::size_t i = 0; i < holders_.size(); ++i) {
      if (part_of(holders_[i], parts_) != part_) continue;
      for (std::size_t j = i + 1; j < holders_.size(); ++j) {
        const Holder& a = holders_[i];
        const Holder& b = holders_[j];
        if (!segments_[a.segment].is_new && !segments_[b.segment].is_new) continue;
        if (!stories::within_window(wording(a).published, wording(b).published)) continue;
        pairs_.push_back({key_of(a),
                          key_of(b),
                          {1, static_cast<std::uint8_t>(1U << a.part),
                           static_cast<std::uint8_t>(1U << b.part)}});
      }
    }
  }

  std::optional<stories::Link> judge(const Pair& pair) const {
    const Holder a{static_cast<std::uint32_t>(pair.a >> 32), static_cast<std::uint32_t>(pair.a), 0};
    const Holder b{static_cast<std::uint32_t>(pair.b >> 32), static_cast<std::uint32_t>(pair.b), 0};
    const Wording& of_a = wording(a);
    const Wording& of_b = wording(b);
    const auto kin = stories::judge(of_a.extent, of_b.extent, pair.shared, of_a.body == of_b.body);
    if (!kin) return std::nullopt;
    stories::Link link{segments_[a.segment].arrival(a.doc), segments_[b.segment].arrival(b.doc),
                       kin->kind, of_a.extent.shingles > of_b.extent.shingles, kin->strength};
    if (link.a < link.b) return link;
    std::swap(link.a, link.b);
    link.a_is_longer = of_b.extent.shingles > of_a.extent.shingles;
    return link;
  }

  const std::vector<WordedSegment>& segments_;
  std::size_t part_;
  std::size_t parts_;
  std::vector<StoryFile::Cursor> cursors_;
  std::vector<Holder> holders_;
  std::vector<Pair> pairs_;
};

}  // namespace

std::vector<stories::Link> find_links(const std::vector<WordedSegment>& segments,
                                      std::size_t most_pairs) {
  std::vector<stories::Link> links;
  std::size_t parts = 1;
  for (std::size_t part = 0; part < parts; ++part) {
    const bool is_last = parts > kMostParts;
    const auto some = Finder(segments, part, parts).run(is_last ? SIZE_MAX : most_pairs);
    if (some) {
      links.insert(links.end(), some->begin(), some->end());
    } else {  // what was found so far is found again
      links.clear();
      parts *= 4;
      part = static_cast<std::size_t>(-1);
    }
  }
  std::sort(links.begin(), links.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.a, a.b) < std::tuple(b.a, b.b);
  });
  return links;
}

}  // namespace dateline::index
