// The removed articles of a segment.  In: ascending numbers.  Out: a file of the segment, and back.
// Tested by tests/storage/removed_test.cpp.
#include "storage/removed.hpp"

#include "base/bytes.hpp"
#include "storage/damage.hpp"
#include "storage/segment_format.hpp"

namespace dateline::storage {
namespace {

std::string removed_name(std::uint64_t generation) {
  return "removed-" + padded(generation);
}

std::string print_numbers(std::span<const std::uint32_t> docs) {
  base::ByteWriter out;
  out.number(docs.size());
  std::uint32_t before = 0;
  for (const std::uint32_t doc : docs) {
    out.number(doc - before);
    before = doc;
  }
  return out.take();
}

}  // namespace

std::vector<bool> read_removed(base::FileSystem& files, const std::filesystem::path& index,
                               const SegmentEntry& entry) {
  std::vector<bool> removed(entry.articles);
  if (!entry.removed_file) return removed;
  const std::filesystem::path path = index / entry.removed_file->name;
  const auto file = open_verified(files, index, *entry.removed_file);
  const std::string text = file->read(0, static_cast<std::size_t>(file->size()));
  base::ByteReader reader(text, path.native());
  const std::uint64_t count = reader.number();
  std::uint64_t doc = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint64_t step = reader.number();
    if (step >= removed.size() - doc || (i > 0 && step == 0)) {
      fail_damaged(path, "its numbers make no sense");
    }
    doc += step;
    removed[static_cast<std::size_t>(doc)] = true;
  }
  if (count != entry.removed || !reader.done()) fail_damaged(path, "its length makes no sense");
  return removed;
}

SegmentEntry write_removed(base::FileSystem& files, const std::filesystem::path& index,
                           const SegmentEntry& entry, std::span<const std::uint32_t> docs,
                           std::uint64_t generation) {
  SegmentEntry changed = entry;
  changed.removed = static_cast<std::uint32_t>(docs.size());
  changed.removed_file.reset();
  if (docs.empty()) return changed;
  const std::string name = segment_file(entry.id, removed_name(generation));
  files.remove_all(index / name);  // what a failed commit left
  files.write_all(index / name, print_numbers(docs));
  files.sync_folder((index / name).parent_path());
  changed.removed_file = describe_file(files, index, name);
  return changed;
}

}  // namespace dateline::storage
