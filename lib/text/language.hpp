// Tells the language of a text.  In: UTF-8.  Out: an ISO 639-1 code with the confidence in it.
// The one user of libexttextcat; without it (a build option) every language is "und".
// Tested by tests/text/language_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace dateline::text {

struct LanguageGuess {
  std::string code = "und";  // "und": cannot be told
  double confidence = 0;     // 0 to 1
};

// Looks at the first 4 KiB; texts under 40 letters are "und".
LanguageGuess guess_language(std::string_view text);

}  // namespace dateline::text
