// Walks the segments of a text with one of ICU's break iterators (root locale).
// In: UTF-8.  Out: every segment as a byte range with ICU's rule status, in order.
// ICU reads the bytes where they are, in constant memory except for a stretch of a script without
// spaces (Thai, Han), and in time linear in the text whatever stands in it.
// Threads: one at a time.
// Tested by tests/text/segmenter_test.cpp.
#pragma once

#include <dateline/range.hpp>

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdint>
#include <memory>
#include <string_view>

namespace dateline::text {

class Segmenter {
 public:
  enum class Unit { kWord, kSentence };

  explicit Segmenter(Unit unit);

  // Calls take(Range, std::int32_t status) for every segment of `text`.
  // Requires: well-formed UTF-8.
  template <class Take>
  void each(std::string_view text, Take&& take) {
    read(text);
    std::size_t begin = 0;
    for (std::int32_t end = iterator_->next(); end != icu::BreakIterator::DONE;
         end = iterator_->next()) {
      take(Range{begin, static_cast<std::size_t>(end)}, iterator_->getRuleStatus());
      begin = static_cast<std::size_t>(end);
    }
  }

 private:
  struct Close {
    void operator()(UText* text) const { utext_close(text); }
  };

  void read(std::string_view text);

  std::unique_ptr<icu::BreakIterator> iterator_;
  std::unique_ptr<UText, Close> text_;
};

}  // namespace dateline::text
