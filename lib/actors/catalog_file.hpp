// Reads one actors*.jsonl file.  In: JSON Lines.  Out: entries, each with its place for errors.
// Format: indexes/news/ACTORS.md.  Keys: id kind name names short adjectives metonyms not aliases of
// holders; a record with only `as_of` says when the file was true.
// Tested by tests/actors/catalog_test.cpp.
#pragma once

#include "actors/catalog.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::actors {

struct CatalogRecord {
  Entry entry;
  std::string of;     // id, empty when there is none
  std::string where;  // file:line
};

// Throws Error(kInvalid) with file:line for whatever does not make sense.
std::vector<CatalogRecord> read_catalog_file(const std::filesystem::path& file);

}  // namespace dateline::actors
