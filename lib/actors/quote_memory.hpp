// Whom "he", "it" and "the spokesman" mean: who was named before.
// In: sentences, in reading order, with the names and speakers in them.  Out: ids.
// Rules: a person's pronoun means the first person of its own sentence, else of the last sentence that
// names one; "it" the last body so; "they" the last speakers who are several; "the president" the
// person last named with that title; any other short form the last speaker whose words end so.
// Tested by tests/actors/quote_memory_test.cpp.
#pragma once

#include "actors/quote_speaker.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>

namespace dateline::actors {

class QuoteMemory {
 public:
  // What the sentence names, once its own speakers are resolved.
  void note(const QuoteText& text, QuoteSentence sentence, std::span<const QuoteName> names);
  void note(const QuoteText& text, const QuoteSpeaker& speaker);

  // Gives a pronoun or a short form its id.  False: nobody is known by it.
  bool resolve(const QuoteText& text, QuoteSentence sentence, std::span<const QuoteName> names,
               QuoteSpeaker& speaker) const;

 private:
  // "The billionaire": the person named last before it.
  void resolve_epithet(const QuoteText& text, QuoteSentence sentence,
                       std::span<const QuoteName> names, QuoteSpeaker& speaker) const;
  // "The president", "the newspaper", of which the range is the word.
  void resolve_short_form(const QuoteText& text, QuoteSpeaker& speaker) const;
  // Leaves the id empty where nobody is known by it.
  void resolve_pronoun(const QuoteText& text, QuoteSentence sentence,
                       std::span<const QuoteName> names, QuoteSpeaker& speaker) const;

  std::string person_;  // ids
  std::string body_;
  std::string several_;
  std::map<std::string, std::string, std::less<>> short_forms_;  // folded word -> id
};

}  // namespace dateline::actors
