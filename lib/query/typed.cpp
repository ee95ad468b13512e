// The text as a person typed it.  In: any bytes.  Out: well-formed text within the limits.
// Method: White_Space of the Unicode Standard (PropList.txt) and control characters are blanks.
// Tested by tests/query/typed_test.cpp.
#include "query/typed.hpp"

#include "base/utf8.hpp"

#include <utility>

namespace dateline::query {
namespace {

std::size_t cut_point(std::string_view typed) {
  if (typed.size() <= kMaxBytes) return typed.size();
  const std::size_t blank = typed.find_last_of(" \t\r\n", kMaxBytes);
  return blank == std::string_view::npos ? base::floor_boundary(typed, kMaxBytes) : blank;
}

// Bytes of the well-formed character at `at`; 0 when there is none.
std::size_t character_size(std::string_view text, std::size_t at) {
  for (std::size_t size = 1; size <= 4; ++size) {
    if (base::is_utf8(text.substr(at, size))) return size;
  }
  return 0;
}

void blank_ill_formed(std::string& text, Warnings& warnings) {
  Range bad{text.size(), 0};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = character_size(text, at);
    if (size == 0) {
      bad = {std::min(bad.begin, at), at + 1};
      text[at] = ' ';
    }
    at += std::max<std::size_t>(size, 1);
  }
  warnings.add(bad, "not UTF-8; the ill-formed bytes here are read as blanks");
}

// What no word is made of, beyond ASCII: the marks of Latin-1, general and CJK punctuation, signs of
// currency, arrows, signs of mathematics, drawings, pictures.
bool is_sign(char32_t c) noexcept {
  if (c < 0xC0) return c != 0xAA && c != 0xB5 && c != 0xBA;
  return c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x206F) || (c >= 0x20A0 && c <= 0x20CF) ||
         (c >= 0x2190 && c <= 0x245F) || (c >= 0x2500 && c <= 0x2BFF) ||
         (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0xFFFC || c == 0xFFFD ||
         (c >= 0x1F000 && c <= 0x1FAFF);
}

}  // namespace

std::string fit_to_limits(std::string_view typed, Warnings& warnings) {
  std::string text(typed.substr(0, cut_point(typed)));
  if (text.size() < typed.size()) {
    warnings.add({text.size(), typed.size()},
                 "a query holds 65,536 bytes; what follows here is left out");
  }
  if (!base::is_utf8(text)) blank_ill_formed(text, warnings);
  return text;
}

bool is_blank(char32_t c) noexcept {
  if (c < 0x80) return c <= ' ' || c == 0x7F;
  return c <= 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_quote(char32_t c) noexcept {
  return c == '"' || (c >= 0x201C && c <= 0x201E) || c == 0xAB || c == 0xBB;
}

bool has_content(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    const char first = text[at];
    const char32_t c = base::next_code_point(text, at);
    if (base::is_ascii_alpha(first) || base::is_ascii_digit(first)) return true;
    if (c >= 0x80 && !is_sign(c)) return true;
  }
  return false;
}

std::string_view trim_blanks(std::string_view text) noexcept {
  std::size_t begin = text.size();
  std::size_t end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    if (is_blank(base::next_code_point(text, at))) continue;
    begin = std::min(begin, here);
    end = at;
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

bool is_one_edit(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() - b.size() > 1) return false;
  std::size_t same = 0;
  while (same < b.size() && a[same] == b[same]) ++same;
  if (same == a.size()) return true;
  return a.substr(same + 1) == b.substr(a.size() == b.size() ? same + 1 : same);
}

std::string_view next_run(std::string_view text, std::size_t& at) noexcept {
  std::size_t begin = at;
  while (at < text.size()) {
    std::size_t next = at;
    const bool blank = is_blank(base::next_code_point(text, next));
    if (blank && at > begin) break;
    at = next;
    if (blank) begin = at;
  }
  return text.substr(begin, at - begin);
}

}  // namespace dateline::query
