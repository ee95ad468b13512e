// Answers for people: hits, facets, notes.
#pragma once

#include "common/terminal.hpp"
#include "common/text.hpp"

#include <dateline/dateline.hpp>

#include <string>
#include <vector>

namespace examples {

// "title", or the first words in brackets.
std::string headline(const dateline::Hit& hit);

void print_hit(const dateline::Searcher& searcher, const dateline::Hit& hit);
void print_facets(const dateline::Searcher& searcher, const std::vector<dateline::Facet>& facets);
// On standard error: one line each, none twice, at most 20, then how many more.
void print_warnings(const std::vector<dateline::QueryWarning>& warnings);
void print_warnings(const std::vector<dateline::Warning>& warnings, std::uint64_t total);

}  // namespace examples
