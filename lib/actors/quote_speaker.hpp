// Who speaks, by the words in subject place.  In: pieces of a passage.  Out: a speaker, or nobody.
// The head of the words decides: an actor's name; "officials" in "White House officials"; a pronoun.
// What is no speaker ("the report") is nobody.
// Tested by tests/actors/quote_speaker_test.cpp.
#pragma once

#include "actors/catalog.hpp"
#include "actors/quote_text.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {

struct QuoteSpeaker {
  enum class Kind { kPerson, kBody, kWords, kPronoun };
  Kind kind = Kind::kWords;
  std::string id;             // empty for a pronoun
  Range range;                // the words by which it stands
  std::uint32_t bits = 0;     // of a pronoun, or of the last word before a preposition
  bool words_of_one = false;  // "a spokesman": whom "he" may mean
  bool definite = false;      // "the spokesman": somebody who may stand in full before
  double confidence = 0;
};

class SpeakerReader {
 public:
  static constexpr std::size_t kMostWords = 10;  // of a speaker without a name

  SpeakerReader(const QuoteText& text, std::span<const QuoteName> names, const QuoteWords& words)
      : text_(text), names_(names), words_(words) {}

  bool is_person(const QuotePiece& piece) const {
    return piece.is_named() && names_[piece.name].kind == "person";
  }
  // The speaker whom the pieces [begin, end) mean.
  std::optional<QuoteSpeaker> within(std::size_t begin, std::size_t end) const;
  // The speaker whose words begin at piece `begin`.
  std::optional<QuoteSpeaker> behind(std::size_t begin, std::size_t last) const;
  // The first name of [begin, end).
  std::optional<QuoteSpeaker> first_name(std::size_t begin, std::size_t end) const;
  // The first of [begin, end) who may be the subject of a sentence: a name or a pronoun.
  std::optional<QuoteSpeaker> subject(std::size_t begin, std::size_t end) const;
  // "It may rain, said X, a lawyer"; not "X, a lawyer, said Y was ill".
  bool ends_in_name(QuoteSentence sentence, std::size_t verb) const;
  // Where those who are told end, behind a verb.
  std::size_t addressee_end(std::size_t begin, std::size_t last) const;

 private:
  bool parts(const QuotePiece& piece) const;
  bool joins_words(std::size_t begin, std::size_t conjunction, std::size_t last) const;
  std::size_t behind_opening(std::size_t begin, std::size_t end) const;
  std::optional<QuoteSpeaker> behind_office(std::size_t begin, std::size_t core,
                                            std::size_t end) const;
  std::optional<QuoteSpeaker> named(const QuotePiece& piece, bool is_alone) const;
  std::optional<QuoteSpeaker> in_marks(Range words) const;
  std::optional<QuoteSpeaker> in_words(std::size_t begin, std::size_t core, std::size_t end) const;

  const QuoteText& text_;
  std::span<const QuoteName> names_;
  const QuoteWords& words_;
};

// The ids under which a speaker named by a user may stand: the listed actor's; else of an actor that
// no list holds, or of words.
std::vector<std::string> speaker_ids(const Catalog& catalog, std::string_view name);

// "a-white-house-spokesman": the words in lower case, joined by hyphens, possessives gone.
std::string speaker_slug(std::string_view words);

}  // namespace dateline::actors
