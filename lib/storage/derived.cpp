// Files of a commit that depend on many articles.  In: bytes.  Out: entries, and the way back.
// Tested by tests/storage/derived_test.cpp.
#include "storage/derived.hpp"

#include "base/hash.hpp"
#include "storage/damage.hpp"
#include "storage/manifest_files.hpp"

#include <algorithm>

namespace dateline::storage {
namespace {

auto find_derived(const Manifest& manifest, std::string_view kind) {
  const std::string suffix = "." + std::string(kind);
  return std::find_if(manifest.derived.begin(), manifest.derived.end(),
                      [&](const FileEntry& file) { return file.name.ends_with(suffix); });
}

}  // namespace

std::optional<std::string> read_derived(base::FileSystem& files, const std::filesystem::path& index,
                                        const Manifest& manifest, std::string_view kind) {
  const auto entry = find_derived(manifest, kind);
  if (entry == manifest.derived.end()) return std::nullopt;
  return std::string(open_verified(files, index, *entry)->map());
}

void write_derived(base::FileSystem& files, const std::filesystem::path& index, Manifest& manifest,
                   std::string_view kind, std::string_view bytes) {
  const auto old = find_derived(manifest, kind);
  if (old != manifest.derived.end()) {
    if (old->size == bytes.size() && old->checksum == base::checksum(bytes)) return;
    manifest.derived.erase(old);
  }
  if (bytes.empty()) return;
  const std::string folder(kDerived);
  files.create_folder(index / folder);
  const std::string name = folder + '/' + padded(manifest.generation) + '.' + std::string(kind);
  files.remove_all(index / name);  // what a failed commit left
  files.write_all(index / name, bytes);
  files.sync_folder(index / folder);
  manifest.derived.push_back(describe_file(files, index, name));
}

}  // namespace dateline::storage
