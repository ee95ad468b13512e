// From verbs of speaking to their subjects.  In: a sentence.  Out: attributions.
// Long because it is one walk over a sentence, with each pattern as a small function.
// Tested by tests/actors/attributions_test.cpp.
#include "actors/attributions.hpp"

#include "actors/quote_subject.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace dateline::actors {
namespace {

constexpr std::size_t kMostSource = 8;  // pieces

class AttributionFinder {
 public:
  AttributionFinder(const QuoteText& text, QuoteSentence sentence, std::span<const QuoteName> names,
                    const QuoteWords& words)
      : text_(text),
        sentence_(sentence),
        words_(words),
        reader_(text, names, words),
        subjects_(text, sentence, words, reader_) {}

  std::vector<Attribution> run() {
    for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
      const QuotePiece& piece = at(i);
      if (piece.is_span()) add(behind_span(i));
      if (!piece.is_word() || piece.is_named()) continue;
      if (piece.can_be(kSaying)) {
        add(participle(i));
      } else if (const std::size_t length = verb_phrase_length(i); length > 0) {
        Maybe spoken = verb(i);
        if (spoken) {
          spoken->end = std::max(spoken->end, i + length);
          spoken->verb.end = at(i + length - 1).range.end;
        }
        add(std::move(spoken));
      } else if (piece.can_be(kSpeaks)) {
        if (!subjects_.is_noun(i)) add(verb(i));
      } else if (const std::size_t source_words = source_length(i); source_words > 0) {
        add(source(i, i + source_words));
      }
      if (!found_.empty()) i = std::max(i, found_.back().end - 1);
    }
    return std::move(found_);
  }

 private:
  using Maybe = std::optional<Attribution>;

  const QuotePiece& at(std::size_t i) const { return text_.pieces[i]; }
  // “…,” X retorts: behind a comma within the marks any verb speaks.
  Maybe behind_span(std::size_t i) {
    if (!text_.stands_apart(i)) return std::nullopt;
    const Range inner = text_.spans[at(i).span].inner;
    if (inner.empty() || text_.text[inner.end - 1] != ',') return std::nullopt;
    const std::size_t verb = subjects_.verb_behind(i);
    if (verb == sentence_.end || left_of(verb).passive || left_of(verb).denied) return std::nullopt;
    auto subject = subjects_.before(verb);
    const std::size_t begin = i + 1;
    return spoken_by(std::move(subject), verb, begin);
  }
  void add(Maybe attribution) {
    if (attribution) found_.push_back(std::move(*attribution));
  }

  // The last piece before `i` that is no helper, sentence_.begin - 1 when there is none.
  // `denied`, `passive`: what was passed over says so.
  struct Left {
    std::ptrdiff_t at;
    bool denied = false;
    bool passive = false;
  };
  Left left_of(std::size_t i) const {
    Left left{static_cast<std::ptrdiff_t>(i) - 1};
    bool timed = false;
    for (; left.at >= static_cast<std::ptrdiff_t>(sentence_.begin); --left.at) {
      const QuotePiece& piece = at(static_cast<std::size_t>(left.at));
      const bool of_time = timed && piece.can_be(kPreposition);  // "on Thursday"
      const bool helps = piece.is_word() && !piece.is_named() &&
                         !piece.can_be(kPersonal | kPlural) &&
                         (piece.can_be(kHelps | kDenies | kBeing | kTime) || of_time);
      if (!helps) break;
      timed = piece.can_be(kTime);
      left.denied = left.denied || piece.can_be(kDenies);
      left.passive = left.passive || piece.can_be(kBeing);
    }
    return left;
  }

  Maybe verb(std::size_t i) {
    const Left left = left_of(i);
    if (left.denied) return std::nullopt;
    if (left.passive) return passive(i);
    Maybe result;
    if (left.at < static_cast<std::ptrdiff_t>(sentence_.begin)) {
      result = inverted(i);  // "Sagte Merkel", or nobody
    } else {
      result = with_subject(i, static_cast<std::size_t>(left.at));
    }
    if (result) finish(*result, i);
    return result;
  }

  // "Author of “The Harbour,”": no speech.
  bool is_governed(std::size_t span) const {
    const std::size_t inner = text_.spans[at(span).span].inner.begin;
    const bool capital = base::is_ascii_upper(text_.text[inner]);
    if (span == sentence_.begin || !at(span - 1).is_word() || !capital) return false;
    return at(span - 1).can_be(kPreposition) && !at(span - 1).can_be(kAs);
  }

  // The subject ends at `last` or is told by what stands there.
  Maybe with_subject(std::size_t verb, std::size_t last) {
    const QuotePiece& piece = at(last);
    const bool parted = piece.mark == ',' || piece.mark == ')' || piece.mark == '-';
    const std::size_t span = piece.is_span() ? last : last > sentence_.begin ? last - 1 : last;
    const bool behind_span =
        at(span).is_span() && (piece.is_span() || parted) && !is_governed(span);
    if (behind_span || (parted && reader_.ends_in_name(sentence_, verb))) return inverted(verb);
    const bool abbreviated = piece.mark == '.' && last > sentence_.begin;  // "X Jr. said"
    if (piece.mark != 0 && !parted && !abbreviated) return std::nullopt;
    const bool joined = !piece.is_named() && piece.can_be(kBreak | kAnd);
    if (joined && !found_.empty() && !found_.back().source)
      return alone(verb, found_.back().speaker);
    if (joined) return spoken_by(subjects_.shared(verb), verb, verb);
    auto subject = subjects_.before(verb);
    // "The threat, said X, is growing"
    if (parted && (!subject || subject->speaker.kind == QuoteSpeaker::Kind::kWords)) {
      Maybe behind = inverted(verb);
      const bool inserted =
          behind && (!subject || (behind->speaker.kind == QuoteSpeaker::Kind::kPerson &&
                                  behind->end < sentence_.end && at(behind->end).mark == ','));
      if (inserted || !subject) return behind;
    }
    if (!subject) return std::nullopt;
    const std::size_t begin = subject->begin;
    return spoken_by(std::move(subject), verb, begin);
  }

  Maybe spoken_by(std::optional<QuoteSubject> subject, std::size_t verb, std::size_t begin) const {
    if (!subject) return std::nullopt;
    Attribution result = alone(verb, std::move(subject->speaker));
    result.begin = begin;
    return result;
  }

  // The verb without what stands around it.
  Attribution alone(std::size_t verb, QuoteSpeaker speaker) const {
    Attribution result;
    result.begin = verb;
    result.end = verb + 1;
    result.verb = at(verb).range;
    result.speaker = std::move(speaker);
    return result;
  }

  Maybe inverted(std::size_t verb) const {
    auto speaker = reader_.behind(verb + 1, sentence_.end);
    if (!speaker) return std::nullopt;
    Attribution result = alone(verb, std::move(*speaker));
    while (result.end < sentence_.end && at(result.end).range.begin < result.speaker.range.end)
      ++result.end;
    return result;
  }

  // "X came, saying"; the verb alone is the attribution then.
  Maybe shared_subject(std::size_t verb) {
    if (found_.empty() || found_.back().source)
      return spoken_by(subjects_.shared(verb), verb, verb);
    const std::size_t begin = found_.back().begin;
    const bool aside =
        begin > sentence_.begin && at(begin - 1).is_word() && at(begin - 1).can_be(kAs);
    if (aside)
      return spoken_by(subjects_.opening(verb), verb, verb);  // "X left, as Y said, saying"
    return alone(verb, found_.back().speaker);
  }

  Maybe participle(std::size_t i) {
    if (i == sentence_.begin) return std::nullopt;
    const Left left = left_of(i);
    if (left.denied || left.at < static_cast<std::ptrdiff_t>(sentence_.begin)) return std::nullopt;
    const QuotePiece& piece = at(static_cast<std::size_t>(left.at));
    if (left.passive && piece.is_word()) {  // "X was saying"
      Maybe result = with_subject(i, static_cast<std::size_t>(left.at));
      if (result) finish(*result, i);
      return result;
    }
    if (at(i).can_be(kBreak)) return std::nullopt;  // ", suggesting" tells what follows from it
    const bool by =
        piece.is_word() && !piece.is_named() && piece.can_be(kBy | kPreposition | kBreak);
    if (!by && !piece.is_span() && piece.mark != ',' && piece.mark != '-') return std::nullopt;
    // "Y cited X as saying"
    Maybe result = piece.can_be(kAs) && piece.is_word()
                       ? spoken_by(subjects_.object(static_cast<std::size_t>(left.at)), i, i)
                       : blamed(i, static_cast<std::size_t>(left.at));
    if (!result && !piece.can_be(kAs)) result = shared_subject(i);
    if (result) finish(*result, i);
    return result;
  }

  // "Y criticised X for saying": whom the preposition follows.
  Maybe blamed(std::size_t verb, std::size_t preposition) const {
    const QuotePiece& piece = at(preposition);
    if (!piece.can_be(kJoins) || preposition < sentence_.begin + 2 || found_.empty())
      return std::nullopt;
    const QuotePiece& whom = at(preposition - 1);
    if (!whom.is_named() || whom.possessive || found_.back().end + 3 < preposition)
      return std::nullopt;
    auto speaker = reader_.first_name(preposition - 1, preposition);
    if (!speaker || speaker->kind != QuoteSpeaker::Kind::kPerson) return std::nullopt;
    return alone(verb, std::move(*speaker));
  }

  // "was described by X as"
  Maybe passive(std::size_t verb) const {
    if (verb + 2 >= sentence_.end || !at(verb + 1).can_be(kBy)) return std::nullopt;
    Maybe result = inverted(verb + 1);
    if (!result) return result;
    result->begin = verb;
    result->verb = at(verb).range;
    return result;
  }

  // How many pieces a phrase such as "according to" has that begins at `i`; 0: none does.
  std::size_t phrase_length(const std::vector<std::vector<std::string>>& phrases,
                            std::size_t i) const {
    for (const auto& phrase : phrases) {
      bool same = i + phrase.size() < sentence_.end;
      for (std::size_t k = 0; same && k < phrase.size(); ++k) {
        same = at(i + k).is_word() && text_.view(at(i + k)) == phrase[k];
      }
      if (same) return phrase.size();
    }
    return 0;
  }

  std::size_t verb_phrase_length(std::size_t i) const {
    return at(i).can_be(kVerbPhrase) ? phrase_length(words_.verb_phrases(), i) : 0;
  }
  std::size_t source_length(std::size_t i) const {
    return at(i).can_be(kSource) ? phrase_length(words_.sources(), i) : 0;
  }

  // "According to a tally by the Post".
  Maybe author(std::size_t begin) const {
    const std::size_t last = std::min(sentence_.end, begin + kMostSource);
    for (std::size_t i = begin; i + 1 < last && at(i).is_word(); ++i) {
      if (at(i).can_be(kText) && at(i + 1).is_word() && at(i + 1).can_be(kBy))
        return inverted(i + 1);
    }
    return std::nullopt;
  }

  Maybe source(std::size_t begin, std::size_t end) const {
    Maybe result;
    if (end < sentence_.end && at(end).is_span()) {
      auto marked = reader_.within(end, end + 1);
      if (!marked) return result;
      result = alone(end, std::move(*marked));
    } else {
      result = inverted(end - 1);
    }
    if (!result) result = author(end);
    if (!result) return result;
    result->begin = begin;
    result->verb = {at(begin).range.begin, at(end - 1).range.end};
    result->source = true;
    return result;
  }

  // Whether a clause may follow, and who is told.
  void finish(Attribution& result, std::size_t verb) const {
    result.states = at(verb).can_be(kStates);
    result.says = at(verb).can_be(kSays);
    result.reports = !at(verb).can_be(kUnreported);
    if (!at(verb).can_be(kTells) || result.end != verb + 1) return;
    const std::size_t end = reader_.addressee_end(result.end, sentence_.end);
    if (end == result.end) return;
    result.addressee = Range{at(result.end).range.begin, at(end - 1).range.end};
    result.end = end;
  }

  const QuoteText& text_;
  QuoteSentence sentence_;
  const QuoteWords& words_;
  SpeakerReader reader_;
  SubjectFinder subjects_;
  std::vector<Attribution> found_;
};

}  // namespace

std::vector<Attribution> find_attributions(const QuoteText& text, QuoteSentence sentence,
                                           std::span<const QuoteName> names,
                                           const QuoteWords& words) {
  return AttributionFinder(text, sentence, names, words).run();
}

}  // namespace dateline::actors
