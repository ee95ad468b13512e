// A manifest as text.  In: a Manifest.  Out: two lines, and the way back.
// Format: the first line is a JSON object with the keys format, generation, text_store,
// next_arrival, next_segment, recipe and segments; the second is base::checksum of the first line
// and its end.  A file is {"name", "size", "checksum", "end"}; a segment is {"id", "articles", "removed",
// "files"} and, where articles are removed, "removed_file".  Later formats keep the two lines and
// `format`, so that an older version can tell a newer file from a damaged one.
// Invariants: a name that is read stays below the index's folder.
// Tested by tests/storage/manifest_text_test.cpp.
#pragma once

#include "storage/manifest.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace dateline::storage {

std::string print_manifest(const Manifest& manifest);
// Its first line, which says all but the seal.
std::string manifest_line(const Manifest& manifest);

// `path` is for the error.  Throws Error: kCorrupt, damaged; kInvalid, of a newer or an older version.
Manifest parse_manifest(std::string_view text, const std::filesystem::path& path);

}  // namespace dateline::storage
