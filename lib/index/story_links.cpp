// Finds the links of new articles.  In: segments with their wording.  Out: links.
// Tested by tests/index/story_links_test.cpp.
#include "index/story_links.hpp"

#include "stories/kinship.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>
#include <unordered_map>

namespace dateline::index {
namespace {

using storage::StoryFile;
using storage::Wording;

// An article that keeps a mark.
struct Holder {
  std::uint32_t segment;
  std::uint32_t doc;
  std::uint8_t part;
};

struct PairKey {
  std::uint64_t a;  // segment and number
  std::uint64_t b;
  friend bool operator==(const PairKey&, const PairKey&) = default;
};

struct PairHash {
  std::size_t operator()(const PairKey& key) const {
    return (key.a * 0x9e3779b97f4a7c15ULL) ^ (key.b * 0xc2b2ae3d27d4eb4fULL);
  }
};

std::uint64_t key_of(const Holder& holder) {
  return std::uint64_t{holder.segment} << 32 | holder.doc;
}

class Finder {
 public:
  explicit Finder(const std::vector<WordedSegment>& segments) : segments_(segments) {
    for (const WordedSegment& segment : segments) cursors_.emplace_back(*segment.wording);
  }

  std::vector<stories::Link> run() {
    while (const auto number = next_number()) {
      gather(*number);
      if (holders_.size() > 1 && holders_.size() <= kMostHolders) pair_up();
    }
    std::vector<stories::Link> links;
    for (const auto& [key, shared] : pairs_) {
      if (const auto link = judge(key, shared)) links.push_back(*link);
    }
    std::sort(links.begin(), links.end(), [](const auto& a, const auto& b) {
      return std::tuple(a.a, a.b) < std::tuple(b.a, b.b);
    });
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
      for (std::size_t j = i + 1; j < holders_.size(); ++j) {
        const Holder& a = holders_[i];
        const Holder& b = holders_[j];
        if (!segments_[a.segment].is_new && !segments_[b.segment].is_new) continue;
        if (!stories::within_window(wording(a).published, wording(b).published)) continue;
        stories::Shared& shared = pairs_[{key_of(a), key_of(b)}];
        ++shared.count;
        shared.parts_a = static_cast<std::uint8_t>(shared.parts_a | 1U << a.part);
        shared.parts_b = static_cast<std::uint8_t>(shared.parts_b | 1U << b.part);
      }
    }
  }

  std::optional<stories::Link> judge(const PairKey& key, const stories::Shared& shared) const {
    const Holder a{static_cast<std::uint32_t>(key.a >> 32), static_cast<std::uint32_t>(key.a), 0};
    const Holder b{static_cast<std::uint32_t>(key.b >> 32), static_cast<std::uint32_t>(key.b), 0};
    const Wording& of_a = wording(a);
    const Wording& of_b = wording(b);
    const auto kin = stories::judge(of_a.extent, of_b.extent, shared, of_a.body == of_b.body);
    if (!kin) return std::nullopt;
    stories::Link link{segments_[a.segment].arrival(a.doc), segments_[b.segment].arrival(b.doc),
                       kin->kind, of_a.extent.shingles > of_b.extent.shingles, kin->strength};
    if (link.a < link.b) return link;
    std::swap(link.a, link.b);
    link.a_is_longer = of_b.extent.shingles > of_a.extent.shingles;
    return link;
  }

  const std::vector<WordedSegment>& segments_;
  std::vector<StoryFile::Cursor> cursors_;
  std::vector<Holder> holders_;
  std::unordered_map<PairKey, stories::Shared, PairHash> pairs_;
};

}  // namespace

std::vector<stories::Link> find_links(const std::vector<WordedSegment>& segments) {
  return Finder(segments).run();
}

}  // namespace dateline::index
