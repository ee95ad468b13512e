// The words of each language by which quotes are known: verbs of speaking and what stands around them.
// In: quotes.json.  Out: for a word as it stands, what it can be.
// The file is one object: ISO 639-1 code -> lists of words.  A string may hold several words, parted
// by blanks; those of "sources" and "verb_phrases" are phrases.  Words stand in lower case and match with a capital too.
// Tested by tests/actors/quote_rules_test.cpp.
#pragma once

#include "base/word_table.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {

// What a word can be in the grammar of quotes; a word can be several things.
enum QuoteWord : std::uint32_t {
  kSpeaks = 1 << 0,       // verbs: "said"; their clause needs "that"
  kStates = 1 << 1,       // clause_verbs: "said"; the clause may follow without "that"
  kSaying = 1 << 2,       // participles: "saying"
  kTells = 1 << 3,        // telling_verbs: "told"; the addressee stands behind
  kBeing = 1 << 4,        // being: "was", which makes a verb passive
  kHelps = 1 << 5,        // helpers: "has", "also", between subject and verb
  kDenies = 1 << 6,       // negations, and what makes a verb no statement: "not", "to"
  kPersonal = 1 << 7,     // pronouns of a person: "he"
  kImpersonal = 1 << 8,   // of a body: "it"
  kPlural = 1 << 9,       // of several: "they"
  kRelative = 1 << 10,    // "who"
  kOwn = 1 << 11,         // "I", "we": in a clause, never a speaker
  kDefinite = 1 << 12,    // "the"
  kIndefinite = 1 << 13,  // "a", "some", "his"
  kPreposition = 1 << 14,
  kBreak = 1 << 15,       // begins another clause: "but", "when"
  kThat = 1 << 16,        // "that" before a reported clause
  kText = 1 << 17,        // what is no speaker: "report", "treaty"
  kFinite = 1 << 18,      // shows that words are a clause: "is", "will"
  kBy = 1 << 19,          // "by" of a passive
  kShortened = 1 << 20,   // a full stop behind it ends no sentence: "Sen"
  kTime = 1 << 21,        // "Monday", "yesterday"
  kJoins = 1 << 22,       // prepositions within a speaker's words: "of", "for"
  kSource = 1 << 23,      // begins a phrase of "sources"
  kSays = 1 << 24,        // say_verbs: any clause may follow without "that"
  kGroup = 1 << 25,       // speakers without an article: "people"
  kMedium = 1 << 26,      // "the paper": the body named last
  kVerbPhrase = 1 << 27,  // begins a phrase of "verb_phrases"
  kEpithet = 1 << 28,     // behind "the": somebody named before: "senator"
  kAnd = 1 << 29,         // joins what is alike: "and"
  kAs = 1 << 30,          // before an attribution whose clause follows: "as X said, it rained"
  kUnreported = 1U << 31  // verbs whose clause is not what was said: "denied", "believes"
};

enum class Gender : std::uint8_t { kUnknown, kMasculine, kFeminine };

// The words of one language.
class QuoteWords {
 public:
  void add(std::string_view words, QuoteWord what);
  void add_gender(std::string_view words, Gender gender);
  void add_source(std::string_view phrase) { add_phrase(phrase, kSource, sources_); }
  void add_verb_phrase(std::string_view phrase) { add_phrase(phrase, kVerbPhrase, verb_phrases_); }
  void add_helper_ending(std::string_view ending) { helper_endings_.emplace_back(ending); }
  void add_past_ending(std::string_view ending) { past_endings_.emplace_back(ending); }
  void add_participle_ending(std::string_view ending) { participle_endings_.emplace_back(ending); }
  void add_group_ending(std::string_view ending) { group_endings_.emplace_back(ending); }

  bool empty() const { return words_.size() == 0 && sources_.empty(); }
  // What the word can be, as QuoteWord bits.
  std::uint32_t of(std::string_view word) const;
  // Whether a word may be a speaker without an article: a plural.
  bool is_group(std::string_view word) const;
  // Of words that are not listed: "briefed"; "citing".
  bool is_past(std::string_view word) const { return ends_in(word, past_endings_); }
  bool is_participle(std::string_view word) const { return ends_in(word, participle_endings_); }
  // Of a pronoun, a title or a given name, in any case: whether it is a man's or a woman's.
  Gender gender_of(std::string_view word) const;
  // Phrases such as "according to", each as its words, with and without a capital.
  const std::vector<std::vector<std::string>>& sources() const { return sources_; }
  // "made it clear": its clause needs "that".
  const std::vector<std::vector<std::string>>& verb_phrases() const { return verb_phrases_; }

 private:
  static bool ends_in(std::string_view word, const std::vector<std::string>& endings);
  void add_form(std::string_view word, std::uint32_t what);
  void add_phrase(std::string_view phrase, QuoteWord begins,
                  std::vector<std::vector<std::string>>& phrases);

  base::WordTable<std::uint32_t> words_;
  base::WordTable<Gender> genders_;  // in lower case
  std::vector<std::vector<std::string>> sources_;
  std::vector<std::vector<std::string>> verb_phrases_;
  std::vector<std::string> helper_endings_;      // of adverbs: "ly"
  std::vector<std::string> past_endings_;        // of verbs: "ed"
  std::vector<std::string> participle_endings_;  // of verbs: "ing"
  std::vector<std::string> group_endings_;       // of plurals: "s"; none: of any word
};

// By language.  Empty: no quotes are looked for.
using QuoteRules = std::map<std::string, QuoteWords, std::less<>>;

// Throws Error(kInvalid) for what is no such file.
QuoteRules load_quote_rules(const std::filesystem::path& file);

}  // namespace dateline::actors
