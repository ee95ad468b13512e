// What a person looks at: styles, lines folded to the terminal's width, one line for each complaint.
// Styles only on a terminal that has them (not NO_COLOR, not TERM=dumb); nothing is lost in a pipe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace examples {

// The text in bold, faint, in colour; as it is where there are no styles.
std::string bold(std::string_view text);
std::string faint(std::string_view text);
std::string marked(std::string_view text);

// Columns of standard output; 100 when it is no terminal.
std::size_t width();

// Prints text folded to the width, every line but the first indented; `lead` stands before the
// first as it is, by default the indent.
void print_folded(std::string_view text, std::size_t indent);
void print_folded(std::string_view text, std::size_t indent, std::string_view lead);

// "who: text" on standard error, always one line; a long text loses its middle.
void complain(std::string_view who, std::string_view text);

// A line of progress on standard error, at most every tenth of a second, only on a terminal.
void show_progress(std::uint64_t articles, std::uint64_t bytes);
void end_progress();

}  // namespace examples
