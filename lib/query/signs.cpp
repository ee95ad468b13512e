// The signs in and around a word.  In: a chunk of the text.  Out: its parts.
// Method: bytes are taken from both ends; nothing beyond ASCII has a meaning here.
// Tested by tests/query/signs_test.cpp.
#include "query/signs.hpp"

#include "base/utf8.hpp"
#include "query/typed.hpp"

#include <charconv>
#include <limits>
#include <system_error>

namespace dateline::query {
namespace {

constexpr std::string_view kBehindWord = ",.;:!?";
constexpr std::string_view kBeforeWord = "+-,;:!~/";

bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}
bool is_letter(char c) {
  return base::is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80;
}

// "https://..." and its like; a scheme stands before the colon.
bool is_address(std::string_view text) {
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos || colon == 0) return false;
  return base::is_ascii_alpha(text[colon - 1]) || base::is_ascii_digit(text[colon - 1]);
}

// "U.S.", "e.g.": single letters with a stop behind each, two of them or more.
bool is_acronym(std::string_view text) {
  constexpr std::size_t kLongest = 64;
  if (text.size() < 4 || text.size() > kLongest || text.back() != '.') return false;
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size(); ++letters) {
    if (!is_letter(text[at])) return false;
    base::next_code_point(text, at);
    if (at == text.size() || text[at++] != '.') return false;
  }
  return letters > 1;
}

// Bytes of the "~" or "~2" at the end of a word; 0 when there is none.
std::size_t fuzzy_size(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && base::is_ascii_digit(text[at - 1])) --at;
  if (at == 0 || text[at - 1] != '~' || !has_content(text.substr(0, at - 1))) return 0;
  return text.size() - at + 1;
}

// The number behind a tilde.
unsigned read_edits(std::string_view digits) {
  unsigned edits = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), edits);
  return read.ec == std::errc() ? edits : std::numeric_limits<unsigned>::max();
}

}  // namespace

std::string without_wildcards(std::string_view word) {
  std::string kept(word);
  if (!is_address(word)) std::erase_if(kept, [](char c) { return is_one_of(c, "*?"); });
  return kept;
}

Lead read_lead(std::string_view text) {
  Lead lead;
  while (lead.size < text.size() && is_one_of(text[lead.size], kBeforeWord)) ++lead.size;
  if (lead.size == 1 && is_one_of(text[0], "+-")) lead.sign = text[0];
  return lead;
}

std::string_view field_name(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_letter(text[size])) ++size;
  if (size == text.size() || text[size] != ':') return {};
  if (text.substr(size).starts_with("://")) return {};
  return text.substr(0, size);
}

Word trim_word(std::string_view typed) {
  Word word{typed};
  const bool address = is_address(typed);
  while (!word.text.empty() && !is_acronym(word.text)) {
    const std::size_t fuzzy = address ? 0 : fuzzy_size(word.text);
    const bool star = word.text.back() == '*' && !address;
    if (fuzzy == 0 && !star && !is_one_of(word.text.back(), kBehindWord)) break;
    if (fuzzy > 1) word.edits = read_edits(word.text.substr(word.text.size() - fuzzy + 1));
    word.text.remove_suffix(std::max<std::size_t>(fuzzy, 1));
    word.star |= star;
    word.fuzzy |= fuzzy > 0;
  }
  return word;
}

std::optional<ReadOperator> read_operator(std::string_view text) {
  if (text == "AND") return ReadOperator{Operator::kAnd};
  if (text == "OR") return ReadOperator{Operator::kOr};
  if (text == "NOT") return ReadOperator{Operator::kNot};
  ReadOperator near{Operator::kNear, 10, text.starts_with('O')};
  if (near.ordered) text.remove_prefix(1);
  if (text == "NEAR") return near;
  if (!text.starts_with("NEAR/")) return std::nullopt;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data() + 5, end, near.distance);
  if (read.ptr != end || read.ec == std::errc::invalid_argument) return std::nullopt;
  if (read.ec != std::errc()) near.distance = std::numeric_limits<unsigned>::max();
  return near;
}

std::optional<double> read_weight(std::string_view text) {
  if (text.empty() || !is_one_of(text[0], "-.0123456789")) return std::nullopt;
  double weight = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, weight, std::chars_format::fixed);
  if (read.ptr != end || read.ec == std::errc::invalid_argument) return std::nullopt;
  return weight;
}

}  // namespace dateline::query
