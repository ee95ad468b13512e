// Small views of a text: its words as hashes, its words on one line.
// In: UTF-8.  Out: hashes; text.
// Tested by tests/article/words_of_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::article {

std::vector<std::uint64_t> word_hashes(std::string_view text);

// What Line::words_hash is for these words.
std::uint64_t hash_of(const std::vector<std::uint64_t>& words);

// The text without white space at its ends, each white space in it one blank.
std::string one_line(std::string_view text);

// The length in characters.
std::size_t count_characters(std::string_view text);

}  // namespace dateline::article
