// Finds the words of a text.  In: UTF-8.  Out: byte ranges, in order, not overlapping.
// Method: Unicode Standard Annex #29, section 4.1 (word boundaries); most characters by table, the
// rest by ICU.
// Tested by tests/text/words_test.cpp and tests/text/sentences_test.cpp.
#pragma once

#include <dateline/range.hpp>

#include <memory>
#include <string_view>
#include <vector>

namespace dateline::text {

// Finds words; holds a break iterator, so one per thread.
class WordBreaker {
 public:
  WordBreaker();
  ~WordBreaker();
  WordBreaker(WordBreaker&&) noexcept;
  WordBreaker& operator=(WordBreaker&&) noexcept;

  // Replaces `words` by the ranges of the segments that hold a letter, a digit or an ideograph.
  // One rule is ours: a full stop between a letter and a capital that begins a lower-case word
  // parts two words ("Russia.Ukraine").
  // Requires: well-formed UTF-8.
  void find(std::string_view text, std::vector<Range>& words);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Finds sentences in the same way (section 5); ranges without surrounding white space.  A single
// line feed is a blank; two part paragraphs.
class SentenceBreaker {
 public:
  SentenceBreaker();
  ~SentenceBreaker();
  SentenceBreaker(SentenceBreaker&&) noexcept;
  SentenceBreaker& operator=(SentenceBreaker&&) noexcept;
  void find(std::string_view text, std::vector<Range>& sentences);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::text
