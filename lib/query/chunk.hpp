// Reads a chunk of a query's text: what stands between blanks, brackets, double quotes and carets.
// In: the chunk.  Out: words, values and operators, added to the tokens; the prefix of what follows.
// Tested by tests/query/chunk_test.cpp.
#pragma once

#include "query/tokens.hpp"
#include "query/warnings.hpp"

#include <optional>
#include <string_view>

namespace dateline::query {

// Reads the chunk `text[range]`.  `touches_group`: a quote or bracket follows at once.  Out: the sign
// and field that belong to it, when the chunk ends with them.
std::optional<Prefix> read_chunk(std::string_view text, Range range, bool touches_group,
                                 Tokens& tokens, Warnings& warnings);

}  // namespace dateline::query
