// Follows the commits of one writer.  In: manifests, ids.  Out: addresses, removals on disk.
// Tested by tests/index/live_test.cpp.
#include "index/live.hpp"

#include <algorithm>
#include <iterator>

namespace dateline::index {

Live::Live(base::FileSystem& files, std::filesystem::path path, const recipe::Data& recipe)
    : files_(files), path_(std::move(path)), departures_(recipe) {}

Live::Prepared Live::prepare(const storage::Manifest& manifest) const {
  Prepared prepared;
  prepared.entries = manifest.segments;
  for (const storage::SegmentEntry& entry : manifest.segments) {
    const auto known = std::find_if(open_.begin(), open_.end(),
                                    [&](const auto& open) { return open->entry.id == entry.id; });
    if (known != open_.end()) {
      prepared.open.push_back(*known);
    } else {
      auto segment = storage::Segment::open(files_, path_, entry);
      segment->forget();  // a writer asks for no words
      prepared.open.push_back(std::make_shared<Open>(
          Open{entry, std::move(segment), storage::StoryFile::open(files_, path_, entry), {}, {}}));
    }
    prepared.committed.push_back(prepared.open.back()->removed);
  }
  return prepared;
}

void Live::follow(Prepared prepared) noexcept {
  for (std::size_t i = 0; i < prepared.open.size(); ++i) {
    prepared.open[i]->entry = std::move(prepared.entries[i]);
    prepared.open[i]->committed = std::move(prepared.committed[i]);
  }
  open_ = std::move(prepared.open);
}

bool Live::is_removed(const Open& open, std::uint32_t doc) const {
  return open.segment->removed(doc) || open.removed.contains(doc);
}

std::optional<Address> Live::find(std::string_view id) const {
  for (std::size_t i = 0; i < open_.size(); ++i) {
    for (const std::uint32_t doc : open_[i]->segment->find(id)) {
      if (!is_removed(*open_[i], doc)) return Address{i, doc};
    }
  }
  return std::nullopt;
}

void Live::remove(Address address) {
  open_[address.segment]->removed.insert(address.doc);
}

std::string Live::record(Address address) const {
  return open_[address.segment]->segment->record(address.doc);
}

std::uint64_t Live::size() const {
  std::uint64_t count = 0;
  for (const auto& open : open_) count += open->segment->size() - all_removed(*open).size();
  return count;
}

std::vector<std::uint32_t> Live::all_removed(const Open& open) const {
  std::vector<std::uint32_t> docs;
  for (std::uint32_t doc = 0; doc < open.segment->size(); ++doc) {
    if (is_removed(open, doc)) docs.push_back(doc);
  }
  return docs;
}

std::vector<storage::SegmentEntry> Live::write_removals(std::uint64_t generation) {
  std::vector<storage::SegmentEntry> entries;
  for (const auto& open : open_) {
    if (!open->changed()) {
      entries.push_back(open->entry);
      continue;
    }
    if (all_removed(*open).size() == open->segment->size()) continue;
    entries.push_back(write_removed(*open, generation));
  }
  return entries;
}

// What the last commit removed is on disk, with all that was counted of it.
storage::SegmentEntry Live::write_removed(const Open& open, std::uint64_t generation) {
  std::set<std::uint32_t> docs;
  std::set_difference(open.removed.begin(), open.removed.end(), open.committed.begin(),
                      open.committed.end(), std::inserter(docs, docs.end()));
  storage::Removed removed = storage::read_removed(files_, path_, open.entry);
  departures_.add(*open.segment, docs, removed);
  return storage::write_removed(files_, path_, open.entry, removed, generation);
}

storage::SegmentEntry Live::remove_from_new(const storage::SegmentEntry& entry,
                                            const storage::Segment& segment,
                                            const std::set<std::uint32_t>& docs,
                                            std::uint64_t generation) {
  storage::Removed removed;
  departures_.add(segment, docs, removed);
  return storage::write_removed(files_, path_, entry, removed, generation);
}

// Of each source; fewer lists than sources when one is gone, with all its articles.
std::vector<std::vector<std::uint32_t>> Live::removed_of(const Merged& merged) const {
  std::vector<std::vector<std::uint32_t>> removed;
  for (const Merged::Source& source : merged.sources) {
    for (const auto& open : open_) {
      if (open->entry.id == source.id) removed.push_back(all_removed(*open));
    }
  }
  return removed;
}

std::vector<storage::SegmentEntry> Live::write_removals(std::uint64_t generation,
                                                        const Merged& merged) {
  std::vector<storage::SegmentEntry> entries = write_removals(generation);
  const auto removed = removed_of(merged);
  if (removed.size() != merged.sources.size()) return entries;
  std::erase_if(entries, [&](const storage::SegmentEntry& entry) {
    return std::any_of(merged.sources.begin(), merged.sources.end(),
                       [&](const Merged::Source& source) { return source.id == entry.id; });
  });
  const auto docs = carry_over(merged, removed);
  if (docs.size() == merged.entry.articles) return entries;
  const auto segment = storage::Segment::open(files_, path_, merged.entry);
  entries.push_back(
      remove_from_new(merged.entry, *segment, {docs.begin(), docs.end()}, generation));
  return entries;
}

bool Live::has_removals() const {
  return std::any_of(open_.begin(), open_.end(), [](const auto& open) { return open->changed(); });
}

std::vector<std::uint64_t> Live::fresh_removals() const {
  std::vector<std::uint64_t> arrivals;
  for (const auto& open : open_) {
    for (const std::uint32_t doc : open->removed) {
      if (!open->committed.contains(doc)) arrivals.push_back(open->segment->arrival(doc));
    }
  }
  return arrivals;
}

std::vector<stories::Link> Live::links(const Prepared& prepared,
                                       const std::vector<storage::SegmentEntry>& added) const {
  std::vector<WordedSegment> segments;
  for (const auto& open : prepared.open) {
    if (open->wording == nullptr) continue;
    const bool is_new = std::any_of(added.begin(), added.end(),
                                    [&](const auto& entry) { return entry.id == open->entry.id; });
    segments.push_back({open->wording.get(), is_new,
                        [this, open](std::uint32_t doc) { return !is_removed(*open, doc); },
                        [open](std::uint32_t doc) { return open->segment->arrival(doc); }});
  }
  return find_links(segments);
}

void Live::forget_removals() {
  for (const auto& open : open_) open->removed = open->committed;
}

storage::SegmentEntry Live::without(const storage::SegmentEntry& entry,
                                    const std::vector<std::uint64_t>& arrivals,
                                    std::uint64_t generation) {
  if (arrivals.empty()) return entry;
  const auto segment = storage::Segment::open(files_, path_, entry);
  std::set<std::uint32_t> docs;
  for (std::uint32_t doc = 0; doc < segment->size(); ++doc) {
    if (std::find(arrivals.begin(), arrivals.end(), segment->arrival(doc)) != arrivals.end()) {
      docs.insert(doc);
    }
  }
  return remove_from_new(entry, *segment, docs, generation);
}

}  // namespace dateline::index
