// Walks the segments of a text with one of ICU's break iterators (root locale).
// In: UTF-8.  Out: every segment as a byte range with ICU's rule status, in order.
// Tested by tests/text/segmenter_test.cpp.
#include "text/segmenter.hpp"

#include "text/icu.hpp"

#include <unicode/locid.h>

namespace dateline::text {

Segmenter::Segmenter(Unit unit) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale& root = icu::Locale::getRoot();
  iterator_.reset(unit == Unit::kWord ? icu::BreakIterator::createWordInstance(root, status)
                                      : icu::BreakIterator::createSentenceInstance(root, status));
  check(status, "make a break iterator");
}

void Segmenter::read(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  UText* opened = utext_openUTF8(text_.get(), text.empty() ? "" : text.data(),
                                 static_cast<std::int64_t>(text.size()), &status);
  if (!text_) text_.reset(opened);
  check(status, "read a text");
  iterator_->setText(opened, status);
  check(status, "read a text");
  iterator_->first();
}

}  // namespace dateline::text
