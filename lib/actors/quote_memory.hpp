// Whom "he", "it" and "the spokesman" mean: who was named before.
// In: sentences, in reading order, with the names and speakers in them.  Out: ids.
// Rules: a person's pronoun means the first person of its own sentence who may be meant, else whom the
// sentence before was about, else the last speaker, else who was named last; never a man by "she".  "It"
// means the last body; "they" those last named who are several; "the president" the person last named
// with that title; any other short form the last speaker whose words end so.
// Tested by tests/actors/quote_memory_test.cpp.
#pragma once

#include "actors/quote_speaker.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {

class QuoteMemory {
 public:
  explicit QuoteMemory(const QuoteWords& words) : words_(words) {}

  // What the sentence names, once its own speakers are resolved.
  void note(const QuoteText& text, QuoteSentence sentence, std::span<const QuoteName> names);
  void note(const QuoteText& text, const QuoteSpeaker& speaker);

  // Gives a pronoun or a short form its id.  False: nobody is known by it.
  bool resolve(const QuoteText& text, QuoteSentence sentence, std::span<const QuoteName> names,
               QuoteSpeaker& speaker) const;

 private:
  void note_topic(const QuoteText& text, QuoteSentence sentence, std::span<const QuoteName> names);
  void note_several(const QuoteText& text, QuoteSentence sentence,
                    std::span<const QuoteName> names);
  void note_short_forms(const QuoteText& text, QuoteSentence sentence,
                        std::span<const QuoteName> names);
  void note_person(std::string_view id, Gender gender);
  std::string_view head_of(const QuoteText& text, const QuoteSpeaker& speaker) const;
  Gender gender_of(std::string_view id) const;
  bool may_mean(std::string_view id, Gender gender) const;
  // "The billionaire": the person named last before it.
  void resolve_epithet(const QuoteText& text, QuoteSentence sentence,
                       std::span<const QuoteName> names, QuoteSpeaker& speaker) const;
  // "The president", "the newspaper", of which the range is the word.
  void resolve_short_form(const QuoteText& text, QuoteSpeaker& speaker) const;
  // Leaves the id empty where nobody is known by it.
  void resolve_pronoun(const QuoteText& text, QuoteSentence sentence,
                       std::span<const QuoteName> names, QuoteSpeaker& speaker) const;
  std::string last_person(Gender gender) const;

  const QuoteWords& words_;
  std::string person_;  // ids
  std::string speaker_;
  std::string body_;
  std::string several_;
  std::vector<std::string> named_;                      // the last persons, the newest first
  std::map<std::string, Gender, std::less<>> genders_;  // of ids, by their titles
  std::map<std::string, std::string, std::less<>> short_forms_;  // folded word -> id
};

}  // namespace dateline::actors
