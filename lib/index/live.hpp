// The committed segments as their writer sees them: finds articles by id, notes removals.
// In: a manifest.  Out: addresses; the manifest's segments with the removals of the next commit.
// Tested by tests/index/live_test.cpp.
#pragma once

#include "base/files.hpp"
#include "index/departures.hpp"
#include "index/merger.hpp"
#include "index/story_links.hpp"
#include "recipe/data.hpp"
#include "storage/manifest.hpp"
#include "storage/segment.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::index {

// Where an article stands.
struct Address {
  std::size_t segment = 0;
  std::uint32_t doc = 0;
};

class Live {
 public:
  Live(base::FileSystem& files, std::filesystem::path path, const recipe::Data& recipe);

  // Opens what a commit needs; segments that are open already stay open.  Changes nothing yet.
  struct Prepared;
  Prepared prepare(const storage::Manifest& manifest) const;
  // Takes the commit over.
  void follow(Prepared prepared) noexcept;

  // The live article of an id.
  std::optional<Address> find(std::string_view id) const;
  void remove(Address address);
  std::string record(Address address) const;
  std::uint64_t size() const;  // live articles, removals noted here left out

  // The segments with all removals written to disk; segments without a live article are left out.
  std::vector<storage::SegmentEntry> write_removals(std::uint64_t generation);
  // The same with a merged segment in the place of its sources, when they are all still here.
  std::vector<storage::SegmentEntry> write_removals(std::uint64_t generation, const Merged& merged);
  bool has_removals() const;
  std::vector<std::uint64_t> fresh_removals() const;  // arrivals, of those since the last commit
  void forget_removals();                             // those since the last commit

  // A new segment with its articles of these arrival numbers removed.
  storage::SegmentEntry without(const storage::SegmentEntry& entry,
                                const std::vector<std::uint64_t>& arrivals,
                                std::uint64_t generation);

 private:
  struct Open {
    storage::SegmentEntry entry;
    std::shared_ptr<const storage::Segment> segment;
    std::shared_ptr<const storage::StoryFile> wording;  // nullptr where stories are not sought
    std::set<std::uint32_t> removed;                    // since it was opened
    std::set<std::uint32_t> committed;                  // those of them that the last commit knows
    bool changed() const { return removed.size() != committed.size(); }
  };

 public:
  struct Prepared {
    std::vector<std::shared_ptr<Open>> open;
    std::vector<storage::SegmentEntry> entries;      // of each
    std::vector<std::set<std::uint32_t>> committed;  // of each
  };
  // The links of the articles that stand in the segments `added`.  Valid while `prepared` is.
  std::vector<stories::Link> links(const Prepared& prepared,
                                   const std::vector<storage::SegmentEntry>& added) const;

 private:
  bool is_removed(const Open& open, std::uint32_t doc) const;
  std::vector<std::vector<std::uint32_t>> removed_of(const Merged& merged) const;
  std::vector<std::uint32_t> all_removed(const Open& open) const;
  storage::SegmentEntry write_removed(const Open& open, std::uint64_t generation);
  storage::SegmentEntry remove_from_new(const storage::SegmentEntry& entry,
                                        const storage::Segment& segment,
                                        const std::set<std::uint32_t>& docs,
                                        std::uint64_t generation);

  base::FileSystem& files_;
  std::filesystem::path path_;
  Departures departures_;
  std::vector<std::shared_ptr<Open>> open_;
};

}  // namespace dateline::index
