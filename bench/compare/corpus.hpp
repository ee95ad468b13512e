// Articles and questions that nobody has to download.  In: a seed, a number.  Out: the same ones always.
// Method: words are drawn by Zipf's law from a vocabulary of syllables; an article comes back to the
// words that it has used already, as real ones do; questions are words of articles.
#pragma once

#include "compare/engine.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace compare {

Articles make_articles(std::uint64_t seed, std::size_t count);

// Of so many different articles two to four words: of the text, side by side where `phrases`.
std::vector<std::string> make_questions(std::uint64_t seed, const Articles& articles,
                                        std::size_t count, bool phrases);

}  // namespace compare
