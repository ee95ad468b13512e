// A passage as the rules about quotes see it: words, marks, names, and each marked span as one piece,
// cut into sentences.
// In: a passage and the names in it.  Out: pieces; sentences as ranges of pieces.
// A sentence ends at . ! ? before a capital, outside marked spans, or with a marked span that ends so;
// not behind "Sen." or an initial, and not behind “…?” when the speaker follows.
// Tested by tests/actors/quote_text_test.cpp.
#pragma once

#include "actors/quote_marks.hpp"
#include "actors/quote_rules.hpp"
#include "article/passages.hpp"

#include <dateline/mention.hpp>
#include <dateline/range.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::actors {

// Somebody named in an article, as far as quotes need to know.
struct QuoteName {
  std::string_view id;
  std::string_view kind;  // person, org, country, place, office
  Range range;
  std::uint32_t passage = 0;
  How how = How::kName;
};

struct QuotePiece {
  static constexpr std::uint32_t kNone = 0xffffffff;
  Range range;
  std::uint32_t bits = 0;      // of a word: QuoteWord
  char mark = 0;               // of a mark: , . ! ? : ; ( ) -
  bool capital = false;        // of a word: begins with a capital
  bool possessive = false;     // of a word: "Putin's"
  std::uint32_t span = kNone;  // of a marked span: which
  std::uint32_t name = kNone;  // of a word within a name: which

  bool is_word() const { return mark == 0 && span == kNone; }
  bool is_span() const { return span != kNone; }
  bool is_named() const { return name != kNone; }
  bool can_be(std::uint32_t what) const { return (bits & what) != 0; }
  // No word of grammar; may be one that people go by: "officials", "senator".
  bool is_plain() const { return (bits & ~(kGroup | kEpithet | kMedium)) == 0; }
  bool is_article() const { return can_be(kDefinite) || (can_be(kIndefinite) && !can_be(kPlural)); }
};

struct QuoteSentence {
  std::size_t begin = 0;  // pieces [begin, end)
  std::size_t end = 0;
};

struct QuoteText {
  std::string_view text;
  std::vector<MarkedSpan> spans;
  std::vector<QuotePiece> pieces;
  std::vector<QuoteSentence> sentences;

  std::string_view view(const QuotePiece& piece) const {
    return text.substr(piece.range.begin, piece.range.size());
  }
  // A marked span beside a mark or with one; not the “Today” of "X, on the “Today” show, said".
  bool stands_apart(std::size_t i) const {
    if (!pieces[i].is_span()) return false;
    const Range inner = spans[pieces[i].span].inner;
    return i == 0 || pieces[i - 1].mark != 0 || text[inner.end - 1] == ',' ||
           (i + 1 < pieces.size() && pieces[i + 1].mark != 0);
  }
};

// `names`: those of this passage, in text order; numbers in pieces are places in it.
QuoteText read_quote_text(const article::Passage& passage, std::span<const QuoteName> names,
                          const QuoteWords& words);

}  // namespace dateline::actors
