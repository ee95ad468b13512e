// Tells whether a file of the index is as it was written: by its size, then by its checksum.
// In: the file, what the manifest says of it.  Out: what is wrong, or Error(kCorrupt) with what to do.
// Tested by tests/storage/damage_test.cpp.
#include "storage/damage.hpp"

#include "base/hash.hpp"
#include "base/secure_hash.hpp"
#include "storage/segment_format.hpp"

#include <dateline/error.hpp>

#include <algorithm>

namespace dateline::storage {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 18;

}  // namespace

void fail_damaged(const std::filesystem::path& file, std::string_view why) {
  throw Error(ErrorCode::kCorrupt, "read", file.native(), why,
              "restore a backup or rebuild the index");
}

namespace {

template <class Sum>
std::string digits_of(const base::ReadableFile& file) {
  Sum sum;
  for (std::uint64_t at = 0; at < file.size();) {
    const std::string piece = file.read(at, kPiece);
    if (piece.empty()) break;  // somebody cuts it short meanwhile
    sum.add(piece);
    at += piece.size();
  }
  return sum.digits();
}

std::optional<std::string> find_wrong_size(const base::ReadableFile& file, const FileEntry& entry) {
  if (file.size() == entry.size) return std::nullopt;
  return "it has " + std::to_string(file.size()) + " bytes and should have " +
         std::to_string(entry.size);
}

}  // namespace

std::string checksum_of(const base::ReadableFile& file, std::string_view name) {
  if (name.ends_with(kArticlesFile)) return digits_of<base::SecureHash>(file);
  return digits_of<base::Checksum>(file);
}

std::optional<std::string> find_damage(const base::ReadableFile& file, const FileEntry& entry) {
  if (auto damage = find_wrong_size(file, entry)) return damage;
  const bool is_secure = entry.checksum.size() == base::SecureHash::kDigits;
  const std::string checksum =
      is_secure ? digits_of<base::SecureHash>(file) : digits_of<base::Checksum>(file);
  if (checksum != entry.checksum) return "its checksum is wrong";
  return std::nullopt;
}

std::unique_ptr<base::ReadableFile> open_by_end(base::FileSystem& files,
                                                const std::filesystem::path& index,
                                                const FileEntry& entry) {
  auto file = files.open(index / entry.name);
  if (const auto damage = find_wrong_size(*file, entry)) {
    fail_damaged(index / entry.name, *damage);
  }
  const std::uint64_t begin = file->size() - std::min<std::uint64_t>(file->size(), kEndBytes);
  if (base::checksum(file->read(begin, kEndBytes)) != entry.end) {
    fail_damaged(index / entry.name, "its end is not the one that was written");
  }
  return file;
}

std::unique_ptr<base::ReadableFile> open_verified(base::FileSystem& files,
                                                  const std::filesystem::path& index,
                                                  const FileEntry& entry) {
  auto file = files.open(index / entry.name);
  if (const auto damage = find_damage(*file, entry)) fail_damaged(index / entry.name, *damage);
  return file;
}

}  // namespace dateline::storage
