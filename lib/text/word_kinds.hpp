// What each character is to the rules of word boundaries.  In: UTF-8.  Out: a kind per character.
// Method: properties of ICU, Unicode Standard Annex #29, section 4.1, table 3, put into a table once.
// Tested by tests/text/word_kinds_test.cpp.
#pragma once

#include "base/utf8.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline::text {

enum class WordKind : std::uint8_t {
  kOther,         // stands alone
  kJoins,         // joins letters, and digits: ' .
  kJoinsLetters,  // U+00B7
  kJoinsDigits,   // , ;
  kAskIcu,        // a rule beyond the pairs of these kinds holds: marks, Hebrew, Thai, Han, emoji
  kUnderscore,    // this and the next: a word is made of them
  kLetter,
  kDigit
};

struct WordCharacter {
  WordKind kind;
  std::size_t end;  // behind its last byte
};

class WordKinds {
 public:
  static const WordKinds& get();

  // Requires: at < text.size().
  WordCharacter at(std::string_view text, std::size_t at) const {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return {kinds_[byte], at + 1};
    const char32_t c = base::next_code_point(text, at);
    return {c < kinds_.size() ? kinds_[c] : WordKind::kAskIcu, at};
  }

 private:
  WordKinds();

  std::array<WordKind, 0x2E80> kinds_;  // up to the Han radicals
};

}  // namespace dateline::text
