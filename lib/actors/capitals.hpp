// Names that stand in capitals ("YELTSIN", "NEW YORK") as they are written otherwise.
// In: a passage.  Out: its text, as long as before, with "Yeltsin", "New York".
// Tested by tests/actors/capitals_test.cpp.
#pragma once

#include "article/passages.hpp"

#include <string>
#include <string_view>

namespace dateline::actors {

// Four ASCII letters or more, all of them capitals; shorter words are acronyms as likely.
bool is_in_capitals(std::string_view word);

// "YELTSIN" to "Yeltsin"; a word that is not in capitals stays, and so does "OF", "AND".
std::string without_capitals(const article::Passage& passage);

}  // namespace dateline::actors
