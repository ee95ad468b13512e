// Quotes, as several programs list them.
#pragma once

#include <dateline/dateline.hpp>

namespace examples {

// One line of JSON for each, or a paragraph for people.
void print_quotes(const dateline::Searcher& searcher, const dateline::QuoteResults& results,
                  bool json);

}  // namespace examples
