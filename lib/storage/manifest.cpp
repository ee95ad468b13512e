// Commits on disk.  In: manifests.  Out: files manifest-000012, published whole or not at all.
// Tested by tests/storage/manifest_test.cpp.
#include "storage/manifest.hpp"

#include "base/hash.hpp"
#include "storage/damage.hpp"
#include "storage/manifest_files.hpp"
#include "storage/manifest_text.hpp"

#include <dateline/error.hpp>

#include <algorithm>
#include <charconv>

namespace dateline::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "manifest-";
constexpr std::size_t kDigits = 6;

std::optional<std::uint64_t> generation_of(const std::string& name) {
  std::uint64_t generation = 0;
  if (!name.starts_with(kPrefix)) return std::nullopt;
  std::from_chars(name.data() + kPrefix.size(), name.data() + name.size(), generation);
  if (manifest_name(generation) != name) return std::nullopt;
  return generation;
}

[[noreturn]] void fail_absent(const fs::path& index) {
  throw Error(ErrorCode::kNotFound, "open index", index.native(), "there is no index",
              "make one with index_articles");
}

}  // namespace

std::string padded(std::uint64_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < kDigits) digits.insert(0, kDigits - digits.size(), '0');
  return digits;
}

std::string manifest_name(std::uint64_t generation) {
  return std::string(kPrefix) + padded(generation);
}

std::vector<std::uint64_t> list_generations(base::FileSystem& files, const fs::path& index) {
  std::vector<std::uint64_t> generations;
  for (const std::string& name : files.list(index)) {
    if (const auto generation = generation_of(name)) generations.push_back(*generation);
  }
  std::sort(generations.begin(), generations.end());
  return generations;
}

Manifest read_manifest(base::FileSystem& files, const fs::path& index, std::uint64_t generation) {
  const fs::path path = index / manifest_name(generation);
  Manifest manifest = parse_manifest(files.read_all(path), path);
  if (manifest.generation != generation) fail_damaged(path, "it is another manifest");
  return manifest;
}

// A manifest that vanishes between listing and reading has two newer ones.
Manifest load_manifest(base::FileSystem& files, const fs::path& index) {
  constexpr int kAttempts = 10;
  if (!files.exists(index)) fail_absent(index);
  for (int attempt = 1;; ++attempt) {
    const auto generations = list_generations(files, index);
    if (generations.empty()) fail_absent(index);
    try {
      return read_manifest(files, index, generations.back());
    } catch (const Error& error) {
      if (error.code() != ErrorCode::kNotFound || attempt == kAttempts) throw;
    }
  }
}

void publish_manifest(base::FileSystem& files, const fs::path& index, const Manifest& manifest) {
  const fs::path path = index / manifest_name(manifest.generation);
  const fs::path temporary = path.native() + ".tmp";
  if (files.exists(path)) {
    throw Error(ErrorCode::kExists, "publish", path.native(), "there is such a manifest already",
                "let one writer at a time change the index");
  }
  files.remove_all(temporary);
  files.write_all(temporary, print_manifest(manifest));
  files.rename(temporary, path);
  try {
    files.sync_folder(index);
  } catch (...) {
    files.remove_all(path);  // what may not last was never committed
    throw;
  }
}

FileEntry describe_file(base::FileSystem& files, const fs::path& index, const std::string& name) {
  const auto file = files.open(index / name);
  const std::uint64_t before = file->size() - std::min<std::uint64_t>(file->size(), kEndBytes);
  return {name, file->size(), checksum_of(*file, name),
          base::checksum(file->read(before, kEndBytes))};
}

std::optional<std::string> find_damage(base::FileSystem& files, const fs::path& index,
                                       const FileEntry& entry) {
  if (!files.exists(index / entry.name)) return "it is missing";
  const auto file = files.open(index / entry.name);
  return find_damage(*file, entry);
}

}  // namespace dateline::storage
