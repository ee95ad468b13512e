// A passage as the rules about names see it: capitals, what parts two words, where sentences begin.
// In: a passage.  Out: answers about its words.
// Tested by tests/actors/passage_words_test.cpp.
#pragma once

#include "actors/name_rules.hpp"
#include "article/passages.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::actors {

// What stands before a word.
enum class Gap {
  kBlank,  // white space, at most one new line
  kDot,    // the full stop of an initial or a title, and a blank
  kHyphen,
  kAmpersand,
  kOther  // a mark, the beginning
};

class PassageWords {
 public:
  PassageWords(const article::Passage& passage, const NameRules& rules)
      : passage_(passage), rules_(rules) {}

  std::size_t size() const { return passage_.words.size(); }
  // Without a possessive.
  std::string_view word(std::size_t at) const;
  Range range(std::size_t at) const;
  // The words [begin, end) as they stand, white space as one blank.
  std::string text(std::size_t begin, std::size_t end) const;

  bool capital(std::size_t at) const;
  bool possessive(std::size_t at) const { return range(at).end != passage_.words[at].end; }
  // "ACLU": two letters or more, all of them capitals.
  bool acronym(std::size_t at) const;
  // One letter with a full stop.
  bool initial(std::size_t at) const;

  std::string_view before(std::size_t at) const;  // the bytes between the word before and this one
  std::string_view after(std::size_t at) const { return before(at + 1); }
  Gap gap(std::size_t at) const;
  bool begins_sentence(std::size_t at) const;
  // Before this word a short line ends, which was not wrapped: that of a table, of a heading.
  bool ends_line(std::size_t at) const;
  // The passage stands in the capitals of a headline, so that they mean nothing.
  bool is_headline() const;
  // Most small words of its beginning are common ones of the rules' language, so that a word that is
  // none of these may be a name.
  bool is_in_language() const;
  // Not so in German, where every noun has a capital.
  bool has_telling_capitals() const;

 private:
  bool is_table() const;

  const article::Passage& passage_;
  const NameRules& rules_;
  mutable std::optional<bool> in_language_;  // these two once asked
  mutable std::optional<bool> telling_capitals_;
};

}  // namespace dateline::actors
