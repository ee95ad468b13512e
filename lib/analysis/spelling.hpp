// Brings British and American spellings of a word together.  In: a folded English word.
// Out: its American spelling, or the word itself.
// Method: pairs of words first, then the regular endings (-our, -re, -ise, -yse, doubled l), each
// with a list of the words that have it or of those that only look alike.
// Tested by tests/analysis/spelling_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace dateline::analysis {

std::string american_spelling(std::string_view folded);

}  // namespace dateline::analysis
