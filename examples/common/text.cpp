// Makes text fit for a terminal.
// Source of the widths: East Asian Width (Unicode Standard Annex #11), its blocks in a rough table.
#include "common/text.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace examples {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Block {
  char32_t first;
  char32_t last;
};

constexpr Block kWide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x2614, 0x2615},
    {0x26A1, 0x26A1},   {0x2705, 0x2705},   {0x274C, 0x274C},   {0x2E80, 0x303E},
    {0x3041, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97F},   {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x1F1E6, 0x1F1FF}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
    {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD}};

constexpr Block kCombining[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x0591, 0x05BD}, {0x0610, 0x061A}, {0x064B, 0x065F},
    {0x06D6, 0x06DC}, {0x093C, 0x093C}, {0x0941, 0x0948}, {0x094D, 0x094D}, {0x0E31, 0x0E31},
    {0x0E34, 0x0E3A}, {0x0E47, 0x0E4E}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x200B, 0x200F},
    {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};

template <std::size_t kSize>
bool is_in(char32_t c, const Block (&blocks)[kSize]) {
  return std::any_of(std::begin(blocks), std::end(blocks),
                     [c](const Block& block) { return c >= block.first && c <= block.last; });
}

// How many bytes a character has that begins so; 0 when none does.
std::size_t size_of(unsigned first) {
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

bool is_line_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
  constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
  const std::size_t begin = at++;
  const auto first = static_cast<unsigned char>(text[begin]);
  const std::size_t size = size_of(first);
  if (size == 1) return first;
  if (size == 0 || size > text.size() - begin) return kReplacement;
  char32_t c = first & (0x7FU >> size);
  for (const char byte : text.substr(begin + 1, size - 1)) {
    if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) return kReplacement;
    c = c << 6 | (static_cast<unsigned char>(byte) & 0x3FU);
  }
  if (c < kLeast.at(size) || (c >= 0xD800 && c < 0xE000) || c > 0x10FFFF) return kReplacement;
  at = begin + size;
  return c;
}

bool is_hidden(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x61C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB);
}

std::string one_line(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_character(text, at);
    if (is_line_space(c)) {
      if (line.empty() || line.back() != ' ') line.push_back(' ');
    } else if (is_hidden(c)) {
      if (c < 0xA0) line.push_back('?');
    } else if (c == kReplacement) {
      line.append("\xEF\xBF\xBD");
    } else {
      line.append(text.substr(begin, at - begin));
    }
  }
  return line;
}

std::string shortened(std::string_view text, std::size_t most) {
  std::string line = one_line(text);
  std::size_t characters = 0;
  for (std::size_t at = 0; at < line.size(); ++characters) next_character(line, at);
  if (characters <= most) return line;
  std::size_t at = 0;
  for (std::size_t i = 0; i < most / 2; ++i) next_character(line, at);
  const std::size_t head = at;
  for (std::size_t i = most / 2; i < characters - most / 2; ++i) next_character(line, at);
  return line.substr(0, head) + " … " + line.substr(at);
}

std::size_t columns(char32_t c) {
  if (c < 0x300) return 1;
  return is_in(c, kCombining) ? 0 : is_in(c, kWide) ? 2 : 1;
}

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\x1b') {
      at = std::min(text.find('m', at), text.size() - 1) + 1;
    } else {
      count += columns(next_character(text, at));
    }
  }
  return count;
}

std::string with_commas(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::string count_of(std::uint64_t count, std::string_view what) {
  return with_commas(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

}  // namespace examples
