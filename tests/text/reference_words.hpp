// What tests compare WordBreaker with.
#pragma once

#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::text {

// The definition, slowly: ICU over the whole text, then the rules of words.cpp.  In UTF-8, since ICU's
// dictionaries (Lao) cut the same text in UTF-16 elsewhere.
class ReferenceWords {
 public:
  std::vector<std::string> of(std::string_view utf8) {
    std::vector<std::string> words;
    UText* const text = utext_openUTF8(nullptr, utf8.empty() ? "" : utf8.data(),
                                       static_cast<std::int64_t>(utf8.size()), &status_);
    iterator_->setText(text, status_);
    std::int32_t begin = iterator_->first();
    for (std::int32_t end = iterator_->next(); end >= 0; begin = end, end = iterator_->next()) {
      const icu::StringPiece segment(utf8.data() + begin, end - begin);
      take(icu::UnicodeString::fromUTF8(segment), iterator_->getRuleStatus(), words);
    }
    utext_close(text);
    return words;
  }

 private:
  static void take(icu::UnicodeString segment, std::int32_t status,
                   std::vector<std::string>& words) {
    while (!segment.isEmpty() && u_isUWhiteSpace(segment.char32At(0))) {
      segment.remove(0, segment.moveIndex32(0, 1));
    }
    for (std::int32_t at = 0; at < segment.length(); ++at) {
      if (!parts(segment, at)) continue;
      take_part(segment.tempSubString(0, at), status, words);
      segment.remove(0, at + 1);
      at = -1;
    }
    take_part(segment, status, words);
  }

  static bool parts(const icu::UnicodeString& segment, std::int32_t at) {
    if (segment.charAt(at) != u'.' || at + 1 >= segment.length()) return false;
    const UChar32 capital = segment.char32At(++at);
    do at = segment.moveIndex32(at, 1);
    while (at < segment.length() && (U_GET_GC_MASK(segment.char32At(at)) & U_GC_M_MASK) != 0);
    return (u_charType(capital) == U_UPPERCASE_LETTER ||
            u_charType(capital) == U_TITLECASE_LETTER) &&
           at < segment.length() && u_charType(segment.char32At(at)) == U_LOWERCASE_LETTER;
  }

  static void take_part(const icu::UnicodeString& part, std::int32_t status,
                        std::vector<std::string>& words) {
    bool is_word = false;
    for (std::int32_t at = 0; at < part.length(); at = part.moveIndex32(at, 1)) {
      const UChar32 c = part.char32At(at);
      is_word = is_word || u_isalnum(c) || (status > 0 && c > 0x7F);
    }
    if (is_word) part.toUTF8String(words.emplace_back());
  }

  UErrorCode status_ = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> iterator_{
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status_)};
};

}  // namespace dateline::text
