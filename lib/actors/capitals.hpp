// Names that stand in capitals ("YELTSIN", "NEW YORK") as they are written otherwise.
// In: a passage, a copy of its text.  Out: the text, as long as before, with "Yeltsin", "New York".
// Tested by tests/actors/capitals_test.cpp.
#pragma once

#include "article/passages.hpp"

#include <string>
#include <string_view>

namespace dateline::actors {

// Four ASCII letters or more, all of them capitals; shorter words are acronyms as likely.
bool is_in_capitals(std::string_view word);

// Makes "Yeltsin" of "YELTSIN" within the passage; a word that is not in capitals stays, "OF" becomes "of".
// Requires: `text` is a copy of passage.text.
void lower_capitals(const article::Passage& passage, std::string& text);

}  // namespace dateline::actors
