// Cursors over one segment.  In: an open database, columns.  Out: local numbers, ascending.
// Invariants: local number = document number - 1; a cursor belongs to the thread of its session.
// Tested by tests/storage/cursors_test.cpp.
#pragma once

#include "storage/segment.hpp"

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <string>

namespace dateline::storage {

// `path` is for errors and must outlive the cursor.
std::unique_ptr<Cursor> term_cursor(const Xapian::Database& database, const std::string& term,
                                    const std::filesystem::path& path);

// The same over a words file.
std::unique_ptr<Cursor> words_cursor(const words::Reader& reader, std::string_view term);

// Articles whose date lies wholly within `days`.
std::unique_ptr<Cursor> date_cursor(const ColumnsReader& columns, DayRange days);

// The numbers 0 to size - 1.
std::unique_ptr<Cursor> number_cursor(std::uint32_t size);

}  // namespace dateline::storage
