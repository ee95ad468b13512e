// Output for people: colour only on a terminal, lines folded to its width, nothing lost in a pipe.
#pragma once

#include <dateline/dateline.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace examples {

// "title", or the first words in brackets.
std::string headline(const dateline::Hit& hit);

void print_hit(const dateline::Hit& hit);
void print_facets(const std::vector<dateline::Facet>& facets);
// On standard error: one line each, at most 20, then how many more.
void print_warnings(const std::vector<dateline::QueryWarning>& warnings);
void print_warnings(const std::vector<dateline::Warning>& warnings, std::uint64_t total);

// The text in bold, in colour, faint; as it is when standard output is no terminal.
std::string bold(std::string_view text);
std::string faint(std::string_view text);
std::string marked(std::string_view text);

// Text as one line: white space folded, control characters gone.
std::string one_line(std::string_view text);

// Prints text indented by `indent` blanks, folded to the terminal's width.
void print_folded(const std::string& text, std::size_t indent);

// A line of progress on standard error, at most every tenth of a second, only on a terminal.
void show_progress(std::uint64_t articles, std::uint64_t bytes);
void end_progress();

}  // namespace examples
