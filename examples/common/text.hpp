// Text for a terminal: one line, nothing in it that steers the terminal, its width in columns.
// In: any bytes.  Out: UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace examples {

// The character at `at`, which is moved behind it; U+FFFD for a byte that is no UTF-8.
char32_t next_character(std::string_view text, std::size_t& at);

// Control characters, and those that turn the direction of the text around them.
bool is_hidden(char32_t c);

// The text as one line: white space folded, control characters as '?', marks of direction gone.
std::string one_line(std::string_view text);

// The text as one line of at most `most` characters, its middle left out where it is longer.
std::string shortened(std::string_view text, std::size_t most);

// Columns of a terminal: 2 for wide characters, 0 for combining ones and for styles.
std::size_t columns(std::string_view text);
std::size_t columns(char32_t c);

// "1 article", "12,345 articles"
std::string count_of(std::uint64_t count, std::string_view what);
std::string with_commas(std::uint64_t number);

}  // namespace examples
