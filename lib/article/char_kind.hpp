// What a character beyond ASCII is to the rules about pages.  In: a code point.  Out: its kind.
// Source: the blocks of Unicode 15 and the exceptions in them.
// Tested by tests/article/char_kind_test.cpp.
#pragma once

namespace dateline::article {

enum class CharKind { kLetter, kIdeograph, kSpace, kMark };

// Requires: not ASCII.
CharKind char_kind(char32_t code_point);

// The plain form of a mark: '"' for every quote, '-' for every dash, '.' for every full stop.
char32_t plain_mark(char32_t mark);

}  // namespace dateline::article
