// Walks from verbs to their subjects.  In: groups.  Out: speakers.
// Long because it is one walk over a sentence, with all that may stand between a verb and its subject.
// Tested by tests/actors/quote_subject_test.cpp.
#include "actors/quote_subject.hpp"

#include <algorithm>

namespace dateline::actors {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

bool is_words(const SubjectFinder::Maybe& subject) {
  return subject && subject->speaker.kind == QuoteSpeaker::Kind::kWords;
}
bool is_body(const SubjectFinder::Maybe& subject) {
  return subject && subject->speaker.kind == QuoteSpeaker::Kind::kBody;
}

}  // namespace

void SubjectFinder::cut() {
  if (!groups_.empty()) return;
  groups_ = cut_groups(text_, sentence_, words_);
  subjects_.resize(groups_.size());
  std::size_t clause = kNone;
  std::size_t relative = kNone;
  for (std::size_t k = 0; k < groups_.size(); ++k) {
    clauses_.push_back(clause);
    relatives_.push_back(relative);
    if (is(k, Kind::kMark) || is(k, Kind::kSpan)) clause = relative = kNone;
    if (is(k, Kind::kThat) || is(k, Kind::kBreak)) clause = k;
    if (is(k, Kind::kRelative)) relative = k;
  }
}

// The group that holds the piece, or the first one behind it.
std::size_t SubjectFinder::group_of(std::size_t piece) const {
  const auto found = std::partition_point(groups_.begin(), groups_.end(),
                                          [&](const QuoteGroup& g) { return g.end <= piece; });
  return static_cast<std::size_t>(found - groups_.begin());
}

bool SubjectFinder::is_mark(std::size_t group, std::string_view marks) const {
  return is(group, Kind::kMark) && marks.find(first(group).mark) != std::string_view::npos;
}

bool SubjectFinder::is_participle(std::size_t verb) const {
  return !groups_[verb].finite &&
         (first(verb).can_be(kSaying) || words_.is_participle(text_.view(first(verb))));
}

// Two people, two bodies or two nouns.
bool SubjectFinder::are_alike(std::size_t a, std::size_t b) const {
  const QuotePiece& last_a = text_.pieces[groups_[a].end - 1];
  const QuotePiece& last_b = text_.pieces[groups_[b].end - 1];
  return last_a.is_named() == last_b.is_named() &&
         reader_.is_person(last_a) == reader_.is_person(last_b);
}

// "After X said".
bool SubjectFinder::opens_clause(std::size_t group) const {
  return is(group, Kind::kPreposition) && first(group).can_be(kBreak);
}

SubjectFinder::Maybe SubjectFinder::before(std::size_t verb) {
  cut();
  return subject(group_of(verb));
}

SubjectFinder::Maybe SubjectFinder::shared(std::size_t verb) {
  cut();
  const std::size_t group = group_of(verb);
  const bool participle = verb < sentence_.end && text_.pieces[verb].can_be(kSaying);
  if (auto found = of_earlier_verb(group, participle)) return found;
  return opening(verb);
}

SubjectFinder::Maybe SubjectFinder::object(std::size_t end) {
  cut();
  const std::size_t group = group_of(end);
  if (group == 0 || !is(group - 1, Kind::kNoun)) return std::nullopt;
  return plain_noun(group - 1);
}

bool SubjectFinder::is_noun(std::size_t word) {
  cut();
  const std::size_t group = group_of(word);
  return group < groups_.size() && groups_[group].begin <= word && is(group, Kind::kNoun);
}

std::size_t SubjectFinder::verb_behind(std::size_t span) {
  cut();
  const std::size_t verb = group_of(span) + 2;
  const bool found = verb < groups_.size() && is(verb - 1, Kind::kNoun) && is(verb, Kind::kVerb);
  if (!found || first(verb).can_be(kBeing | kSpeaks | kSaying)) return sentence_.end;
  const auto subject = plain_noun(verb - 1);
  return subject && !is_words(subject) ? groups_[verb].end - 1 : sentence_.end;
}

// Behind a preposition, or joined by "and" to what is; an object of a participle.
bool SubjectFinder::is_governed(std::size_t noun) const {
  if (noun == 0) return false;
  const std::size_t left = noun - 1;
  if (is(left, Kind::kPreposition)) return true;
  if (is(left, Kind::kVerb)) return !groups_[left].finite;
  return is(left, Kind::kAnd) && left > 0 && is(left - 1, Kind::kNoun) &&
         are_alike(left - 1, noun) && is_governed(left - 1);
}

SubjectFinder::Maybe SubjectFinder::subject(std::size_t verb) const {
  if (verb == 0 || verb >= groups_.size()) return std::nullopt;
  if (!subjects_[verb]) subjects_[verb].emplace(find_subject(verb));
  return *subjects_[verb];
}

SubjectFinder::Maybe SubjectFinder::find_subject(std::size_t verb) const {
  if (const std::size_t relative = relative_before(verb); relative != kNone)
    return antecedent(relative);
  for (std::size_t k = verb; k-- > 0;) {
    const bool adjacent = k + 1 == verb && groups_[k].end == groups_[verb].begin;
    switch (groups_[k].kind) {
      case Kind::kNoun:
        if (k + 1 != verb && is(k + 1, Kind::kVerb) && groups_[k + 1].finite) return std::nullopt;
        if (is_governed(k) && !(k + 1 == verb && opens_clause(k - 1))) {
          if (is(k - 1, Kind::kAnd)) --k;
          break;
        }
        if (!text_.pieces[groups_[k].end - 1].can_be(kTime)) return noun(k);  // "this week"
        break;
      case Kind::kPreposition:
        if (adjacent) return std::nullopt;
        break;
      case Kind::kVerb:
        break;
      case Kind::kMark:
        if (!is_mark(k, ")")) return across_marks(k);
        while (k > 0 && !is_mark(k, "(")) --k;
        break;
      case Kind::kAnd:
      case Kind::kBreak:
        return k + 1 == verb ? of_earlier_verb(k, false) : std::nullopt;
      default:
        return std::nullopt;
    }
  }
  // "In Moscow Putin": behind the words that open the sentence.
  return is(0, Kind::kPreposition) && is(1, Kind::kNoun) && verb > 1 ? plain_noun(0) : std::nullopt;
}

// "who said", "who works there said", but not "whom the town said".
std::size_t SubjectFinder::relative_before(std::size_t verb) const {
  bool speaks = false;
  for (std::size_t k = verb; k-- > 0;) {
    const QuoteGroup& group = groups_[k];
    if (group.kind == Kind::kRelative) {
      const bool own_subject =
          k + 1 < verb && is(k + 1, Kind::kNoun) && (k + 2 == verb || !is(k + 2, Kind::kVerb)) &&
          plain_noun(k + 1).has_value() &&
          std::none_of(groups_.begin() + static_cast<std::ptrdiff_t>(k + 2),
                       groups_.begin() + static_cast<std::ptrdiff_t>(verb),
                       [](const QuoteGroup& g) {
                         return g.kind != Kind::kPreposition && g.kind != Kind::kNoun;
                       });
      return own_subject || speaks ? kNone : k;
    }
    const bool inner =
        group.kind == Kind::kNoun || group.kind == Kind::kPreposition || group.kind == Kind::kVerb;
    if (!inner) return kNone;
    speaks = speaks || (group.kind == Kind::kVerb && first(k).can_be(kSpeaks));
  }
  return kNone;
}

// "X, who", "officials at the ministry who", "a member of NATO, who".
SubjectFinder::Maybe SubjectFinder::antecedent(std::size_t relative) const {
  std::size_t end = relative;
  const bool parted = end > 0 && is_mark(end - 1, ",");
  if (parted) --end;
  if (end == 0 || !is(end - 1, Kind::kNoun)) return std::nullopt;
  const std::size_t begin = segment_begin(end);
  Maybe nearest = noun(end - 1);
  const bool inserted = parted && begin > 0 && is(begin, Kind::kVerb) && is_participle(begin);
  if (inserted && !is_body(nearest)) return antecedent(begin);  // ", citing sources, which"
  if (parted && is_words(nearest) && begin > 0) {               // "Roe, 37, a lawyer, who"
    if (Maybe person = person_before(begin)) return person;
  }
  const bool belongs =
      end > begin + 2 && is(end - 2, Kind::kPreposition) && is(end - 3, Kind::kNoun);
  if (!belongs || (nearest && !is_body(nearest))) return nearest;
  Maybe head = noun(end - 3);  // "officials in Paris who"
  return is_words(head) || !nearest ? head : nearest;
}

// The person whom the words in apposition describe that begin at `begin`.
SubjectFinder::Maybe SubjectFinder::person_before(std::size_t begin) const {
  constexpr std::size_t kMostParts = 2;
  for (std::size_t part = 0; part < kMostParts && begin > 1 && is_mark(begin - 1, ","); ++part) {
    const std::size_t end = begin - 1;
    if (!is(end - 1, Kind::kNoun)) return std::nullopt;
    Maybe found = plain_noun(end - 1);
    if (found && found->speaker.kind == QuoteSpeaker::Kind::kPerson) return found;
    begin = segment_begin(end);
    if (begin + 1 != end) return std::nullopt;
  }
  return std::nullopt;
}

// Where the groups begin that end at `end` and are parted from others by a mark.
std::size_t SubjectFinder::segment_begin(std::size_t end) const {
  std::size_t begin = end;
  while (begin > 0 && !is(begin - 1, Kind::kMark) && !is(begin - 1, Kind::kSpan)) --begin;
  return begin;
}

// "X, a lawyer, said", "X (the lawyer) said", "X, who lives in Y, said": the first of those that
// stand between commas, but a person's name before words.
SubjectFinder::Maybe SubjectFinder::across_marks(std::size_t mark) const {
  Maybe best;
  for (std::size_t end = mark; is_mark(end, ",()-");) {
    const std::size_t begin = segment_begin(end);
    if (begin == end) {  // "),"
      if (end == 0) break;
      --end;
      continue;
    }
    const auto group = [&](std::size_t k) {
      return groups_.begin() + static_cast<std::ptrdiff_t>(k);
    };
    const auto clause = std::find_if(group(begin), group(end), [](const QuoteGroup& g) {
      return (g.kind == Kind::kVerb && g.finite) || g.kind == Kind::kRelative ||
             g.kind == Kind::kBreak || g.kind == Kind::kThat;
    });
    const bool whole = clause == group(end);
    const bool skipped =
        is(begin, Kind::kRelative) || is(begin, Kind::kVerb) ||
        (is(begin, Kind::kPreposition) && begin + 1 < end && is(begin + 1, Kind::kRelative));
    const bool opens = is(begin, Kind::kBreak) || is(begin, Kind::kAnd);
    if (!skipped) {
      const bool relative = !whole && clause->kind == Kind::kRelative;
      if (!whole && !relative && !opens) break;
      std::size_t k = begin + (opens ? 1 : 0);
      while (k < end && !(is(k, Kind::kNoun) && !is_governed(k))) ++k;
      Maybe found = k < end ? noun(k) : std::nullopt;
      const bool is_name = best && best->speaker.kind == QuoteSpeaker::Kind::kPerson;
      if (found && !is_name) best = std::move(found);
      if (opens) break;
    }
    if (begin == 0) break;
    end = begin - 1;
  }
  return best;
}

// Behind "that" or "because"; behind "who" only where `main`.
bool SubjectFinder::is_subordinate(std::size_t verb, bool main) const {
  const std::size_t clause = clauses_[verb];
  const std::size_t relative = relatives_[verb];
  if (main && relative != kNone && (clause == kNone || relative > clause)) return true;
  return clause != kNone && clause > 0;
}

// The subject of the nearest verb before: "X came and"; of the main clause where `main`.
SubjectFinder::Maybe SubjectFinder::of_earlier_verb(std::size_t verb, bool main) const {
  for (std::size_t k = verb; k-- > 0;) {
    if (is_mark(k, ":;") || is(k, Kind::kSpan)) return std::nullopt;
    if (!is(k, Kind::kVerb) || is_participle(k)) continue;
    if (is_subordinate(k, main)) continue;
    if (auto found = subject(k)) return found;
  }
  return std::nullopt;
}

// Whom the sentence is about: the first name or pronoun; else the words before the first verb.
SubjectFinder::Maybe SubjectFinder::opening(std::size_t verb) {
  cut();
  if (auto name = reader_.subject(sentence_.begin, verb))
    return QuoteSubject{std::move(*name), sentence_.begin};
  Maybe words = group_of(verb) > 0 && is(0, Kind::kNoun) ? noun(0) : std::nullopt;
  return words && words->speaker.words_of_one ? words : std::nullopt;
}

// "X, Y and Z": where X is.
std::size_t SubjectFinder::first_joined(std::size_t noun) const {
  std::size_t begin = noun;
  if (begin > 1 && is_mark(begin - 2, ",") && is(begin - 1, Kind::kAnd)) --begin;
  if (begin < 2 || !(is(begin - 1, Kind::kAnd) || is_mark(begin - 1, ","))) return noun;
  while (begin > 1 && (is(begin - 1, Kind::kAnd) || is_mark(begin - 1, ",")) &&
         is(begin - 2, Kind::kNoun) && !is_governed(begin - 2)) {
    begin -= 2;
  }
  const bool opens = begin == 0 || is(begin - 1, Kind::kMark) || is(begin - 1, Kind::kBreak) ||
                     is(begin - 1, Kind::kThat) || is(begin - 1, Kind::kRelative) ||
                     opens_clause(begin - 1);
  return opens ? begin : noun;
}

SubjectFinder::Maybe SubjectFinder::noun(std::size_t noun) const {
  const bool joined = noun > 1 && is(noun, Kind::kNoun) && is(noun - 1, Kind::kAnd);
  if (!joined) return plain_noun(noun);
  Maybe last = plain_noun(noun);
  const std::size_t begin = first_joined(noun);
  if (begin == noun || !last) return last;
  Maybe head = plain_noun(begin);
  if (!head) return last;
  if (!is_words(head)) return head;
  if (!is_words(last)) return last;
  head->speaker.range.end = last->speaker.range.end;
  const Range range = head->speaker.range;
  head->speaker.id = speaker_slug(text_.text.substr(range.begin, range.size()));
  return head;
}

// With the words that prepositions and participles add to it: "a spokesman for the town", "economists
// polled by the paper".
SubjectFinder::Maybe SubjectFinder::plain_noun(std::size_t noun) const {
  std::size_t end = noun + (is(noun, Kind::kPreposition) ? 2 : 1);
  std::size_t plain = 0;  // the end without participles
  const auto adjoins = [&](std::size_t k) {
    return k < groups_.size() && groups_[k].begin == groups_[k - 1].end;
  };
  while (adjoins(end)) {
    const bool joined = is(end, Kind::kPreposition) && adjoins(end + 1) && is(end + 1, Kind::kNoun);
    const bool participle = is(end, Kind::kVerb) && !groups_[end].finite && adjoins(end + 1) &&
                            is(end + 1, Kind::kPreposition) && adjoins(end + 2) &&
                            is(end + 2, Kind::kNoun);
    if (!joined && !participle) break;
    if (participle && plain == 0) plain = end;
    end += joined ? 2 : 3;
  }
  const bool is_long = groups_[end - 1].end - groups_[noun].begin > SpeakerReader::kMostWords;
  if (is_long && plain != 0) end = plain;
  auto speaker = reader_.within(groups_[noun].begin, groups_[end - 1].end);
  if (!speaker) return std::nullopt;
  return QuoteSubject{std::move(*speaker), groups_[noun].begin};
}

}  // namespace dateline::actors
