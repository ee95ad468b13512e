// Joins marked spans and clauses with those who spoke them.  In: passages, names.  Out: quotes.
// Long because it is one walk over a text, with what it remembers of those who spoke.
// Tested by tests/actors/quotes_test.cpp.
#include "actors/quotes.hpp"

#include "actors/attributions.hpp"
#include "actors/quote_memory.hpp"
#include "actors/quote_shape.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace dateline::actors {
namespace {

constexpr double kNextTo = 1, kInSentence = 0.9, kGoesOn = 0.6,
                 kNamedBehind = 0.7;  // by which a speaker's sureness shrinks
constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

class QuoteFinder {
 public:
  QuoteFinder(std::span<const article::Passage> passages, std::span<const QuoteName> names,
              const QuoteWords& words)
      : passages_(passages), names_(names), words_(words), memory_(words) {}

  std::vector<Quote> run() {
    std::size_t first = 0;
    for (std::uint32_t p = 0; p < passages_.size(); ++p) {
      std::size_t end = first;
      while (end < names_.size() && names_[end].passage == p) ++end;
      if (passages_[p].field != Field::kJunk)
        read(passages_[p], names_.subspan(first, end - first));
      first = end;
    }
    return std::move(quotes_);
  }

 private:
  void read(const article::Passage& passage, std::span<const QuoteName> names) {
    const QuoteText text = read_quote_text(passage, names, words_);
    passage_ = &passage;
    text_ = &text;
    const std::size_t first = quotes_.size();
    is_first_ = true;
    for (const QuoteSentence& sentence : text.sentences) {
      read(sentence, names);
      is_first_ = false;
    }
    follows_ = follows_here_;
    follows_here_ = false;
    std::stable_sort(quotes_.begin() + static_cast<std::ptrdiff_t>(first), quotes_.end(),
                     [](const Quote& a, const Quote& b) {
                       return a.spans.front().begin < b.spans.front().begin;
                     });
    last_number_ = kNobody;  // no quote of this passage gets a further span
  }

  void read(QuoteSentence sentence, std::span<const QuoteName> names) {
    sentence_ = sentence;
    sentence_names_ = names;
    name_the_unnamed();
    attributions_ = find_attributions(*text_, sentence, names, words_);
    for (Attribution& attribution : attributions_) {
      const bool known = memory_.resolve(*text_, sentence, names, attribution.speaker);
      if (known) memory_.note(*text_, attribution.speaker);
    }
    std::erase_if(attributions_, [](const Attribution& a) { return a.speaker.id.empty(); });
    memory_.note(*text_, sentence, names);
    if (!attributions_.empty()) memory_.note(*text_, attributions_.back().speaker);
    listed_.clear();
    broken_ = kNobody;
    const std::size_t before = quotes_.size();
    for (std::size_t i = sentence.begin; i < sentence.end; ++i) {
      if (text_->pieces[i].is_span()) take_span(i);
    }
    note_end(quotes_.size() > before);
    const std::size_t marked = quotes_.size();
    for (const Attribution& attribution : attributions_) take_clause(attribution);
    if (quotes_.size() > marked && !follows_here_) note_last(quotes_.back());
    note_unnamed(before);
  }

  // Who spoke in this sentence and is not named: "a senior official".
  void note_unnamed(std::size_t first) {
    unnamed_.clear();
    unnamed_from_ = first;
    for (const Attribution& attribution : attributions_) {
      if (attribution.speaker.words_of_one) unnamed_ = attribution.speaker.id;
    }
  }

  // "The comments from Jane Roe come as": she is the one who spoke in the sentence before.
  void name_the_unnamed() {
    if (unnamed_.empty() || sentence_.end - sentence_.begin < 4) return;
    const std::size_t begin = sentence_.begin;
    const bool comments = at(begin).can_be(kDefinite) && at(begin + 1).can_be(kText) &&
                          at(begin + 2).can_be(kPreposition | kBy);
    if (!comments) return;
    const auto first = text_->pieces.begin() + static_cast<std::ptrdiff_t>(begin + 3);
    const auto end = text_->pieces.begin() + static_cast<std::ptrdiff_t>(sentence_.end);
    const auto person = std::find_if(first, end, [&](const QuotePiece& piece) {
      return !piece.is_word() || piece.can_be(kFinite) ||
             (piece.is_named() && sentence_names_[piece.name].kind == "person");
    });
    if (person == end || !person->is_named()) return;
    for (std::size_t q = std::min(unnamed_from_, quotes_.size()); q < quotes_.size(); ++q) {
      if (quotes_[q].speaker != unnamed_) continue;
      quotes_[q].speaker = sentence_names_[person->name].id;
      quotes_[q].confidence = std::min(quotes_[q].confidence, kNamedBehind);
    }
  }

  const QuotePiece& at(std::size_t i) const { return text_->pieces[i]; }

  // True when nothing but marks stands between the pieces.
  bool only_marks(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (at(i).mark == 0) return false;
    }
    return true;
  }

  // Behind "in 1951", "on Friday".
  std::size_t past_time(std::size_t begin, std::size_t end) const {
    std::size_t at_time = begin;
    if (at_time < end && at(at_time).can_be(kPreposition)) ++at_time;
    const auto is_time = [&](const QuotePiece& piece) {
      return piece.is_word() &&
             (piece.can_be(kTime) || base::is_ascii_digit(text_->text[piece.range.begin]));
    };
    if (at_time == end || !is_time(at(at_time))) return begin;
    while (at_time < end && is_time(at(at_time))) ++at_time;
    return at_time;
  }

  // The attribution of the span at piece `i`, and how sure it is to be the span's.
  std::pair<std::size_t, double> attribution_of(std::size_t i) const {
    std::size_t before = kNobody;
    std::size_t behind = kNobody;
    for (std::size_t a = 0; a < attributions_.size(); ++a) {
      if (attributions_[a].end <= i) before = a;
      if (attributions_[a].begin > i && behind == kNobody) behind = a;
    }
    const bool next_to = behind != kNobody && only_marks(i + 1, attributions_[behind].begin);
    if (next_to && !(before != kNobody && is_bound(before, i) && goes_on_behind(behind)))
      return {behind, kNextTo};
    if (before != kNobody) {
      return {before, only_marks(attributions_[before].end, i) ? kNextTo : kInSentence};
    }
    return {behind != kNobody && is_aside(behind) ? kNobody : behind, kInSentence};
  }

  // "…, which it claims is bad": speaks of what follows only.
  bool is_aside(std::size_t attribution) const {
    const std::size_t begin = attributions_[attribution].begin;
    return begin > sentence_.begin && at(begin - 1).is_word() && at(begin - 1).can_be(kRelative);
  }

  // "X said it was “good,”": no mark stands between.
  bool is_bound(std::size_t attribution, std::size_t i) const {
    for (std::size_t k = attributions_[attribution].end; k < i; ++k) {
      if (at(k).mark != 0 || at(k).is_span()) return false;
    }
    return attributions_[attribution].end < i;
  }
  // "Y noted it was not": has a clause of its own.
  bool goes_on_behind(std::size_t attribution) const {
    const Attribution& next = attributions_[attribution];
    return next.end < sentence_.end && at(next.end).is_word() && next.states &&
           !at(next.end).can_be(kPreposition | kTime | kBreak);
  }

  void take_span(std::size_t i) {
    const bool is_speaker =
        std::any_of(attributions_.begin(), attributions_.end(), [&](const Attribution& a) {
          return a.speaker.range.overlaps(text_->spans[at(i).span].inner);
        });
    if (is_speaker) return;
    const MarkedSpan& span = text_->spans[at(i).span];
    const QuoteShape shape = shape_of(*passage_, span.inner, words_);
    auto [number, sure] = attribution_of(i);
    if (number == kNobody && shape.is_clause && opens_speech(i)) {
      number = attributions_.size() - 1;
      sure = kInSentence;
    }
    if (number == kNobody) return go_on(i, span, shape);
    if (shape.is_title && (sure < kNextTo || names_a_work(i))) return;
    if (!shape.is_clause && is_owned_word(i)) return;
    const Attribution& attribution = attributions_[number];
    listed_.push_back(i);
    if (broken_ == number && only_marks(past_time(attribution.end, i), i)) {
      quotes_[last_number_].spans.push_back(span.inner);
      return;
    }
    last_number_ = quotes_.size();
    add(shape.is_clause ? QuoteKind::kDirect : QuoteKind::kPartial, attribution, {span.inner},
        sure);
    broken_ = attribution.begin > i && sure == kNextTo ? number : kNobody;
  }

  // "On “Good Harbours”", "Poe's “Good Harbours”", "told “Good Harbours”".
  bool names_a_work(std::size_t i) const {
    if (i == sentence_.begin || !at(i - 1).is_word()) return false;
    const QuotePiece& left = at(i - 1);
    if (left.is_named()) return left.possessive;
    return left.possessive || left.can_be(kTells) ||
           (left.can_be(kPreposition) && !left.can_be(kAs));
  }

  // "Poe's “soft” answer": the narrator's.
  bool is_owned_word(std::size_t i) const {
    return i > sentence_.begin && at(i - 1).possessive && i + 1 < sentence_.end &&
           at(i + 1).is_word() && at(i + 1).is_plain();
  }

  // "She closed: “…”": before a colon any verb may speak.
  bool opens_speech(std::size_t i) {
    if (i == sentence_.begin || at(i - 1).mark != ':') return false;
    auto speaker = SpeakerReader(*text_, sentence_names_, words_).subject(sentence_.begin, i - 1);
    if (!speaker || speaker->kind == QuoteSpeaker::Kind::kBody) return false;
    if (!memory_.resolve(*text_, sentence_, sentence_names_, *speaker)) return false;
    Attribution attribution;
    attribution.begin = sentence_.begin;
    attribution.end = i - 1;
    attribution.speaker = std::move(*speaker);
    attribution.verb = {at(i - 1).range.begin, at(i - 1).range.begin};
    attributions_.push_back(std::move(attribution));
    return true;
  }

  void add(QuoteKind kind, const Attribution& attribution, std::vector<Range> spans, double sure) {
    Quote quote;
    quote.kind = kind;
    quote.speaker = attribution.speaker.id;
    quote.name = attribution.speaker.range;
    quote.verb = attribution.verb;
    quote.spans = std::move(spans);
    quote.addressee = attribution.addressee;
    quote.field = passage_->field;
    quote.confidence = attribution.speaker.confidence * sure;
    quotes_.push_back(std::move(quote));
  }

  // A sentence of nothing but a marked span goes on with the quote before it.
  void go_on(std::size_t i, const MarkedSpan& span, const QuoteShape& shape) {
    const bool alone = only_marks(sentence_.begin, i) && only_marks(i + 1, sentence_.end);
    if (!alone || !(is_first_ ? follows_ : follows_here_)) return;
    if (!is_first_ && joins_ && last_number_ != kNobody) {
      quotes_[last_number_].spans.push_back(span.inner);
      return;
    }
    if (!shape.is_clause) return;
    Quote quote = last_;
    quote.kind = QuoteKind::kDirect;
    quote.spans = {span.inner};
    quote.addressee.reset();
    quote.verb = {};
    quote.field = passage_->field;
    quote.confidence = std::min(last_.confidence, kGoesOn);
    last_number_ = quotes_.size();
    quotes_.push_back(std::move(quote));
  }

  // Whether a span alone may go on behind this sentence, and be a part of the same quote.
  void note_end(bool quoted) {
    const bool goes_on = !quoted && follows_here_ && joins_ && only_spans();
    const bool tells = !attributions_.empty();
    follows_here_ = quoted || goes_on || (follows_here_ && !tells && !is_first_);
    joins_ = quoted && broken_ != kNobody;
    if (quoted) last_ = quotes_.back();
    if (quoted || !announces()) return;
    Quote told;
    told.speaker = attributions_.back().speaker.id;
    told.name = attributions_.back().speaker.range;
    told.confidence = attributions_.back().speaker.confidence;
    note_last(told);
  }

  // A span alone goes on with this quote.
  void note_last(const Quote& quote) {
    last_ = quote;
    follows_here_ = true;
  }

  bool only_spans() const {
    return std::all_of(text_->pieces.begin() + static_cast<std::ptrdiff_t>(sentence_.begin),
                       text_->pieces.begin() + static_cast<std::ptrdiff_t>(sentence_.end),
                       [](const QuotePiece& piece) { return piece.mark != 0 || piece.is_span(); });
  }

  // "X wrote:" before a span that stands in the next paragraph.
  bool announces() const { return !attributions_.empty() && at(sentence_.end - 1).mark == ':'; }

  void take_clause(const Attribution& attribution) {
    const auto clause = reported_clause(*text_, sentence_, attribution, attributions_, words_);
    if (clause.empty()) return;
    const bool holds_quote = std::any_of(listed_.begin(), listed_.end(), [&](std::size_t i) {
      return std::any_of(clause.begin(), clause.end(),
                         [&](Range range) { return range.overlaps(at(i).range); });
    });
    // "We may, X said, choose “all”": the clause goes on behind.
    const bool broken = clause.front().end <= at(attribution.begin).range.begin &&
                        attribution.end < sentence_.end && at(attribution.end).mark == ',';
    if (broken && !listed_.empty() && listed_.back() > attribution.end) return;
    if (!holds_quote) add(QuoteKind::kReported, attribution, clause, kInSentence);
  }

  std::span<const article::Passage> passages_;
  std::span<const QuoteName> names_;
  const QuoteWords& words_;
  std::vector<Quote> quotes_;
  QuoteMemory memory_;

  const article::Passage* passage_ = nullptr;
  const QuoteText* text_ = nullptr;
  QuoteSentence sentence_;
  std::span<const QuoteName> sentence_names_;  // of its passage
  std::vector<Attribution> attributions_;      // of the sentence
  std::vector<std::size_t> listed_;            // its spans that are quotes
  std::size_t last_number_ = kNobody;          // the last marked quote of the passage
  std::size_t broken_ = kNobody;  // the attribution behind the last span: "…," he said, "…"
  bool is_first_ = false;         // the sentence begins the passage
  bool follows_ = false;          // a quote ends the passage before
  bool follows_here_ = false;     // a quote ends the sentence before
  bool joins_ = false;            // and is broken by its speaker
  Quote last_;
  std::string unnamed_;           // who spoke in the sentence before without a name; empty: nobody
  std::size_t unnamed_from_ = 0;  // the quotes of that sentence stand here or behind
};

}  // namespace

std::vector<Quote> find_quotes(std::span<const article::Passage> passages,
                               std::span<const QuoteName> names, const QuoteWords& words) {
  if (words.empty()) return {};  // nobody speaks without a verb
  return QuoteFinder(passages, names, words).run();
}

}  // namespace dateline::actors
