// The signs in and around a word.  In: a chunk of the text without blanks, brackets, double quotes
// and carets.  Out: its parts: signs in front, a field's name, the word itself, or an operator.
// Invariants: what comes out as a word comes out unchanged when it is put in again.
// Tested by tests/query/signs_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::query {

// The word without stars and question marks.  Addresses stay as they are: wildcards are signs there.
std::string without_wildcards(std::string_view word);

// Punctuation in front of a word: its size, and its sign when it is one plus or minus alone.
struct Lead {
  std::size_t size = 0;
  char sign = 0;
};
Lead read_lead(std::string_view text);

// The letters before a colon: a field's name, known or not.  Empty for times ("12:30") and addresses.
std::string_view field_name(std::string_view text);

// A word without the punctuation behind it; an acronym keeps its last stop.
struct Word {
  std::string_view text;
  bool star = false;   // a star stood behind it
  bool fuzzy = false;  // a tilde, with or without a number
  unsigned edits = 0;  // that number
};
Word trim_word(std::string_view typed);

enum class Operator { kAnd, kOr, kNot, kNear };
struct ReadOperator {
  Operator kind;
  unsigned distance = 0;  // as typed, up to the largest unsigned
  bool ordered = false;
};
std::optional<ReadOperator> read_operator(std::string_view text);

// The number behind a caret, when all of the text is a number; it may be out of range.
std::optional<double> read_weight(std::string_view text);

}  // namespace dateline::query
