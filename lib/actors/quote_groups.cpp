// Joins pieces to groups.  In: pieces.  Out: groups.
// Tested by tests/actors/quote_groups_test.cpp.
#include "actors/quote_groups.hpp"

#include "base/utf8.hpp"

namespace dateline::actors {
namespace {

class GroupCutter {
 public:
  GroupCutter(const QuoteText& text, QuoteSentence sentence, const QuoteWords& words)
      : text_(text), sentence_(sentence), words_(words) {}

  std::vector<QuoteGroup> run() {
    groups_.reserve((sentence_.end - sentence_.begin) / 2 + 2);
    for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) take(i);
    return std::move(groups_);
  }

 private:
  using Kind = QuoteGroup::Kind;
  static constexpr std::uint32_t kArticle = kDefinite | kIndefinite;
  static constexpr std::uint32_t kPronoun = kPersonal | kImpersonal | kPlural | kOwn;

  const QuotePiece& at(std::size_t i) const { return text_.pieces[i]; }
  bool is_open(Kind kind, std::size_t i) const {
    return !groups_.empty() && groups_.back().kind == kind && groups_.back().end == i;
  }
  void add(Kind kind, std::size_t i, bool finite = false) {
    groups_.push_back({kind, finite, i, i + 1});
  }
  void join(Kind kind, std::size_t i) {
    if (is_open(kind, i)) {
      groups_.back().end = i + 1;
    } else {
      add(kind, i);
    }
  }

  void take(std::size_t i) {
    const QuotePiece& piece = at(i);
    if (piece.is_span()) {
      if (text_.stands_apart(i)) return add(Kind::kSpan, i);
      return join(Kind::kNoun, i);
    }
    if (piece.mark != 0) return take_mark(i);
    if (piece.is_named()) return follows_text(i) ? add(Kind::kNoun, i) : join(Kind::kNoun, i);
    if (is_verb(i)) return take_verb(i);
    if (piece.can_be(kPronoun) && !piece.can_be(kArticle)) return add(Kind::kNoun, i);
    if (piece.can_be(kThat)) return add(Kind::kThat, i);
    if (piece.can_be(kArticle)) return take_article(i);
    if (piece.can_be(kRelative)) return add(Kind::kRelative, i);
    if (piece.can_be(kAnd)) return add(Kind::kAnd, i);
    if (piece.can_be(kPreposition | kBy)) return add(Kind::kPreposition, i);
    if (piece.can_be(kBreak)) return add(Kind::kBreak, i);
    if (piece.can_be(kHelps | kDenies | kTime) && !is_modifier(i)) return take_adverb(i);
    join(Kind::kNoun, i);
  }

  // The full stop of "Rep." belongs to the group.
  void take_mark(std::size_t i) {
    const bool abbreviated = at(i).mark == '.' && i > sentence_.begin && i + 1 < sentence_.end &&
                             is_open(Kind::kNoun, i);
    if (abbreviated) {
      groups_.back().end = i + 1;
    } else {
      add(Kind::kMark, i);
    }
  }

  // "five other", but "Monday | the": an article begins a group.
  void take_article(std::size_t i) {
    const bool goes_on = is_open(Kind::kNoun, i) && groups_.back().begin + 1 == i &&
                         at(i - 1).is_word() && !at(i - 1).is_named() && !at(i).can_be(kDefinite);
    if (goes_on) {
      groups_.back().end = i + 1;
    } else {
      add(Kind::kNoun, i);
    }
  }

  // "The story | Roe has told": the relative pronoun is left out.
  bool follows_text(std::size_t i) const {
    if (!is_open(Kind::kNoun, i)) return false;
    std::size_t first = i;  // of the name and its title
    while (first > groups_.back().begin && at(first - 1).is_word() && at(first - 1).capital)
      --first;
    if (first == groups_.back().begin) return false;
    const QuotePiece& left = at(first - 1);
    return left.is_word() && !left.capital && !left.possessive && left.can_be(kText);
  }

  // Within a verb, "has also said"; else in no group.
  void take_adverb(std::size_t i) {
    if (is_open(Kind::kVerb, i)) groups_.back().end = i + 1;
  }

  void take_verb(std::size_t i) {
    const bool spoke = is_open(Kind::kVerb, i) && at(i - 1).can_be(kSpeaks | kSaying);
    if (is_open(Kind::kVerb, i) && !(spoke && at(i).can_be(kFinite))) {
      groups_.back().end = i + 1;
    } else {
      const bool participle = words_.is_participle(text_.view(at(i)));  // "being"
      const bool finite = at(i).can_be(kFinite | kSpeaks) || follows_subject(i);
      add(Kind::kVerb, i, finite && !participle);
    }
  }

  // Behind an article or a possessive: "the first lady", "her claims".
  bool is_modifier(std::size_t i) const {
    if (!is_open(Kind::kNoun, i)) return false;
    const QuotePiece& left = at(i - 1);
    return left.possessive || (left.is_word() && !left.is_named() && left.can_be(kArticle));
  }

  bool is_verb(std::size_t i) const {
    const QuotePiece& piece = at(i);
    const bool hyphened = piece.range.begin > 0 && text_.text[piece.range.begin - 1] == '-';
    if (hyphened) return false;  // "US-led"
    if (piece.can_be(kBeing | kFinite) && !piece.can_be(kPronoun)) return true;
    if (is_modifier(i)) return false;
    if (piece.can_be(kSpeaks | kSaying | kVerbPhrase)) return !is_noun(i);
    if (piece.bits != 0 || piece.capital) return false;
    if (follows_subject(i)) return true;
    return (words_.is_past(text_.view(piece)) || words_.is_participle(text_.view(piece))) &&
           (is_open(Kind::kNoun, i) ||
            (is_open(Kind::kVerb, i) && at(i - 1).can_be(kFinite | kHelps)) || !modifies(i));
  }

  // "They oppose", "who oppose".
  bool follows_subject(std::size_t i) const {
    if (i == sentence_.begin || !at(i - 1).is_word()) return false;
    const QuotePiece& left = at(i - 1);
    if (left.is_named()) return false;
    if (left.can_be(kRelative)) return !words_.is_group(text_.view(at(i)));  // not "which critics"
    return left.can_be(kPersonal) || (left.can_be(kPlural) && !left.can_be(kArticle));
  }

  // "Unnamed sources": a word stands behind; but ", citing sources".
  bool modifies(std::size_t i) const {
    const bool parted = !groups_.empty() && groups_.back().kind == Kind::kMark;
    if (parted && words_.is_participle(text_.view(at(i)))) return false;
    if (i + 1 == sentence_.end || !at(i + 1).is_word()) return false;
    return !at(i + 1).is_named() && (at(i + 1).is_plain() || at(i + 1).can_be(kText));
  }

  // "Campaign promises as costly", "of claims that".
  bool is_noun(std::size_t i) const {
    const QuotePiece& piece = at(i);
    if (piece.can_be(kSays) || !words_.is_group(text_.view(piece))) return false;
    if (is_open(Kind::kPreposition, i)) return true;
    const bool has_subject =
        i > sentence_.begin &&
        (at(i - 1).is_named() || at(i - 1).can_be(kPronoun | kRelative) || !at(i - 1).is_word());
    const bool ends = i + 1 == sentence_.end || !at(i + 1).is_word();
    if (piece.can_be(kText))
      return !has_subject || i + 1 == sentence_.end || at(i + 1).can_be(kFinite | kSpeaks);
    return !has_subject && !ends && !at(i + 1).is_named() &&
           at(i + 1).can_be(kBreak | kFinite | kBy);
  }

  const QuoteText& text_;
  QuoteSentence sentence_;
  const QuoteWords& words_;
  std::vector<QuoteGroup> groups_;
};

}  // namespace

std::vector<QuoteGroup> cut_groups(const QuoteText& text, QuoteSentence sentence,
                                   const QuoteWords& words) {
  return GroupCutter(text, sentence, words).run();
}

}  // namespace dateline::actors
