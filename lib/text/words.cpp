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
// Between ASCII white space and the next nothing depends on what is beyond.  Most stretches between
// go 64 bytes at a time by masks; one that holds a character which the masks do not tell, by a table
// of kinds; one that holds a character of another kind (mark, Thai, Han, ...), by ICU.
// Tested by tests/text/words_test.cpp.
#include "text/words.hpp"

#include "base/utf8.hpp"
#include "text/byte_masks.hpp"
#include "text/segmenter.hpp"
#include "text/word_kinds.hpp"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>

namespace dateline::text {
namespace {

// The words of a block that begins behind white space, as far as masks tell them.
struct BlockWords {
  std::size_t decided = 0;    // bytes of the block: up to white space behind them, or all
  std::uint64_t inside = 0;   // bytes of words and of joiners within
  std::uint64_t unclear = 0;  // bytes of "@" and "_", of which alone no word is made
};

BlockWords block_words(const char* block) {
  const ByteMasks masks = ascii_masks(block);
  const HighMasks high = masks.high == 0 ? HighMasks{} : high_masks(block, masks.high);
  const std::uint64_t letter = masks.lower | masks.upper | masks.at_sign | high.letter;
  const auto joined = [&](std::uint64_t joiner, std::uint64_t kind, unsigned bytes) {
    return joiner & kind << 1 & kind >> bytes;
  };
  const std::uint64_t ascii_joiner = masks.dot | masks.apostrophe;
  std::uint64_t join =
      joined(ascii_joiner, letter, 1) | joined(ascii_joiner | masks.comma, masks.digit, 1);
  join &= ~(masks.dot & masks.upper >> 1 & masks.lower >> 2);  // our rule
  if (high.quote != 0) {
    const std::uint64_t quote = joined(high.quote, letter, 3) | joined(high.quote, masks.digit, 3);
    join |= quote | quote << 1 | quote << 2;
  }
  // A stop before a letter or two whose case the masks do not tell.
  const std::uint64_t hard =
      join & masks.dot & (masks.high >> 1 | (masks.upper >> 1 & masks.high >> 2));
  const std::uint64_t unknown = (masks.high & ~high.told) | hard;
  std::uint64_t space = masks.space;
  if (unknown != 0) space &= (unknown & (0 - unknown)) - 1;
  BlockWords words;
  words.decided = kBlockBytes - static_cast<std::size_t>(std::countl_zero(space));
  const std::uint64_t mask =
      words.decided == kBlockBytes ? ~std::uint64_t{0} : (std::uint64_t{1} << words.decided) - 1;
  words.unclear = (masks.at_sign | masks.underscore) & mask;
  words.inside = (letter | masks.digit | masks.underscore | join) & mask;
  return words;
}

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
  std::optional<Segmenter>
      segmenter;  // made when a text needs it: that takes longer than a short text
  const WordKinds& kinds = WordKinds::get();

  // The end of the word whose first character ends at `at` and is of this kind.
  std::size_t end_of_word(std::string_view text, std::size_t at, WordKind kind) const {
    while (true) {
      if (at == text.size()) return at;
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

  // The words of the stretches from `at` on, which is behind white space, that end within a block.
  // Gives the place to go on from: `at` itself when the first stretch is too long or holds a
  // character that masks do not tell.
  static std::size_t find_by_masks(std::string_view text, std::size_t at,
                                   std::vector<Range>& words) {
    std::array<char, kBlockBytes> last;
    const char* block = text.data() + at;
    if (text.size() - at < kBlockBytes) {
      last.fill(' ');
      std::memcpy(last.data(), block, text.size() - at);
      block = last.data();
    }
    const BlockWords found = block_words(block);
    std::array<Range, kBlockBytes / 2> ranges;
    std::size_t count = 0;
    for (std::uint64_t inside = found.inside; inside != 0;) {
      const auto begin = static_cast<unsigned>(std::countr_zero(inside));
      const auto end = begin + static_cast<unsigned>(std::countr_one(inside >> begin));
      ranges[count] = {at + begin, at + end};
      inside &= inside + (std::uint64_t{1} << begin);
      const bool is_unclear = (found.unclear >> begin & 1) != 0;
      count +=
          is_unclear && !is_word(text.substr(at + begin, end - begin), UBRK_WORD_LETTER) ? 0 : 1;
    }
    words.insert(words.end(), ranges.begin(), ranges.begin() + count);
    return std::min(at + found.decided, text.size());
  }

  // The words of the stretch at `at`, and of those behind it that do not begin with ASCII.
  std::size_t find_by_kinds(std::string_view text, std::size_t at, std::vector<Range>& words) {
    while (at < text.size() && !base::is_ascii_space(text[at])) {
      const WordCharacter first = kinds.at(text, at);
      if (first.kind == WordKind::kAskIcu) {
        at = find_around(text, at, words);
      } else if (first.kind >= WordKind::kUnderscore) {
        const std::size_t begin = at;
        at = end_of_word(text, first.end, first.kind);
        const bool is_clear = first.kind >= WordKind::kLetter && text[begin] != '@';
        if (is_clear || is_word(text.substr(begin, at - begin), UBRK_WORD_LETTER)) {
          words.push_back({begin, at});
        }
      } else {
        at = first.end;
      }
    }
    return at;
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
    const std::size_t next = impl_->find_by_masks(text, at, words);
    at = next > at ? next : impl_->find_by_kinds(text, at, words);
  }
}

}  // namespace dateline::text
