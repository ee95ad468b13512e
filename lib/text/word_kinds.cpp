// What each character is to the rules of word boundaries.  In: UTF-8.  Out: a kind per character.
// Tested by tests/text/word_kinds_test.cpp.
#include "text/word_kinds.hpp"

#include <unicode/uchar.h>

namespace dateline::text {
namespace {

WordKind kind_of(UChar32 c) {
  if (c == '@') return WordKind::kLetter;  // so ICU 72
  if (c == ':') return WordKind::kOther;
  if (u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return WordKind::kAskIcu;
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return WordKind::kLetter;
    case U_WB_NUMERIC:
      return WordKind::kDigit;
    case U_WB_EXTENDNUMLET:
      return c == '_' ? WordKind::kUnderscore : WordKind::kAskIcu;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return WordKind::kJoins;
    case U_WB_MIDLETTER:
      return WordKind::kJoinsLetters;
    case U_WB_MIDNUM:
      return WordKind::kJoinsDigits;
    case U_WB_OTHER:
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
    case U_WB_WSEGSPACE:
    case U_WB_DOUBLE_QUOTE:
      return WordKind::kOther;
    default:
      return WordKind::kAskIcu;
  }
}

}  // namespace

WordKinds::WordKinds() {
  for (std::size_t c = 0; c < kinds_.size(); ++c) kinds_[c] = kind_of(static_cast<UChar32>(c));
}

const WordKinds& WordKinds::get() {
  static const WordKinds kinds;
  return kinds;
}

}  // namespace dateline::text
