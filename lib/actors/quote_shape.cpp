// Judges spans and clauses.  In: words.  Out: shapes, ranges.
// Long because it holds all that may stand between a verb and its clause.
// Tested by tests/actors/quote_shape_test.cpp.
#include "actors/quote_shape.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::actors {
namespace {

constexpr std::size_t kClauseWords = 5;    // that a direct quote has
constexpr std::size_t kReportedWords = 3;  // that a reported clause has
constexpr std::size_t kThatWithin = 10;    // pieces behind the verb

constexpr std::uint32_t kShowsClause = kFinite | kOwn | kPersonal | kImpersonal | kPlural;

class ClauseReader {
 public:
  ClauseReader(const QuoteText& text, QuoteSentence sentence, const Attribution& attribution,
               std::span<const Attribution> all, const QuoteWords& words)
      : text_(text), sentence_(sentence), attribution_(attribution), all_(all), words_(words) {}

  std::vector<Range> run() const {
    const std::size_t end = clause_end();
    if (const std::size_t begin = clause_begin(end); begin < end) return range(begin, end);
    return before();
  }

 private:
  const QuotePiece& at(std::size_t i) const { return text_.pieces[i]; }

  // Where the clause behind the attribution begins; `end` when there is none.
  std::size_t clause_begin(std::size_t end) const {
    const std::size_t behind = attribution_.end;
    if (behind >= end) return end;
    // "As X writes, Kyiv is ready"
    const bool as = attribution_.begin > sentence_.begin && at(behind).mark == ',' &&
                    at(attribution_.begin - 1).is_word() && at(attribution_.begin - 1).can_be(kAs);
    if (as) return behind + 1;
    if (attribution_.source) {
      const bool opens = attribution_.begin == sentence_.begin && at(behind).mark == ',';
      return opens ? behind + 1 : end;
    }
    for (std::size_t i = behind; i < std::min(end, behind + kThatWithin); ++i) {
      if (at(i).mark == ':' || at(i).mark == ';') break;
      if (!at(i).is_word() || at(i).is_named()) continue;
      if (at(i).can_be(kThat) && !is_pronoun(i, end)) return i + 1;
      if (at(i).can_be(kFinite | kSpeaks)) break;
      // An object: "dismissed a report that".
      if (at(i).can_be(kDefinite | kIndefinite) && !at(i - 1).can_be(kPreposition) &&
          !opens_time(i, end))
        break;
    }
    return attribution_.states ? bare_clause(behind, end) : end;
  }

  // "that of", "in a moment that echoed", "of that city".
  bool is_pronoun(std::size_t that, std::size_t end) const {
    if (that > attribution_.end && at(that - 1).is_word() && !at(that - 1).is_named() &&
        at(that - 1).can_be(kPreposition) && !at(that - 1).can_be(kTime | kHelps))
      return true;
    std::size_t i = that + 1;
    while (i < end && at(i).is_word() && !at(i).is_named() && at(i).bits == kHelps) ++i;
    if (i >= end || !at(i).is_word() || at(i).is_named()) return false;
    if (is_past(at(i)) && i + 1 < end && !at(i + 1).can_be(kFinite)) return true;
    return i == that + 1 && at(i).can_be(kJoins | kFinite) && !at(i).can_be(kIndefinite);
  }

  // "this past week".
  bool opens_time(std::size_t i, std::size_t end) const {
    constexpr std::size_t kWords = 3;
    const auto first = text_.pieces.begin() + static_cast<std::ptrdiff_t>(i);
    const auto last = text_.pieces.begin() + static_cast<std::ptrdiff_t>(std::min(end, i + kWords));
    return std::any_of(first, last, [](const QuotePiece& piece) {
      return piece.is_word() && !piece.is_named() && piece.can_be(kTime);
    });
  }

  bool is_number(std::size_t i) const {
    return at(i).is_word() && base::is_ascii_digit(text_.text[at(i).range.begin]);
  }

  // Behind "on Friday, March 13," where it begins so.
  std::size_t behind_time(std::size_t begin, std::size_t end) const {
    const auto is_time = [&](std::size_t i) {
      return i < end && at(i).is_word() && !at(i).is_named() && at(i).can_be(kTime);
    };
    if (begin < end && at(begin).can_be(kPreposition) && is_time(begin + 1)) ++begin;
    bool dated = false;
    while (is_time(begin)) {
      ++begin;
      const bool goes_on =
          begin + 1 < end && at(begin).mark == ',' && (is_time(begin + 1) || is_number(begin + 1));
      if (goes_on) ++begin;
      while (begin < end && is_number(begin)) ++begin;
      dated = dated || goes_on;
    }
    const bool parted = dated && begin < end && at(begin).mark == ',';
    return parted ? begin + 1 : begin;
  }

  // "tweeted shortly after", "said in".
  bool opens_no_clause(std::size_t begin, std::size_t end) const {
    std::size_t first = begin;
    while (first + 1 < end && !at(first).is_named() && at(first).bits == kHelps) ++first;
    if (first > begin && at(first).can_be(kBreak | kPreposition)) return true;
    return !at(begin).is_named() && !at(begin).can_be(kFinite) &&
           at(begin).can_be(kPreposition | kBreak | kDenies | kBy);
  }

  bool is_single(std::size_t i) const {
    return at(i).bits == 0 && !at(i).capital && !words_.is_group(text_.view(at(i)));
  }

  // "said he would": no "that".
  std::size_t bare_clause(std::size_t behind, std::size_t end) const {
    const std::size_t begin = behind_time(behind, end);
    if (begin == end || !at(begin).is_word() || opens_no_clause(begin, end)) return end;
    constexpr std::uint32_t kBegins = kPersonal | kImpersonal | kPlural | kDefinite | kIndefinite;
    const bool begins = at(begin).is_named() || at(begin).can_be(kBegins);
    if (attribution_.says && begins) return begin;
    if (is_inserted() && is_past(at(begin))) return begin;  // "which X said covered it"
    if (!attribution_.says && begin == behind && !begins && is_single(begin))
      return end;  // "claimed responsibility"
    if (!at(begin).is_named() && at(begin).can_be(kPersonal | kPlural))
      return begin;  // "confirmed he turned"
    const auto first = text_.pieces.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = text_.pieces.begin() + static_cast<std::ptrdiff_t>(end);
    const auto verb = std::find_if(first, last, [&](const QuotePiece& piece) {
      return piece.is_word() && !piece.is_named() &&
             (piece.can_be(kFinite | kThat | kRelative | kSaying) ||
              (is_participle() && is_past(piece)));
    });
    const bool clause = verb != last && (verb->can_be(kFinite) || is_past(*verb));
    return clause ? begin : end;
  }

  // The end of the sentence, or a comma before the next attribution.
  std::size_t clause_end() const {
    std::size_t end = sentence_.end;
    for (const Attribution& other : all_) {
      if (other.begin <= attribution_.end) continue;
      std::size_t cut = other.begin - 1;  // ", X said", ", but added", "and said"
      const bool shared = at(other.begin).range.begin == other.verb.begin;
      const bool joined = at(cut).can_be(kAnd) || (shared && at(cut).can_be(kBreak));
      if (!joined && at(cut).can_be(kBreak) && !at(cut).can_be(kPreposition))
        continue;  // "because"
      if (joined) {
        end = std::min(end, cut);
        --cut;
      }
      if (at(cut).mark == ',') end = std::min(end, cut);
    }
    for (std::size_t i = attribution_.end; i + 1 < end; ++i) {  // "— and then it rained"
      const bool another = at(i).mark == '-' ? at(i + 1).can_be(kBreak)
                                             : at(i).mark == ',' && at(i + 1).can_be(kSaying);
      if (another || is_narrated(i, end) || (at(i).mark == ',' && is_inserted())) end = i;
    }
    return trimmed(end);
  }

  // ", which angered Russia", ", and have pursued it since": what the narrator tells.
  bool is_narrated(std::size_t comma, std::size_t end) const {
    if (at(comma).mark != ',' || comma + 3 >= end || comma < attribution_.end + kReportedWords)
      return false;
    const QuotePiece& first = at(comma + 1);
    const QuotePiece& second = at(comma + 2);
    if (first.is_named() || second.is_named() || !second.is_word()) return false;
    if (first.can_be(kRelative)) {
      const bool ends = std::none_of(text_.pieces.begin() + static_cast<std::ptrdiff_t>(comma + 1),
                                     text_.pieces.begin() + static_cast<std::ptrdiff_t>(end),
                                     [](const QuotePiece& piece) { return piece.mark == ','; });
      return ends && second.bits == 0 && words_.is_past(text_.view(second));
    }
    return first.can_be(kAnd) && second.can_be(kFinite) && second.can_be(kHelps);
  }

  std::size_t trimmed(std::size_t end) const {
    while (end > sentence_.begin && at(end - 1).mark != 0 && at(end - 1).mark != ')') --end;
    return end;
  }

  // "Kyiv is ready, X said", "Kyiv, X said, is ready".
  std::vector<Range> before() const {
    if (attribution_.begin <= sentence_.begin || is_participle()) return {};
    const bool parted =
        at(attribution_.begin - 1).mark == ',' || at(attribution_.begin - 1).mark == '-';
    if (!parted && !attribution_.source) return {};
    std::size_t begin = sentence_.begin;
    for (const Attribution& other : all_) {
      const bool cuts = other.states || !attribution_.source;
      if (cuts && other.end <= attribution_.begin && &other != &attribution_)
        begin = std::max(begin, other.end);
    }
    while (begin < attribution_.begin && at(begin).mark != 0) ++begin;
    if (at(begin).can_be(kThat) && begin > sentence_.begin) return {};  // another's clause
    const std::size_t end = trimmed(attribution_.begin);
    if (begin >= end || is_subordinate(begin, end)) return {};
    if (parted && goes_on()) {
      return {{at(begin).range.begin, at(end - 1).range.end},
              {at(attribution_.end + 1).range.begin, at(clause_end() - 1).range.end}};
    }
    const std::size_t behind = attribution_.end;
    const bool ends = behind >= trimmed(sentence_.end) || at(behind).mark == ',' ||
                      at(behind).can_be(kTime | kPreposition | kBreak);
    if (!ends || !has_verb(begin, end)) return {};
    return range(begin, end);
  }

  // "As it rained", "After he came": no clause that stands alone.
  bool is_subordinate(std::size_t begin, std::size_t end) const {
    const QuotePiece& first = at(begin);
    if (first.is_named() || !first.can_be(kBreak) || !first.can_be(kPreposition | kAs))
      return false;
    for (std::size_t i = begin; i < end; ++i) {
      if (at(i).mark == ',') return false;
    }
    return has_verb(begin, end) && !goes_on();
  }

  bool has_verb(std::size_t begin, std::size_t end) const {
    return std::any_of(
        text_.pieces.begin() + static_cast<std::ptrdiff_t>(begin),
        text_.pieces.begin() + static_cast<std::ptrdiff_t>(end), [&](const QuotePiece& piece) {
          return piece.is_word() && !piece.is_named() && (piece.can_be(kFinite) || is_past(piece));
        });
  }

  bool is_past(const QuotePiece& piece) const {
    return piece.bits == 0 && !piece.capital && words_.is_past(text_.view(piece));
  }

  // Behind ", X said," a clause or the rest of one: a verb, and nothing before it that opens another.
  bool goes_on() const {
    std::size_t i = attribution_.end;
    if (i >= sentence_.end || at(i).mark != ',' || clause_end() <= i + 2) return false;
    while (++i < sentence_.end) {
      const QuotePiece& piece = at(i);
      if (!piece.is_word()) return false;
      if (piece.is_named() || piece.can_be(kAnd)) continue;
      const bool first = i == attribution_.end + 1;
      if (piece.can_be(kFinite) || (is_past(piece) && !attribution_.source)) return true;
      if (!first && piece.can_be(kSpeaks) && words_.is_past(text_.view(piece))) return true;
      if (piece.can_be(kThat | kRelative | kSaying | kBreak) ||
          words_.is_participle(text_.view(piece)))
        return false;
    }
    return false;
  }

  // "a plan which X said was bad".
  bool is_inserted() const {
    if (attribution_.begin <= sentence_.begin || attribution_.source) return false;
    const QuotePiece& left = at(attribution_.begin - 1);
    return left.is_word() && !left.is_named() && left.can_be(kRelative | kThat);
  }

  // "X left, saying": what stands before is no speech.
  bool is_participle() const { return at(attribution_.begin).can_be(kSaying); }

  std::vector<Range> range(std::size_t begin, std::size_t end) const {
    if (begin >= end || end - begin < kReportedWords) return {};
    return {{at(begin).range.begin, at(end - 1).range.end}};
  }

  const QuoteText& text_;
  QuoteSentence sentence_;
  const Attribution& attribution_;
  std::span<const Attribution> all_;
  const QuoteWords& words_;
};

bool begins_capital(std::string_view word) {
  return base::is_ascii_upper(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80;
}

}  // namespace

QuoteShape shape_of(const article::Passage& passage, Range span, const QuoteWords& words) {
  const auto first = std::lower_bound(passage.words.begin(), passage.words.end(), span.begin,
                                      [](Range word, std::size_t at) { return word.begin < at; });
  std::size_t count = 0;
  std::size_t capitals = 0;
  std::size_t long_words = 0;
  bool clause = false;
  bool relative = false;  // the verb behind "which" makes no clause of a phrase
  for (auto word = first; word != passage.words.end() && word->end <= span.end; ++word, ++count) {
    const std::string_view view = passage.text.substr(word->begin, word->size());
    const std::uint32_t bits = words.of(view);
    clause = clause || (!relative && (bits & kShowsClause) != 0);
    relative = relative || (bits & (kThat | kRelative)) != 0;
    if ((bits & ~std::uint32_t{kTime}) == 0) {
      ++long_words;
      capitals += begins_capital(view) || base::is_ascii_digit(view.front()) ? 1 : 0;
    }
  }
  QuoteShape shape;
  const char last = passage.text[span.end - 1];
  const bool ends = std::string_view(".!?").find(last) != std::string_view::npos;
  const bool sentence = ends || (last == ',' && count > 0);
  const bool begins = count > 0 && begins_capital(passage.text.substr(first->begin, first->size()));
  const bool all_capitals = long_words > (sentence ? 1U : 0U) && capitals == long_words;
  shape.is_clause = count >= kClauseWords && (clause || (sentence && begins && !all_capitals));
  shape.is_title = !shape.is_clause && all_capitals;
  return shape;
}

std::vector<Range> reported_clause(const QuoteText& text, QuoteSentence sentence,
                                   const Attribution& attribution, std::span<const Attribution> all,
                                   const QuoteWords& words) {
  if (!attribution.reports) return {};
  return ClauseReader(text, sentence, attribution, all, words).run();
}

}  // namespace dateline::actors
