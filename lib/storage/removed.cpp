// The removed articles of a segment.  In: numbers and terms.  Out: a file of the segment, and back.
// Tested by tests/storage/removed_test.cpp.
#include "storage/removed.hpp"

#include "base/bytes.hpp"
#include "storage/damage.hpp"
#include "storage/manifest_files.hpp"
#include "storage/segment_format.hpp"

namespace dateline::storage {
namespace {

namespace fs = std::filesystem;

std::string removed_name(std::uint64_t generation) {
  return "removed-" + padded(generation);
}

std::string print_removed(const Removed& removed) {
  base::ByteWriter out;
  out.number(removed.docs.size());
  std::uint32_t before = 0;
  for (const std::uint32_t doc : removed.docs) {
    out.number(doc - before);
    before = doc;
  }
  out.number(removed.length);
  out.number(removed.terms.size());
  for (const auto& [term, articles] : removed.terms) {
    out.string(term);
    out.number(articles);
  }
  return out.take();
}

void read_numbers(base::ByteReader& reader, const SegmentEntry& entry, const fs::path& path,
                  Removed& removed) {
  if (reader.number() != entry.removed) fail_damaged(path, "its length makes no sense");
  std::uint64_t doc = 0;
  while (removed.docs.size() < entry.removed) {
    const std::uint64_t step = reader.number();
    if (step >= entry.articles - doc || (step == 0 && !removed.docs.empty())) {
      fail_damaged(path, "its numbers make no sense");
    }
    doc += step;
    removed.docs.push_back(static_cast<std::uint32_t>(doc));
  }
}

void read_terms(base::ByteReader& reader, const fs::path& path, Removed& removed) {
  removed.length = reader.number();
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    const std::string_view term = reader.string();
    const std::uint64_t articles = reader.number();
    const bool follows = removed.terms.empty() || removed.terms.rbegin()->first < term;
    if (!follows || articles == 0 || articles > removed.docs.size()) {
      fail_damaged(path, "its terms make no sense");
    }
    removed.terms.emplace_hint(removed.terms.end(), term, static_cast<std::uint32_t>(articles));
  }
}

}  // namespace

Removed read_removed(base::FileSystem& files, const fs::path& index, const SegmentEntry& entry) {
  Removed removed;
  if (!entry.removed_file) return removed;
  const fs::path path = index / entry.removed_file->name;
  const auto file = open_verified(files, index, *entry.removed_file);
  const std::string text = file->read(0, static_cast<std::size_t>(file->size()));
  base::ByteReader reader(text, path.native());
  read_numbers(reader, entry, path, removed);
  read_terms(reader, path, removed);
  if (!reader.done()) fail_damaged(path, "it is too long");
  return removed;
}

SegmentEntry write_removed(base::FileSystem& files, const fs::path& index,
                           const SegmentEntry& entry, const Removed& removed,
                           std::uint64_t generation) {
  SegmentEntry changed = entry;
  changed.removed = static_cast<std::uint32_t>(removed.docs.size());
  changed.removed_file.reset();
  if (removed.docs.empty()) return changed;
  const std::string name = segment_file(entry.id, removed_name(generation));
  files.remove_all(index / name);  // what a failed commit left
  files.write_all(index / name, print_removed(removed));
  files.sync_folder((index / name).parent_path());
  changed.removed_file = describe_file(files, index, name);
  return changed;
}

}  // namespace dateline::storage
