// Seals.  In: a manifest, a key.  Out: a keyed hash.
// Tested by tests/storage/seal_test.cpp.
#include "storage/seal.hpp"

#include "base/secure_hash.hpp"
#include "storage/manifest_text.hpp"
#include "storage/segment_format.hpp"

#include <dateline/error.hpp>

#include <algorithm>

namespace dateline::storage {
namespace {

constexpr std::size_t kLeastKeyBytes = 16;

// By what its segments are, too: it is they that are opened, whatever the manifest calls its store.
bool holds_databases(const Manifest& manifest) {
  return manifest.text_store != kWordsStore ||
         std::any_of(manifest.segments.begin(), manifest.segments.end(), holds_xapian);
}

}  // namespace

void check_key(std::string_view key) {
  if (key.empty()) return;
  if (key.size() >= kLeastKeyBytes && key.size() <= base::SecureHash::kMostKeyBytes) return;
  throw Error(ErrorCode::kInvalid, "use key", "of " + std::to_string(key.size()) + " bytes",
              "it is too short or too long", "give 16 to 64 random bytes");
}

std::string seal_of(const Manifest& manifest, std::string_view key) {
  if (key.empty() || !holds_databases(manifest)) return {};
  base::SecureHash hash(key);
  hash.add(manifest_line(manifest));
  return hash.digits();
}

void refuse_foreign(base::FileSystem& files, const std::filesystem::path& index,
                    const Manifest& manifest, std::string_view key) {
  check_key(key);
  if (!holds_databases(manifest)) return;
  const bool is_own = files.is_own(index);
  if (is_own && (key.empty() || base::same_digits(manifest.seal, seal_of(manifest, key)))) return;
  throw Error(ErrorCode::kInvalid, "open index", index.string(),
              std::string(is_own ? "it does not bear this user's seal" : "another user made it") +
                  ", and it holds Xapian databases, which can be crafted to do harm",
              "rebuild makes a safe one from its texts; --trust opens it if you trust who made it");
}

void refuse_keyless(const std::filesystem::path& index, const Manifest& manifest,
                    std::string_view key) {
  if (!key.empty() || manifest.seal.empty()) return;
  throw Error(ErrorCode::kInvalid, "write index", index.string(),
              "it is sealed, and without a key a commit would break the seal",
              "give the key that it was made with");
}

}  // namespace dateline::storage
