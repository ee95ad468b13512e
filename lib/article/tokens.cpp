// Cuts a line into words and marks.  In: UTF-8.  Out: tokens.
// Method: a word is a run of letters, digits and inner apostrophes; an ideograph is a word; any other
// character is a mark; quotes, dashes and full stops of all scripts are brought to one plain form.
// Tested by tests/article/tokens_test.cpp.
#include "article/tokens.hpp"

#include "article/char_kind.hpp"
#include "base/utf8.hpp"
#include "text/fold.hpp"

#include <array>

namespace dateline::article {
namespace {

constexpr std::uint64_t kBasis = 0xcbf29ce484222325;
constexpr std::uint64_t kPrime = 0x100000001b3;

constexpr char32_t kCurlyApostrophe = 0x2019;

constexpr std::uint64_t mix(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * kPrime;  // FNV-1a
}

// A letter or digit in lower case; 0 for every other byte.
constexpr std::array<char, 256> kFolded = [] {
  std::array<char, 256> table{};
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = static_cast<char>(c);
  for (std::size_t c = 'a'; c <= 'z'; ++c) {
    table[c] = table[c - 'a' + 'A'] = static_cast<char>(c);
  }
  return table;
}();

char folded(char c) {
  return kFolded[static_cast<unsigned char>(c)];
}
bool is_ascii_word(char c) {
  return folded(c) != 0;
}
bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

char32_t code_point_at(std::string_view text, std::size_t at) {
  return base::next_code_point(text, at);
}

bool is_letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (is_ascii(text[at])) return is_ascii_word(text[at]);
  return char_kind(code_point_at(text, at)) == CharKind::kLetter;
}

// Reads one token at a time from text[at, end).
class Cutter {
 public:
  Cutter(std::string_view text, Range range) : text_(text.substr(0, range.end)), at_(range.begin) {}

  bool next(Token& token) {
    while (at_ < text_.size()) {
      if (text_[at_] == ' ') {
        ++at_;
      } else if (is_ascii_word(text_[at_])) {
        token.range.begin = at_;
        read_word(token);
        token.range.end = at_;
        return true;
      } else if (const std::size_t space = space_at(text_, at_)) {
        at_ += space;
      } else {
        read(token);
        return true;
      }
    }
    return false;
  }

 private:
  void read(Token& token) {
    token.range.begin = at_;
    token.shouted = false;
    const char first = text_[at_];
    const CharKind kind = is_ascii(first)
                              ? (is_ascii_word(first) ? CharKind::kLetter : CharKind::kMark)
                              : char_kind(code_point_at(text_, at_));
    if (kind == CharKind::kLetter) {
      read_word(token);
    } else {
      const char32_t code_point = base::next_code_point(text_, at_);
      token.kind = kind == CharKind::kMark ? TokenKind::kMark : TokenKind::kWord;
      token.hash = plain_mark(code_point);
      if (token.hash == '-') skip_dashes();
    }
    token.range.end = at_;
  }

  void read_word(Token& token) {
    std::uint64_t hash = kBasis;
    bool digits = true;
    bool ascii = true;
    bool capitals = true;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (const char lower = folded(c)) {
        hash = mix(hash, lower);
        digits &= lower <= '9';
        capitals &= lower != c;
        ++at_;
      } else if (const std::size_t apostrophe = inner_apostrophe()) {
        hash = mix(hash, '\'');
        digits = capitals = false;
        at_ += apostrophe;
      } else if (!is_ascii(c) && is_letter_at(text_, at_)) {
        ascii = digits = capitals = false;
        base::next_code_point(text_, at_);
      } else {
        break;
      }
    }
    token.kind = digits ? TokenKind::kNumber : TokenKind::kWord;
    token.shouted = capitals && at_ - token.range.begin > 1;
    token.hash = ascii ? hash : word_hash(text_.substr(token.range.begin, at_ - token.range.begin));
  }

  // The length of the apostrophe here when a letter follows it.
  std::size_t inner_apostrophe() const {
    std::size_t behind = at_;
    if (text_[at_] == '\'') {
      ++behind;
    } else if (is_ascii(text_[at_]) || base::next_code_point(text_, behind) != kCurlyApostrophe) {
      return 0;
    }
    return is_letter_at(text_, behind) ? behind - at_ : 0;
  }

  void skip_dashes() {
    while (at_ < text_.size() && text_[at_] == '-') ++at_;
  }

  std::string_view text_;
  std::size_t at_;
};

}  // namespace

void tokenize(std::string_view text, Range range, std::vector<Token>& tokens) {
  Cutter cutter(text, range);
  for (Token token; cutter.next(token);) tokens.push_back(token);
}

std::uint64_t word_hash(std::string_view word) {
  std::uint64_t hash = kBasis;
  for (const char c : text::fold_case(word)) hash = mix(hash, c);
  return hash;
}

bool is_parting_dash(std::string_view text, const Token& token) {
  if (!is_mark(token, '-')) return false;
  const std::size_t begin = token.range.begin;
  if (token.range.size() > 1 || begin == 0) return token.range.size() > 1;
  return text[begin - 1] == ')' || space_at(text, base::floor_boundary(text, begin - 1)) != 0;
}

int number_of(std::string_view text, const Token& token) {
  if (!is_number(token) || token.range.size() > 8) return -1;
  int value = 0;
  for (const char c : text.substr(token.range.begin, token.range.size())) {
    value = value * 10 + (c - '0');
  }
  return value;
}

bool is_capitalized(std::string_view word) {
  if (word.empty()) return false;
  if (is_ascii(word.front())) return base::is_ascii_upper(word.front());
  std::size_t end = 0;
  base::next_code_point(word, end);
  const std::string_view first = word.substr(0, end);
  return text::fold_case(first) != first;
}

std::size_t space_at(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return c <= ' ' || c == 0x7F ? 1 : 0;
  std::size_t end = at;
  return char_kind(base::next_code_point(text, end)) == CharKind::kSpace ? end - at : 0;
}

Range trim(std::string_view text, Range range) {
  while (!range.empty()) {
    const std::size_t space = space_at(text, range.begin);
    if (space == 0) break;
    range.begin += space;
  }
  while (!range.empty()) {
    const std::size_t last = base::floor_boundary(text, range.end - 1);
    if (space_at(text, last) == 0) break;
    range.end = last;
  }
  return range;
}

}  // namespace dateline::article
