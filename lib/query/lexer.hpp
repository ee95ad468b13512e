// Cuts a query's text into tokens.  In: well-formed text.  Out: terms, brackets and operators, each
// with the sign, field and weight that touch it.
// Tested by tests/query/lexer_test.cpp.
#pragma once

#include "query/tokens.hpp"
#include "query/warnings.hpp"

#include <string_view>
#include <vector>

namespace dateline::query {

// Stops soon after the last term that a query may have.
// `today`: the day that dates in words count from.
std::vector<Token> read_tokens(std::string_view text, Warnings& warnings, int today = 0);

}  // namespace dateline::query
