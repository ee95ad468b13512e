// Finds the words of a text.  In: UTF-8.  Out: byte ranges, in order, not overlapping.
// Method: Unicode Standard Annex #29, section 4.1 (word boundaries), as ICU 72's root rules have it:
//   "@" counts as a letter, ":" joins nothing, ' and . join letters, ' . , ; join digits.
// A word is a segment that holds an ASCII letter or digit, or another character beyond ASCII while
// its status is not UBRK_WORD_NONE, or a letter or digit in any case (a lone U+3005, a letter tied
// to a pictograph): every segment with a status but the likes of "@" and "__".  White space never
// begins a word (a joiner and a pictograph that is a letter would tie it to the next).
// Our one rule: a full stop parts a word when the next character is a capital (general category Lu
// or Lt) and the one behind that, marks skipped, is a lower-case letter (Ll): "Russia.Ukraine", but
// not "U.S", "J.D", "e.g", "BBC.co.uk".
// Most characters go by a table of kinds; a stretch between ASCII white space that holds another
// character (mark, Thai, Han, ...) goes to ICU.
// Tested by tests/text/words_test.cpp.
#include "text/words.hpp"

#include "base/utf8.hpp"
#include "text/ascii_run.hpp"
#include "text/segmenter.hpp"
#include "text/word_kinds.hpp"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include <cstdint>
#include <optional>

namespace dateline::text {
namespace {

// True when the full stop at `at` parts two words.
bool parts_words(std::string_view text, std::size_t at) {
  std::size_t next = at + 1;
  if (next == text.size()) return false;
  const auto capital = static_cast<UChar32>(base::next_code_point(text, next));
  if ((U_GET_GC_MASK(capital) & (U_GC_LU_MASK | U_GC_LT_MASK)) == 0) return false;
  while (next < text.size()) {
    const auto c = static_cast<UChar32>(base::next_code_point(text, next));
    if ((U_GET_GC_MASK(c) & U_GC_M_MASK) == 0) return u_charType(c) == U_LOWERCASE_LETTER;
  }
  return false;
}

bool is_word(std::string_view segment, std::int32_t status) {
  for (std::size_t at = 0; at < segment.size();) {
    const auto c = static_cast<UChar32>(base::next_code_point(segment, at));
    const bool counts = c > 0x7F && status != UBRK_WORD_NONE;
    if (counts || u_isalnum(c)) return true;
  }
  return false;
}

std::size_t skip_white_space(std::string_view text, std::size_t at) {
  for (std::size_t next = at; next < text.size(); at = next) {
    if (!u_isUWhiteSpace(static_cast<UChar32>(base::next_code_point(text, next)))) break;
  }
  return at;
}

// Appends the words of one of ICU's segments, which stands at `offset`.
void add_words(std::string_view segment, std::int32_t status, std::size_t offset,
               std::vector<Range>& words) {
  std::size_t begin = skip_white_space(segment, 0);
  const auto add = [&](std::size_t end) {
    if (is_word(segment.substr(begin, end - begin), status)) {
      words.push_back({offset + begin, offset + end});
    }
  };
  for (std::size_t at = begin; at < segment.size(); ++at) {
    if (segment[at] != '.' || !parts_words(segment, at)) continue;
    add(at);
    begin = at + 1;
  }
  add(segment.size());
}

// True when a character of the first kind joins two of the other kind.
bool joins(WordKind joiner, WordKind kind) {
  if (joiner == WordKind::kJoins) return kind >= WordKind::kLetter;
  return kind == WordKind::kLetter ? joiner == WordKind::kJoinsLetters
                                   : kind == WordKind::kDigit && joiner == WordKind::kJoinsDigits;
}

}  // namespace

struct WordBreaker::Impl {
  std::optional<Segmenter> segmenter;  // made when a text needs it: that takes longer than a short text
  const WordKinds& kinds = WordKinds::get();

  // The end of the word whose first character ends at `at` and is of this kind.
  std::size_t end_of_word(std::string_view text, std::size_t at, WordKind kind) const {
    while (true) {
      const std::size_t end = skip_alphanumerics(text, at);
      if (end == text.size()) return end;
      if (end > at) kind = kinds.at(text, end - 1).kind;
      at = end;
      const WordCharacter next = kinds.at(text, at);
      if (next.kind >= WordKind::kUnderscore) {
        kind = next.kind;
        at = next.end;
        continue;
      }
      if (next.kind == WordKind::kOther || !joins(next.kind, kind)) return at;
      if (next.end == text.size()) return at;
      const WordCharacter behind = kinds.at(text, next.end);
      if (behind.kind != kind || (text[at] == '.' && parts_words(text, at))) return at;
      at = behind.end;
    }
  }

  // The stretch around the byte at `at` that ICU must see: up to ASCII white space, and on as long
  // as what follows the space is for ICU too (so that such scripts go in long stretches).
  Range stretch_around(std::string_view text, std::size_t at) const {
    Range stretch{at, at};
    while (stretch.begin > 0 && !base::is_ascii_space(text[stretch.begin - 1])) --stretch.begin;
    while (at < text.size() && kinds.at(text, at).kind == WordKind::kAskIcu) {
      while (at < text.size() && !base::is_ascii_space(text[at])) ++at;
      stretch.end = at;
      while (at < text.size() && base::is_ascii_space(text[at])) ++at;
    }
    return stretch;
  }

  // Has ICU find the words around the byte at `at`; gives the place to go on from.
  std::size_t find_around(std::string_view text, std::size_t at, std::vector<Range>& words) {
    const Range stretch = stretch_around(text, at);
    while (!words.empty() && words.back().begin >= stretch.begin) words.pop_back();
    const std::string_view part = text.substr(stretch.begin, stretch.size());
    if (!segmenter) segmenter.emplace(Segmenter::Unit::kWord);
    segmenter->each(part, [&](Range segment, std::int32_t status) {
      add_words(part.substr(segment.begin, segment.size()), status, stretch.begin + segment.begin,
                words);
    });
    return stretch.end;
  }
};

WordBreaker::WordBreaker() : impl_(std::make_unique<Impl>()) {}
WordBreaker::~WordBreaker() = default;
WordBreaker::WordBreaker(WordBreaker&&) noexcept = default;
WordBreaker& WordBreaker::operator=(WordBreaker&&) noexcept = default;

void WordBreaker::find(std::string_view text, std::vector<Range>& words) {
  words.clear();
  for (std::size_t at = 0; at < text.size();) {
    const WordCharacter first = impl_->kinds.at(text, at);
    if (first.kind == WordKind::kAskIcu) {
      at = impl_->find_around(text, at, words);
    } else if (first.kind >= WordKind::kUnderscore) {
      const std::size_t begin = at;
      at = impl_->end_of_word(text, first.end, first.kind);
      const bool is_clear = first.kind >= WordKind::kLetter && text[begin] != '@';
      if (is_clear || is_word(text.substr(begin, at - begin), UBRK_WORD_LETTER)) {
        words.push_back({begin, at});
      }
    } else {
      at = first.end;
    }
  }
}

}  // namespace dateline::text
