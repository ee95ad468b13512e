// Words and phrases of a query as terms, in every language of the index.
// In: text, the field it is looked up in.  Out: term trees.
// Tested by tests/analysis/plan_test.cpp.
#pragma once

#include "analysis/plan.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {

// Where a query's words are looked up; absent: title and body.
using PlanField = std::optional<Field>;

class WordPlanner {
 public:
  explicit WordPlanner(const PlanContext& context);

  // The stems of a word; words next to each other where it has several parts ("US-led").
  TermTree word(std::string_view text, PlanField field);
  // The exact forms, next to each other; stems where the recipe keeps no exact forms.
  TermTree phrase(std::string_view text, PlanField field);
  TermTree prefix(std::string_view text, PlanField field);
  // "*" and "?" anywhere; the words within so many edits whose first character is that of the text.
  TermTree wildcard(std::string_view text, PlanField field);
  TermTree fuzzy(std::string_view text, unsigned edits, PlanField field);
  // Appends the stems of a ranked word; of each part where it has several: "high-speed" asks for
  // both, and their nearness counts when hits are put in order.
  void add_ranked(std::string_view text, PlanField field, bool drop_stop_words,
                  std::vector<TermTree>& out);
  // True when every part is one.
  bool is_stop_word(std::string_view text);
  bool is_request_word(std::string_view text);
  bool holds_word(std::string_view text) { return !split(text).empty(); }
  bool is_cut() const { return planned_ > kMostTerms; }  // words were left out: there were too many

 private:
  std::string lookup_form(std::string_view text) const;
  TermTree beginning(std::string_view text, PlanField field);
  static constexpr std::size_t kMostTerms = 4096;

  enum class As { kStem, kExact };
  // The words; spaced initials are one, and a compound is its parts.
  std::vector<std::string_view> split(std::string_view text) { return split(text, false); }
  // With `wholes`, a compound stands behind its parts too.
  std::vector<std::string_view> split(std::string_view text, bool wholes);
  const Form& form(std::string_view word);  // in the recipe's language
  std::vector<TermTree> parts(std::string_view text, PlanField field, As as);
  TermTree part(std::string_view word, PlanField field, As as);

  const PlanContext& context_;
  std::vector<std::string> languages_;  // the recipe's own first
  text::WordBreaker breaker_;
  std::size_t planned_ = 0;  // terms so far
};

}  // namespace dateline::analysis
