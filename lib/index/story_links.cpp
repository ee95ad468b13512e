// Finds the links of new articles.  In: segments with their wording.  Out: links.
// Tested by tests/index/story_links_test.cpp.
#include "index/story_links.hpp"

#include "base/memory.hpp"
#include "stories/kinship.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>

namespace dateline::index {
namespace {

using storage::StoryFile;
using storage::Wording;

// With more parts than this, all pairs of a part are held however many they are.
constexpr std::size_t kMostParts = std::size_t{1} << 8;

// An article that keeps a mark.
struct Holder {
  std::uint32_t number;  // through all segments
  std::uint32_t segment;
  std::uint8_t part;
};

// What two articles have in common: a mark, or all of them.
struct Pair {
  std::uint32_t a;  // numbers as above
  std::uint32_t b;
  std::uint32_t count;
  std::uint8_t parts_a;
  std::uint8_t parts_b;
  bool is_of(const Pair& other) const { return a == other.a && b == other.b; }
};

// Pairs that are the same become one.
void unite(base::LargeVector<Pair>& pairs) {
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
    last->count += at->count;
    last->parts_a |= at->parts_a;
    last->parts_b |= at->parts_b;
  }
  if (last != pairs.end()) pairs.erase(last + 1, pairs.end());
}

// Into which of so many parts the pairs fall of which an article is the first.
std::size_t part_of(std::uint32_t first, std::size_t parts) {
  return static_cast<std::size_t>(((first * 0x9e3779b97f4a7c15ULL) >> 32) % parts);
}

class Finder {
  // The order of a heap whose front is a segment that stands at the lowest number.
  auto behind() const {
    return [this](std::size_t a, std::size_t b) {
      return cursors_[a].mark().number > cursors_[b].mark().number;
    };
  }

 public:
  // Of all pairs one part of so many.
  Finder(const std::vector<WordedSegment>& segments, std::size_t part, std::size_t parts,
         std::size_t most_pairs)
      : segments_(segments), part_(part), parts_(parts), most_pairs_(most_pairs) {
    pairs_.reserve(most_pairs_);
    std::size_t articles = 0;
    for (std::size_t s = 0; s < segments.size(); ++s) {
      begins_.push_back(static_cast<std::uint32_t>(articles));
      articles += segments[s].wording->articles().size();
      cursors_.emplace_back(*segments[s].wording);
      if (!segments[s].is_new) {
        old_.push_back(s);
      } else if (!cursors_[s].at_end()) {
        new_.push_back(s);
      }
    }
    std::make_heap(new_.begin(), new_.end(), behind());
    if (articles > std::numeric_limits<std::uint32_t>::max()) {
      throw Error(ErrorCode::kLimit, "link stories", "an index", "it has 2^32 articles or more");
    }
  }

  // Absent where these are too many.
  std::optional<std::vector<stories::Link>> run() {
    while (!new_.empty()) {
      gather(cursors_[new_.front()].mark().number);
      const std::size_t holders = holders_.size();
      if (holders < 2 || holders > kMostHolders) continue;
      if (pairs_.size() + holders * (holders - 1) / 2 > most_pairs_ && parts_ <= kMostParts) {
        unite(pairs_);
        if (pairs_.size() > most_pairs_ / 4 * 3) return std::nullopt;
      }
      pair_up();
    }
    unite(pairs_);
    std::vector<stories::Link> links;
    for (const Pair& pair : pairs_) {
      if (const auto link = judge(pair)) links.push_back(*link);
    }
    return links;
  }

 private:
  // The live articles whose bodies keep the number; all cursors move behind it.
  void gather(std::uint32_t number) {
    holders_.clear();
    while (!new_.empty() && cursors_[new_.front()].mark().number == number) {
      std::pop_heap(new_.begin(), new_.end(), behind());
      take(new_.back(), number);
      if (cursors_[new_.back()].at_end()) {
        new_.pop_back();
      } else {
        std::push_heap(new_.begin(), new_.end(), behind());
      }
    }
    for (const std::size_t s : old_) {
      cursors_[s].skip_to(number);
      take(s, number);
    }
    std::sort(holders_.begin(), holders_.end(), [](const Holder& a, const Holder& b) {
      return std::tuple(a.number, a.part) < std::tuple(b.number, b.part);
    });
  }

  void take(std::size_t s, std::uint32_t number) {
    for (StoryFile::Cursor& at = cursors_[s]; !at.at_end() && at.mark().number == number;
         at.next()) {
      const storage::KeptMark& mark = at.mark();
      if (mark.part == stories::kParts || !segments_[s].is_live(mark.doc)) continue;
      holders_.push_back({begins_[s] + mark.doc, static_cast<std::uint32_t>(s), mark.part});
    }
  }

  const Wording& wording(const Holder& holder) const {
    return segments_[holder.segment].wording->articles()[holder.number - begins_[holder.segment]];
  }

  void pair_up() {
    for (std::size_t i = 0; i < holders_.size(); ++i) {
      const Holder& a = holders_[i];
      if (part_of(a.number, parts_) != part_) continue;
      for (std::size_t j = i + 1; j < holders_.size(); ++j) {
        const Holder& b = holders_[j];
        if (!segments_[a.segment].is_new && !segments_[b.segment].is_new) continue;
        if (!stories::within_window(wording(a).published, wording(b).published)) continue;
        pairs_.push_back({a.number, b.number, 1, static_cast<std::uint8_t>(1U << a.part),
                          static_cast<std::uint8_t>(1U << b.part)});
      }
    }
  }

  Holder holder(std::uint32_t number) const {
    const auto behind = std::upper_bound(begins_.begin(), begins_.end(), number);
    return {number, static_cast<std::uint32_t>(behind - begins_.begin() - 1), 0};
  }

  std::uint64_t arrival(const Holder& holder) const {
    return segments_[holder.segment].arrival(holder.number - begins_[holder.segment]);
  }

  std::optional<stories::Link> judge(const Pair& pair) const {
    const Holder a = holder(pair.a);
    const Holder b = holder(pair.b);
    const Wording& of_a = wording(a);
    const Wording& of_b = wording(b);
    const stories::Shared shared{pair.count, pair.parts_a, pair.parts_b};
    const auto kin = stories::judge(of_a.extent, of_b.extent, shared, of_a.body == of_b.body);
    if (!kin) return std::nullopt;
    stories::Link link{arrival(a), arrival(b), kin->kind,
                       of_a.extent.shingles > of_b.extent.shingles, kin->strength};
    if (link.a < link.b) return link;
    std::swap(link.a, link.b);
    link.a_is_longer = of_b.extent.shingles > of_a.extent.shingles;
    return link;
  }

  const std::vector<WordedSegment>& segments_;
  std::size_t part_;
  std::size_t parts_;
  std::size_t most_pairs_;
  std::vector<std::uint32_t> begins_;  // the number of each segment's first article
  std::vector<StoryFile::Cursor> cursors_;
  std::vector<std::size_t> new_;  // a heap of segments that are not at their end
  std::vector<std::size_t> old_;
  std::vector<Holder> holders_;
  base::LargeVector<Pair> pairs_;
};

}  // namespace

std::vector<stories::Link> find_links(const std::vector<WordedSegment>& segments,
                                      std::size_t most_pairs) {
  std::vector<stories::Link> links;
  std::size_t parts = 1;
  for (std::size_t part = 0; part < parts; ++part) {
    const auto some = Finder(segments, part, parts, most_pairs).run();
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
