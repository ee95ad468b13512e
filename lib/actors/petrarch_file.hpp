// Reads a dictionary of actors in PETRARCH's form.  In: a file of names, synonyms and codes.
// Out: entries.
// A line is a name in capitals, "+" and a synonym of it, or a code with dates in brackets; "_" joins
// words, ";" and "#" begin comments.  News writes names in small letters: "VLADIMIR_PUTIN_" is matched
// as "Vladimir Putin" and as it stands, a word of up to four letters only as it stands.
// Codes tell the kind: of three letters, a country; with dates, a person; others, an organisation.
// Records without a name of their own (agents, "~") and sets ("!") are left out.
// Tested by tests/actors/petrarch_file_test.cpp.
#pragma once

#include "actors/catalog_file.hpp"

#include <filesystem>
#include <vector>

namespace dateline::actors {

// By its name: "*.actors.txt", "*.actors".
bool is_petrarch_file(const std::filesystem::path& file);
// Of an id that comes twice the first record is kept, with the names of both.
std::vector<CatalogRecord> read_petrarch_file(const std::filesystem::path& file);

}  // namespace dateline::actors
