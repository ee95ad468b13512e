// Tells commits over Xapian that a user made from what others made.
// Xapian is not safe with crafted files, and whoever crafts them can make their checksums too, but not
// a hash by a key that only the user has.
// In: a manifest, a key.  Out: the seal, or Error(kInvalid).
// Tested by tests/storage/seal_test.cpp.
#pragma once

#include "storage/manifest.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace dateline::storage {

// Throws Error(kInvalid) when it is too short or too long; empty, there is none.
void check_key(std::string_view key);

// The hash of all that the manifest says; empty without a key, and where all is in words files, which
// need none.  Requires: check_key().
std::string seal_of(const Manifest& manifest, std::string_view key);

// Throws Error(kInvalid) where the index holds Xapian databases, and its folder is another user's, or its
// seal is not by the key.  Without a key only the folder is asked for.
void refuse_foreign(base::FileSystem& files, const std::filesystem::path& index,
                    const Manifest& manifest, std::string_view key);

// Throws Error(kInvalid) where the index is sealed and there is no key: a commit would break the seal.
void refuse_keyless(const std::filesystem::path& index, const Manifest& manifest,
                    std::string_view key);

}  // namespace dateline::storage
