// The subject of a verb.  In: the groups of a sentence, the verb's place.  Out: a speaker, or nobody.
// Method: from the verb to the left, over what may stand between it and its subject: words behind
// prepositions, participles, relative clauses, what stands between commas; a conjunction before the
// verb leads to the verb before it.  Of several joined by "and" it is the first name, else all words.
// Tested by tests/actors/quote_subject_test.cpp.
#pragma once

#include "actors/quote_groups.hpp"
#include "actors/quote_speaker.hpp"

#include <optional>
#include <span>
#include <vector>

namespace dateline::actors {

struct QuoteSubject {
  QuoteSpeaker speaker;
  std::size_t begin = 0;  // the first piece of its words
};

class SubjectFinder {
 public:
  using Maybe = std::optional<QuoteSubject>;

  // Cuts the groups when it is first asked.
  SubjectFinder(const QuoteText& text, QuoteSentence sentence, const QuoteWords& words,
                const SpeakerReader& reader)
      : text_(text), sentence_(sentence), words_(words), reader_(reader) {}

  // The subject of the verb at piece `verb`.
  Maybe before(std::size_t verb);
  // The subject of the verb before the one at piece `verb`: of "X came and said".
  Maybe shared(std::size_t verb);
  // Whom the sentence is about, as far as the verb at piece `verb`.
  Maybe opening(std::size_t verb);
  // Whom the noun before piece `end` means.
  Maybe object(std::size_t end);
  // The "promises" of "X's campaign promises as costly" are no verb.
  bool is_noun(std::size_t word);
  // The verb, if any, whose subject stands right behind the marked span at piece `span`; else where
  // the sentence ends.
  std::size_t verb_behind(std::size_t span);

 private:
  using Kind = QuoteGroup::Kind;

  void cut();
  std::size_t group_of(std::size_t piece) const;
  bool is(std::size_t group, Kind kind) const { return groups_[group].kind == kind; }
  bool is_mark(std::size_t group, std::string_view marks) const;
  bool is_participle(std::size_t verb) const;
  bool are_alike(std::size_t a, std::size_t b) const;
  bool is_subordinate(std::size_t verb, bool main) const;
  bool opens_clause(std::size_t group) const;
  const QuotePiece& first(std::size_t group) const { return text_.pieces[groups_[group].begin]; }

  Maybe subject(std::size_t verb) const;
  Maybe find_subject(std::size_t verb) const;
  Maybe of_earlier_verb(std::size_t verb, bool main) const;
  Maybe across_marks(std::size_t mark) const;
  Maybe antecedent(std::size_t relative) const;
  Maybe person_before(std::size_t begin) const;
  std::size_t relative_before(std::size_t verb) const;
  std::size_t segment_begin(std::size_t end) const;
  bool is_governed(std::size_t noun) const;
  std::size_t first_joined(std::size_t noun) const;
  Maybe noun(std::size_t noun) const;
  Maybe plain_noun(std::size_t noun) const;

  const QuoteText& text_;
  QuoteSentence sentence_;
  const QuoteWords& words_;
  const SpeakerReader& reader_;
  std::vector<QuoteGroup> groups_;
  // By group: where "that" or "because", and "who", stand last before it, behind the last mark; else kNone.
  std::vector<std::size_t> clauses_;
  std::vector<std::size_t> relatives_;
  // By verb, once it was sought: the subject of one may be that of many before it.
  mutable std::vector<std::optional<Maybe>> subjects_;
};

}  // namespace dateline::actors
