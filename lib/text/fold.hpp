// Normal forms of words.  In: a word as it stands.  Out: the form it is looked up by.
// Method: NFKC_Casefold (Unicode Standard, section 3.13); accents are marks dropped after NFD.
// Tested by tests/text/fold_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

// NFKC, case folded, zero-width characters and soft hyphens gone, curly apostrophes straight.
std::string fold_case(std::string_view word);

// The folded word without accents ("café" -> "cafe"; also ø, ł, đ, ß, æ, œ and their like).
// Letters whose marks make another letter stay: й, ї, ё -> е by use, kana, Indic vowels.
std::string fold_accents(std::string_view folded);

}  // namespace dateline::text
