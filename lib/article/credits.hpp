// Who took a picture, as the line under it says: "Jane Doe/Harbour Wire", "(Photo: Jane Doe)".
// In: the tokens of a line, the recipe's phrases.  Out: what says so.
// Tested by tests/article/credits_test.cpp.
#pragma once

#include "article/phrases.hpp"
#include "article/tokens.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace dateline::article {

// `closed`: the line ends a sentence.  "Reuters/Ipsos" is a poll in one, "Reuters/Jane Doe" a photographer at
// the end of none.
std::optional<std::string> find_credit(std::string_view text, Tokens tokens,
                                       const PhraseList& credits, bool closed);

}  // namespace dateline::article
