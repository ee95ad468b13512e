// The words and marks of a line, as the rules about pages see them.
// In: UTF-8.  Out: tokens in order; equal hashes mean equal folded words or the same kind of mark.
// Coarser than text/words.hpp on purpose: marks count, since ", left," is a caption and "left" is not.
// Tested by tests/article/tokens_test.cpp.
#pragma once

#include <dateline/range.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::article {

enum class TokenKind : std::uint8_t { kWord, kNumber, kMark };  // a number: ASCII digits only

struct Token {
  Range range;
  std::uint64_t hash = 0;  // of the folded word; of a mark: its plain form ('"' for every quote)
  TokenKind kind = TokenKind::kMark;
  bool shouted = false;  // a word of ASCII capitals, two or more
};

using Tokens = std::span<const Token>;

// Appends the tokens of text[range].  Requires: well-formed UTF-8, range at boundaries.
void tokenize(std::string_view text, Range range, std::vector<Token>& tokens);

// The hash of a word, which may hold capitals.
std::uint64_t word_hash(std::string_view word);

inline bool is_word(const Token& token) {
  return token.kind == TokenKind::kWord;
}
inline bool is_number(const Token& token) {
  return token.kind == TokenKind::kNumber;
}
inline bool is_mark(const Token& token, char mark) {
  return token.kind == TokenKind::kMark && token.hash == static_cast<unsigned char>(mark);
}
// One of the plain marks in `marks`.
inline bool is_one_of(const Token& token, std::string_view marks) {
  if (token.kind != TokenKind::kMark) return false;
  for (const char mark : marks) {
    if (token.hash == static_cast<unsigned char>(mark)) return true;
  }
  return false;
}

// A dash between words, not within one: a long one, or blanks or a bracket before it.
bool is_parting_dash(std::string_view text, const Token& token);

// The number that a token's digits make; -1 when it is none of at most 8 digits.
int number_of(std::string_view text, const Token& token);

// The token as it stands in the text.
inline std::string_view view(std::string_view text, const Token& token) {
  return text.substr(token.range.begin, token.range.size());
}

// True when the word begins with a capital.
bool is_capitalized(std::string_view word);
inline bool is_name(std::string_view text, const Token& token) {
  return is_word(token) && is_capitalized(view(text, token));
}

// The length in bytes of the white space or invisible character at `at`; 0 when there is none.
std::size_t space_at(std::string_view text, std::size_t at);

// The range without white space at its ends.
Range trim(std::string_view text, Range range);

}  // namespace dateline::article
