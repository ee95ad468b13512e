// Cursors over one segment's database.  In: an open database.  Out: local numbers, ascending.
// Invariants: local number = document number - 1; a cursor belongs to the thread of its session.
// Tested by tests/storage/cursors_test.cpp.
#pragma once

#include "storage/segment.hpp"

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <string>

namespace dateline::storage {

// `path` is for errors and must outlive the cursor, here and below.
std::unique_ptr<Cursor> term_cursor(const Xapian::Database& database, const std::string& term,
                                    const std::filesystem::path& path);

// The same over a words file.
std::unique_ptr<Cursor> words_cursor(const words::Reader& reader, std::string_view term);

std::unique_ptr<Cursor> date_cursor(const Xapian::Database& database, DayRange days,
                                    const std::filesystem::path& path);

// The numbers 0 to size - 1.
std::unique_ptr<Cursor> number_cursor(std::uint32_t size);

}  // namespace dateline::storage
