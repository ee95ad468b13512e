// Files of a commit that depend on many articles, or that users registered: derived/000012.stories.
// In: bytes and what they are.  Out: an entry for the manifest; the bytes of one.
// Tested by tests/storage/derived_test.cpp.
#pragma once

#include "base/files.hpp"
#include "storage/manifest.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::storage {

inline constexpr std::string_view kStoryLinks = "stories";
inline constexpr std::string_view kAlerts = "alerts";
inline constexpr std::string_view kCommits = "commits";
inline constexpr std::string_view kLineCounts = "lines";
// Those that answers need.
inline constexpr std::string_view kDerivedKinds[] = {kStoryLinks, kAlerts, kCommits};

// The bytes of the manifest's file of this kind, verified; nothing where it has none.
std::optional<std::string> read_derived(base::FileSystem& files, const std::filesystem::path& index,
                                        const Manifest& manifest, std::string_view kind);

// Writes and syncs a file of the manifest's generation and puts it in the place of the one before,
// which stays where the bytes are the same; no bytes, no file.
void write_derived(base::FileSystem& files, const std::filesystem::path& index, Manifest& manifest,
                   std::string_view kind, std::string_view bytes);

}  // namespace dateline::storage
