// Deletes what no reader can need any more: what the last two manifests do not name.
// In: the index's folder.  Out: the same folder, smaller.
// Invariants: nothing is deleted when there is no manifest, or one of the two cannot be read.
// Tested by tests/storage/garbage_test.cpp.
#include "storage/manifest.hpp"
#include "storage/manifest_files.hpp"

#include <algorithm>
#include <set>

namespace dateline::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKept = 2;

// The names that must stay: segment folders and the files in them.
struct Named {
  std::set<std::string> segments;
  std::set<std::string> files;
};

void add(Named& named, const SegmentEntry& segment) {
  named.segments.insert(segment.id);
  for (const FileEntry& file : segment.files) named.files.insert(file.name);
  if (segment.removed_file) named.files.insert(segment.removed_file->name);
}

void clean_folder(base::FileSystem& files, const fs::path& index, const std::string& folder,
                  const Named& named) {
  for (const std::string& name : files.list(index / folder)) {
    const std::string file = std::string(folder).append("/").append(name);
    if (!named.files.contains(file)) files.remove_all(index / file);
  }
}

void clean_segments(base::FileSystem& files, const fs::path& index, const Named& named,
                    const std::vector<std::string>& in_work) {
  const std::string folder(kSegments);
  if (!files.exists(index / folder)) return;
  for (const std::string& id : files.list(index / folder)) {
    if (std::find(in_work.begin(), in_work.end(), id) != in_work.end()) continue;
    if (named.segments.contains(id)) {
      clean_folder(files, index, std::string(folder).append("/").append(id), named);
    } else {
      files.remove_all(index / folder / id);
    }
  }
}

void remove_temporaries(base::FileSystem& files, const fs::path& index) {
  for (const std::string& name : files.list(index)) {
    if (name.ends_with(".tmp")) files.remove_all(index / name);
  }
}

}  // namespace

void collect_garbage(base::FileSystem& files, const fs::path& index,
                     const std::vector<std::string>& in_work) {
  std::vector<std::uint64_t> generations = list_generations(files, index);
  if (generations.empty()) return;
  Named named;
  for (std::size_t kept = 0; kept < kKept && !generations.empty(); ++kept) {
    const Manifest manifest = read_manifest(files, index, generations.back());
    for (const SegmentEntry& segment : manifest.segments) add(named, segment);
    for (const FileEntry& file : manifest.derived) named.files.insert(file.name);
    generations.pop_back();
  }
  for (const std::uint64_t old : generations) files.remove_all(index / manifest_name(old));
  remove_temporaries(files, index);
  clean_segments(files, index, named, in_work);
  const std::string derived(kDerived);
  if (files.exists(index / derived)) clean_folder(files, index, derived, named);
}

}  // namespace dateline::storage
