// Where the files of an index lie.  In: numbers and names.  Out: paths below the index's folder.
// Tested by tests/storage/manifest_test.cpp.
#pragma once

#include "base/files.hpp"
#include "storage/manifest.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::storage {

inline constexpr std::string_view kSegments = "segments";
inline constexpr std::string_view kDerived = "derived";

// "000012"; more digits where six are too few.
std::string padded(std::uint64_t number);

// "manifest-000012".
std::string manifest_name(std::uint64_t generation);

// The generations of the manifests in the folder, ascending.
std::vector<std::uint64_t> list_generations(base::FileSystem& files,
                                            const std::filesystem::path& index);

// The manifest of a generation.
Manifest read_manifest(base::FileSystem& files, const std::filesystem::path& index,
                       std::uint64_t generation);

}  // namespace dateline::storage
