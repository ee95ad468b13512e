// Cuts a passage into pieces and sentences.  In: a passage.  Out: pieces, sentences.
// Tested by tests/actors/quote_text_test.cpp.
#include "actors/quote_text.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::actors {
namespace {

// Sentences are walked again and again, so what goes on and on is cut.
constexpr std::size_t kMostPieces = 400;
constexpr std::size_t kNearVerb = 9;  // pieces in which a verb follows “…?” of the same sentence

// An s, an apostrophe or the last byte of a curly one.
bool may_end_possessive(char last) {
  return last == 's' || last == '\'' || static_cast<unsigned char>(last) == 0x99;
}

std::size_t possessive_length(std::string_view word) {
  if (!may_end_possessive(word.back())) return 0;
  for (const std::string_view ending : {"'s", "’s", "'", "’"}) {
    if (word.size() > ending.size() && word.ends_with(ending)) return ending.size();
  }
  return 0;
}

bool begins_with_capital(std::string_view word) {
  if (base::is_ascii_lower(word.front())) return false;
  std::size_t at = 0;
  const char32_t c = base::next_code_point(word, at);
  if (c < 0x80) return base::is_ascii_upper(static_cast<char>(c));
  const bool latin = (c >= 0xC0 && c <= 0xDE) || (c >= 0x100 && c < 0x180 && c % 2 == 0);
  return latin || (c >= 0x400 && c <= 0x42F) || c == 0x490;
}

class PieceReader {
 public:
  PieceReader(const article::Passage& passage, std::span<const QuoteName> names,
              const QuoteWords& words)
      : passage_(passage), names_(names), words_(words) {
    result_.text = passage.text;
    result_.spans = find_marked_spans(passage.text, passage.range);
  }

  QuoteText run() {
    result_.pieces.reserve(passage_.words.size() + passage_.words.size() / 4 + 4);
    at_ = passage_.range.begin;
    for (const Range word : passage_.words) {
      if (word.begin < at_) continue;  // within a marked span
      read_gap(word.begin);
      if (word.begin >= at_) add_word(word);
    }
    read_gap(passage_.range.end);
    cut_sentences();
    return std::move(result_);
  }

 private:
  // What stands between here and the next word; a marked span moves beyond it.
  void read_gap(std::size_t end) {
    while (next_span_ < result_.spans.size() && result_.spans[next_span_].outer.begin < end) {
      const Range outer = result_.spans[next_span_].outer;
      add_marks(at_, outer.begin);
      QuotePiece piece;
      piece.range = outer;
      piece.span = static_cast<std::uint32_t>(next_span_++);
      result_.pieces.push_back(piece);
      at_ = outer.end;
    }
    if (at_ < end) {
      add_marks(at_, end);
      at_ = end;
    }
  }

  void add_marks(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end;) {
      const std::size_t here = i;
      if (passage_.text[i] == ' ') {
        ++i;
        continue;
      }
      const char32_t c = base::next_code_point(passage_.text, i);
      const char mark = mark_of(c, here);
      if (mark == 0) continue;
      QuotePiece piece;
      piece.range = {here, i};
      piece.mark = mark;
      result_.pieces.push_back(piece);
    }
  }

  // A dash counts where it parts words: long, double, or with a blank before it.
  char mark_of(char32_t c, std::size_t at) const {
    if (c == 0x2013 || c == 0x2014) return '-';
    if (c == 0x2026) return '.';
    if (c == '-')
      return at > 0 && (passage_.text[at - 1] == ' ' || passage_.text[at - 1] == '-') ? '-' : 0;
    constexpr std::string_view kMarks = ",.!?:;()[]";
    if (c >= 0x80 || kMarks.find(static_cast<char>(c)) == std::string_view::npos) return 0;
    if (c == '[') return '(';
    return c == ']' ? ')' : static_cast<char>(c);
  }

  void add_word(Range word) {
    QuotePiece piece;
    piece.range = word;
    const std::string_view text = passage_.text.substr(word.begin, word.size());
    // The parts of "far-left", "54-year-old" are not what they are alone.
    piece.bits = is_hyphened(word) ? words_.of(text) & kEpithet : words_.of(text);
    piece.capital = begins_with_capital(text);
    piece.possessive = possessive_length(text) > 0;
    while (next_name_ < names_.size() && names_[next_name_].range.end <= word.begin) ++next_name_;
    // Of a name within another the wider one counts: "Russian" in "Russian president".
    for (std::size_t i = next_name_; i < names_.size() && names_[i].range.begin < word.end; ++i) {
      const bool wider =
          !piece.is_named() || names_[i].range.size() > names_[piece.name].range.size();
      if (names_[i].range.overlaps(word) && wider) piece.name = static_cast<std::uint32_t>(i);
    }
    if (piece.is_named() && names_[piece.name].range.end < word.end) {
      piece.possessive = passage_.text.substr(names_[piece.name].range.end, 1) != "-";
    } else if (piece.is_named()) {
      piece.possessive = false;
    }
    piece.possessive = piece.possessive || is_owner(word);
    result_.pieces.push_back(piece);
    at_ = word.end;
  }

  // "Poes’ house": the apostrophe behind the word.
  bool is_owner(Range word) const {
    if (passage_.text[word.end - 1] != 's') return false;
    const std::string_view behind = passage_.text.substr(word.end, 4);
    return behind.starts_with("' ") || behind.starts_with("’ ");
  }

  bool is_hyphened(Range word) const {
    const std::string_view text = passage_.text;
    const auto in_word = [&](std::size_t at) {
      return base::is_ascii_alpha(text[at]) || base::is_ascii_digit(text[at]);
    };
    return word.begin > passage_.range.begin + 1 && text[word.begin - 1] == '-' &&
           in_word(word.begin - 2);
  }

  void cut_sentences() {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < result_.pieces.size(); ++i) {
      if (!ends_sentence(i) && i + 1 - begin < kMostPieces) continue;
      result_.sentences.push_back({begin, i + 1});
      begin = i + 1;
    }
    if (begin < result_.pieces.size()) {
      result_.sentences.push_back({begin, result_.pieces.size()});
    }
  }

  bool ends_sentence(std::size_t i) const {
    const QuotePiece& piece = result_.pieces[i];
    if (piece.is_word() || i + 1 == result_.pieces.size()) return false;
    const QuotePiece& next = result_.pieces[i + 1];
    const bool opens = next.is_span() || next.mark == '(' ||
                       (next.is_word() && (next.capital || !is_letter(next)));
    if (!opens || next.range.begin == piece.range.end) return false;
    if (piece.is_span()) return span_ends(piece, i);
    if (piece.mark == '!' || piece.mark == '?') return true;
    return piece.mark == '.' && !(i > 0 && is_shortened(result_.pieces[i - 1], piece));
  }

  bool is_letter(const QuotePiece& word) const {
    const char c = passage_.text[word.range.begin];
    return base::is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80;
  }

  bool is_shortened(const QuotePiece& word, const QuotePiece& dot) const {
    if (!word.is_word() || word.range.end != dot.range.begin) return false;
    const bool initial = word.range.size() == 1 && word.capital;
    return word.can_be(kShortened) || initial ||
           result_.view(word).find('.') != std::string_view::npos;
  }

  // “It rained.” Roe wrote on Monday.
  bool speaker_follows(std::size_t at) const {
    const auto& pieces = result_.pieces;
    if (at >= pieces.size() || !pieces[at].is_named()) return false;
    while (at < pieces.size() && pieces[at].is_named()) ++at;
    if (at >= pieces.size() || !pieces[at].can_be(kSpeaks)) return false;
    const bool ends = at + 1 == pieces.size() || pieces[at + 1].mark == '.';
    return ends || pieces[at + 1].can_be(kPreposition | kTime);
  }

  bool span_ends(const QuotePiece& piece, std::size_t at) const {
    const char last = passage_.text[result_.spans[piece.span].inner.end - 1];
    if (last == '.') return !speaker_follows(at + 1);
    if (last != '!' && last != '?') return false;
    for (std::size_t i = at + 1; i < std::min(at + kNearVerb, result_.pieces.size()); ++i) {
      if (result_.pieces[i].mark != 0 || result_.pieces[i].is_span()) return true;
      if (result_.pieces[i].can_be(kSpeaks)) return false;
    }
    return true;
  }

  const article::Passage& passage_;
  std::span<const QuoteName> names_;
  const QuoteWords& words_;
  QuoteText result_;
  std::size_t at_ = 0;
  std::size_t next_span_ = 0;
  std::size_t next_name_ = 0;
};

}  // namespace

QuoteText read_quote_text(const article::Passage& passage, std::span<const QuoteName> names,
                          const QuoteWords& words) {
  return PieceReader(passage, names, words).run();
}

}  // namespace dateline::actors
