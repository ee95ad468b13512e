// From verbs of speaking to their subjects.  In: a sentence.  Out: attributions.
// Tested by tests/actors/attributions_test.cpp.
#include "actors/attributions.hpp"

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
        names_(names),
        words_(words),
        reader_(text, names, words) {}

  std::vector<Attribution> run() {
    for (std::size_t i = sentence_.begin; i < sentence_.end; ++i) {
      const QuotePiece& piece = at(i);
      if (!piece.is_word() || piece.is_named()) continue;
      if (piece.can_be(kSpeaks)) {
        if (!reader_.is_noun(sentence_, i)) add(verb(i));
      } else if (const std::size_t length = verb_phrase_length(i); length > 0) {
        Maybe spoken = verb(i);
        if (spoken) {
          spoken->end = std::max(spoken->end, i + length);
          spoken->verb.end = at(i + length - 1).range.end;
        }
        add(std::move(spoken));
      } else if (piece.can_be(kSaying)) {
        add(participle(i));
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

  // The subject ends at `last` or is told by what stands there.
  Maybe with_subject(std::size_t verb, std::size_t last) {
    const QuotePiece& piece = at(last);
    const bool behind_span = piece.is_span() || ((piece.mark == ',' || piece.mark == '-') &&
                                                 last > sentence_.begin && at(last - 1).is_span());
    if (behind_span) return inverted(verb);
    if (piece.mark == ',' || piece.mark == ')' || piece.mark == '-') {
      if (reader_.ends_in_name(sentence_, verb)) return inverted(verb);
      if (Maybe result = before_apposition(verb, last)) return result;
      return inverted(verb);
    }
    if (piece.mark != 0) return std::nullopt;
    const bool is_noun = piece.possessive || (!piece.is_named() && piece.is_article());
    if (is_noun) return std::nullopt;  // "her claim that"
    if (!piece.is_named() && piece.can_be(kRelative)) return before_relative(verb, last);
    if (!piece.is_named() && piece.can_be(kBreak)) return shared_subject(verb);
    return from(reader_.before(last + 1, sentence_.begin), verb);
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

  Maybe from(std::optional<QuoteSpeaker> speaker, std::size_t verb) const {
    if (!speaker) return std::nullopt;
    Attribution result = alone(verb, std::move(*speaker));
    const Range& said_by = result.speaker.range;
    while (result.begin > sentence_.begin && at(result.begin - 1).range.begin >= said_by.begin) {
      --result.begin;
    }
    // What stands before the name belongs to it: "the", "Russian Foreign Minister", "Rep.".
    while (result.begin > sentence_.begin && belongs(result.begin - 1)) --result.begin;
    return result;
  }

  bool belongs(std::size_t i) const {
    const QuotePiece& piece = at(i);
    if (piece.mark == '.') return i > sentence_.begin && at(i - 1).can_be(kShortened);
    constexpr std::uint32_t kOthers = kSpeaks | kFinite | kBreak | kThat | kRelative | kPreposition;
    return piece.is_word() && (piece.is_named() || !piece.can_be(kOthers));
  }

  Maybe inverted(std::size_t verb) const {
    auto speaker = reader_.behind(verb + 1, sentence_.end);
    if (!speaker) return std::nullopt;
    Attribution result = alone(verb, std::move(*speaker));
    while (result.end < sentence_.end && at(result.end).range.begin < result.speaker.range.end)
      ++result.end;
    return result;
  }

  // "X, a lawyer, said", "X (the lawyer) said": of the words before earlier commas a name is
  // preferred, then the nearest.
  Maybe before_apposition(std::size_t verb, std::size_t last) const {
    std::optional<QuoteSpeaker> nearest;
    for (std::size_t i = last; i > sentence_.begin + 1; --i) {
      const QuotePiece& piece = at(i - 1);
      if (text_.stands_apart(i - 1) || piece.mark == ':' || piece.mark == ';') break;
      if (piece.mark != ',' && piece.mark != '(' && piece.mark != '-') continue;
      // "Another campaigner, Isbel Torres, said": the name stands in apposition.
      auto within = reader_.within(i, last);
      if (!nearest && within && within->kind == QuoteSpeaker::Kind::kPerson) {
        return from(std::move(within), verb);
      }
      auto speaker = reader_.before(i - 1, sentence_.begin);
      if (!speaker) continue;
      if (speaker->kind != QuoteSpeaker::Kind::kWords) return from(std::move(speaker), verb);
      if (!nearest) nearest = std::move(speaker);
    }
    return from(std::move(nearest), verb);
  }

  Maybe before_relative(std::size_t verb, std::size_t relative) const {
    std::size_t end = relative;
    if (end > sentence_.begin && at(end - 1).mark == ',') --end;
    auto speaker = reader_.before(end, sentence_.begin);
    if (!speaker) {  // "the Post, citing two sources, which said"
      while (end > sentence_.begin && at(end - 1).is_word()) --end;
      if (end > sentence_.begin && at(end - 1).mark == ',')
        speaker = reader_.before(end - 1, sentence_.begin);
      if (speaker && speaker->kind == QuoteSpeaker::Kind::kWords) return std::nullopt;
    }
    return from(std::move(speaker), verb);
  }

  // "X came and said"; the verb alone is the attribution then.
  Maybe shared_subject(std::size_t verb) const {
    if (!found_.empty() && !found_.back().source) return alone(verb, found_.back().speaker);
    auto speaker = reader_.subject(sentence_.begin, verb);
    if (!speaker) speaker = reader_.opening(sentence_.begin, verb);
    if (!speaker) return std::nullopt;
    return alone(verb, std::move(*speaker));
  }

  Maybe participle(std::size_t i) {
    if (i == sentence_.begin) return std::nullopt;
    const Left left = left_of(i);
    if (left.denied || left.at < static_cast<std::ptrdiff_t>(sentence_.begin)) return std::nullopt;
    const QuotePiece& piece = at(static_cast<std::size_t>(left.at));
    if (left.passive && piece.is_word()) {  // "X was saying"
      Maybe result =
          from(reader_.before(static_cast<std::size_t>(left.at) + 1, sentence_.begin), i);
      if (result) finish(*result, i);
      return result;
    }
    if (at(i).can_be(kBreak)) return std::nullopt;  // ", suggesting" tells what follows from it
    const bool by =
        piece.is_word() && !piece.is_named() && piece.can_be(kBy | kPreposition | kBreak);
    if (!by && !piece.is_span() && piece.mark != ',' && piece.mark != '-') return std::nullopt;
    Maybe result = blamed(i, static_cast<std::size_t>(left.at));
    if (!result) result = shared_subject(i);
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

  Maybe source(std::size_t begin, std::size_t end) const {
    Maybe result = inverted(end - 1);
    if (!result) {  // "according to a tally by the Post"
      auto speaker = reader_.first_name(end, std::min(sentence_.end, end + kMostSource));
      if (!speaker) return result;
      result.emplace();
      result->end = end;
      while (result->end < sentence_.end && at(result->end).range.begin < speaker->range.end) {
        ++result->end;
      }
      result->speaker = std::move(*speaker);
    }
    result->begin = begin;
    result->verb = {at(begin).range.begin, at(end - 1).range.end};
    result->source = true;
    return result;
  }

  // Whether a clause may follow, and who is told.
  void finish(Attribution& result, std::size_t verb) const {
    result.states = at(verb).can_be(kStates | kSaying);
    result.says = at(verb).can_be(kSays | kSaying);
    if (!at(verb).can_be(kTells) || result.end != verb + 1) return;
    const std::size_t end = reader_.addressee_end(result.end, sentence_.end);
    if (end == result.end) return;
    result.addressee = Range{at(result.end).range.begin, at(end - 1).range.end};
    result.end = end;
  }

  const QuoteText& text_;
  QuoteSentence sentence_;
  std::span<const QuoteName> names_;
  const QuoteWords& words_;
  SpeakerReader reader_;
  std::vector<Attribution> found_;
};

}  // namespace

std::vector<Attribution> find_attributions(const QuoteText& text, QuoteSentence sentence,
                                           std::span<const QuoteName> names,
                                           const QuoteWords& words) {
  return AttributionFinder(text, sentence, names, words).run();
}

}  // namespace dateline::actors
