// Normal forms of words.  In: a word as it stands.  Out: the form it is looked up by.
// Method: NFKC_Casefold (Unicode Standard, section 3.13) by ICU, ASCII by table; accents are marks
// dropped after NFD, then NFC again.
// Tested by tests/text/fold_test.cpp.
#include "text/fold.hpp"

#include "base/utf8.hpp"
#include "text/icu.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace dateline::text {
namespace {

using GetNormalizer = const icu::Normalizer2* (*)(UErrorCode&);

// A longer word is normalized piece by piece: putting marks in order takes quadratic time.
std::string normalized(std::string_view word, GetNormalizer get) {
  constexpr std::size_t kMostBytes = 1024;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = get(status);
  check(status, "load Unicode's normal forms");
  std::string out;
  while (!word.empty()) {
    const std::size_t size = base::floor_boundary(word, kMostBytes);
    icu::StringByteSink<std::string> sink(&out);
    const icu::StringPiece piece(word.data(), static_cast<std::int32_t>(size));
    normalizer->normalizeUTF8(0, piece, sink, nullptr, status);
    check(status, "normalize a word");
    word.remove_prefix(size);
  }
  return out;
}

// U+2019, U+02BC, and U+2018, which stands where it should not (NFKC has made U+FF07 straight).
std::string with_straight_apostrophes(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = base::next_code_point(word, at);
    base::append_utf8(out, c == 0x2018 || c == 0x2019 || c == 0x02BC ? U'\'' : c);
  }
  return out;
}

// Letters of the Latin script that no normal form takes apart; "" for any other.
std::string_view plain_letters(char32_t letter) {
  switch (letter) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
    case U'ɗ':
      return "d";
    case U'þ':
      return "th";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ı':
      return "i";
    case U'ħ':
      return "h";
    case U'ŧ':
      return "t";
    case U'ŋ':
      return "n";
    case U'ə':
      return "e";
    case U'ɓ':
      return "b";
    case U'ƙ':
      return "k";
    case U'ƴ':
      return "y";
    default:
      return {};
  }
}

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return U_SUCCESS(status) ? script : USCRIPT_UNKNOWN;
}

// True when a word is the same with and without this mark on this letter.  In Cyrillic only the
// stress marks are such, and the dots of ё; й, ї, ў, ѓ, ќ are letters of their own.
bool is_accent(char32_t letter, char32_t mark) {
  constexpr char32_t kGrave = 0x300, kAcute = 0x301, kDiaeresis = 0x308;
  const UScriptCode script = script_of(letter);
  if (script == USCRIPT_LATIN || script == USCRIPT_GREEK) return true;
  if (script != USCRIPT_CYRILLIC) return false;
  if (mark == kDiaeresis) return letter == U'е';
  return (mark == kGrave || mark == kAcute) && letter != U'г' && letter != U'к';
}

}  // namespace

std::string fold_case(std::string_view word) {
  if (base::is_ascii(word)) return base::ascii_lower(word);
  return with_straight_apostrophes(normalized(word, icu::Normalizer2::getNFKCCasefoldInstance));
}

std::string fold_accents(std::string_view folded) {
  if (base::is_ascii(folded)) return std::string(folded);
  const std::string word = normalized(folded, icu::Normalizer2::getNFDInstance);
  std::string out;
  char32_t letter = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = base::next_code_point(word, at);
    const bool is_mark = u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
    if (is_mark && is_accent(letter, c)) continue;
    if (!is_mark) letter = c;
    if (const std::string_view plain = plain_letters(c); !plain.empty()) {
      out += plain;
    } else {
      base::append_utf8(out, c);
    }
  }
  return normalized(out, icu::Normalizer2::getNFCInstance);
}

}  // namespace dateline::text
