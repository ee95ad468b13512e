// Small views of a text.  In: UTF-8.  Out: the hashes of its words; the text on one line.
// Tested by tests/article/words_of_test.cpp.
#include "article/words_of.hpp"

#include "article/line.hpp"
#include "article/tokens.hpp"

#include <algorithm>

namespace dateline::article {

std::vector<std::uint64_t> word_hashes(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, {0, text.size()}, tokens);
  std::vector<std::uint64_t> hashes;
  for (const Token& token : tokens) {
    if (token.kind != TokenKind::kMark) hashes.push_back(token.hash);
  }
  return hashes;
}

std::uint64_t hash_of(const std::vector<std::uint64_t>& words) {
  std::uint64_t hash = 0;
  for (const std::uint64_t word : words) hash = mix_word(hash, word);
  return hash;
}

std::string one_line(std::string_view text) {
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t space = space_at(text, at)) {
      blank = !out.empty();
      at += space;
    } else {
      if (blank) out += ' ';
      blank = false;
      do {
        out += text[at++];
      } while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    }
  }
  return out;
}

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace dateline::article
