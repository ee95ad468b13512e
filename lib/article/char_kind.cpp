// What a character beyond ASCII is.  In: a code point.  Out: its kind, its plain form.
// Tested by tests/article/char_kind_test.cpp.
#include "article/char_kind.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace dateline::article {
namespace {

struct CharSpan {
  char32_t first;
  char32_t last;
  CharKind kind;
};

// What is not a letter beyond ASCII, in order (Unicode 15, blocks and exceptions).
constexpr CharSpan kSpans[] = {
    {0x80, 0xA0, CharKind::kSpace},
    {0xA1, 0xA9, CharKind::kMark},
    {0xAB, 0xAC, CharKind::kMark},
    {0xAE, 0xB4, CharKind::kMark},
    {0xB6, 0xB9, CharKind::kMark},
    {0xBB, 0xBF, CharKind::kMark},
    {0xD7, 0xD7, CharKind::kMark},
    {0xF7, 0xF7, CharKind::kMark},
    {0x589, 0x58A, CharKind::kMark},
    {0x5BE, 0x5BE, CharKind::kMark},
    {0x60C, 0x60D, CharKind::kMark},
    {0x61B, 0x61F, CharKind::kMark},
    {0x6D4, 0x6D4, CharKind::kMark},
    {0x964, 0x965, CharKind::kMark},
    {0x1680, 0x1680, CharKind::kSpace},
    {0x2000, 0x200B, CharKind::kSpace},
    {0x200E, 0x200F, CharKind::kSpace},
    {0x2010, 0x2027, CharKind::kMark},
    {0x2028, 0x202F, CharKind::kSpace},
    {0x2030, 0x205E, CharKind::kMark},
    {0x205F, 0x206F, CharKind::kSpace},
    {0x20A0, 0x20CF, CharKind::kMark},
    {0x2100, 0x2BFF, CharKind::kMark},
    {0x2E00, 0x2E7F, CharKind::kMark},
    {0x3000, 0x3000, CharKind::kSpace},
    {0x3001, 0x303F, CharKind::kMark},
    {0x3040, 0x30FF, CharKind::kIdeograph},
    {0x3400, 0x9FFF, CharKind::kIdeograph},
    {0xF900, 0xFAFF, CharKind::kIdeograph},
    {0xFE10, 0xFE1F, CharKind::kMark},
    {0xFE30, 0xFE6F, CharKind::kMark},
    {0xFEFF, 0xFEFF, CharKind::kSpace},
    {0xFF01, 0xFF0F, CharKind::kMark},
    {0xFF1A, 0xFF20, CharKind::kMark},
    {0xFF3B, 0xFF40, CharKind::kMark},
    {0xFF5B, 0xFF65, CharKind::kMark},
    {0xFFFC, 0xFFFD, CharKind::kMark},
    {0x1F000, 0x1FAFF, CharKind::kMark},
    {0x20000, 0x3FFFF, CharKind::kIdeograph},
};

struct Plain {
  char32_t mark;
  char plain;
};

constexpr Plain kPlain[] = {
    {0xAB, '"'},    {0xBB, '"'},   {0x2010, '-'},  {0x2011, '-'},  {0x2012, '-'},  {0x2013, '-'},
    {0x2014, '-'},  {0x2015, '-'}, {0x2018, '\''}, {0x2019, '\''}, {0x201A, '\''}, {0x201B, '\''},
    {0x201C, '"'},  {0x201D, '"'}, {0x201E, '"'},  {0x201F, '"'},  {0x2026, '.'},  {0x2039, '\''},
    {0x203A, '\''}, {0x2212, '-'}, {0x3001, ','},  {0x3002, '.'},  {0x300C, '"'},  {0x300D, '"'},
    {0x60C, ','},   {0x61F, '?'},  {0x6D4, '.'},   {0x964, '.'},   {0xFF01, '!'},  {0xFF08, '('},
    {0xFF09, ')'},  {0xFF0C, ','}, {0xFF0E, '.'},  {0xFF1A, ':'},  {0xFF1B, ';'},  {0xFF1F, '?'},
    {0xFF61, '.'},
};

CharKind find_kind(char32_t code_point) {
  const auto* span = std::upper_bound(
      std::begin(kSpans), std::end(kSpans), code_point,
      [](char32_t value, const CharSpan& candidate) { return value < candidate.first; });
  if (span == std::begin(kSpans) || (--span)->last < code_point) return CharKind::kLetter;
  return span->kind;
}

char32_t find_plain(char32_t mark) {
  const auto* found = std::find_if(std::begin(kPlain), std::end(kPlain),
                                   [&](const Plain& plain) { return plain.mark == mark; });
  return found == std::end(kPlain) ? mark : static_cast<char32_t>(found->plain);
}

// Quotes, dashes and blanks, which are most of what is not ASCII in many languages.
constexpr char32_t kFirstOften = 0x2000;
struct Often {
  CharKind kind;
  char32_t plain;
};
const Often& often(char32_t code_point) {
  static const auto table = [] {
    std::array<Often, 64> entries{};
    for (char32_t i = 0; i < entries.size(); ++i) {
      entries[i] = {find_kind(kFirstOften + i), find_plain(kFirstOften + i)};
    }
    return entries;
  }();
  return table[code_point - kFirstOften];
}
bool is_often(char32_t code_point) {
  return code_point >= kFirstOften && code_point < kFirstOften + 64;
}

}  // namespace

CharKind char_kind(char32_t code_point) {
  return is_often(code_point) ? often(code_point).kind : find_kind(code_point);
}

char32_t plain_mark(char32_t mark) {
  return is_often(mark) ? often(mark).plain : find_plain(mark);
}

}  // namespace dateline::article
