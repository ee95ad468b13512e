// Tells common languages by the small words that no other of them has.
// In: UTF-8.  Out: how many different ones of each language stand in the text.
// Tested by tests/text/function_words_test.cpp.
#pragma once

#include <string_view>

namespace dateline::text {

struct FunctionWords {
  std::string_view language = "und";  // whose words are the most, of de en es fr it nl pl pt
  int own = 0;                        // different words of that language
  int others = 0;                     // of the next one
};

FunctionWords count_function_words(std::string_view text);

}  // namespace dateline::text
