// Words of any bytes are ICU's, and every word has forms.  In: bytes, repaired to UTF-8.
// Built on demand as a target of libFuzzer; tests/text/words_test.cpp replays text_corpus/.
#include "analysis/forms.hpp"
#include "base/utf8.hpp"
#include "text/reference_words.hpp"
#include "text/words.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace dateline;
  static text::WordBreaker breaker;
  static text::ReferenceWords reference;
  static const analysis::Rules rules;
  static analysis::Forms forms(rules, "en");
  std::size_t replaced = 0;
  const std::string text =
      base::repair_utf8({reinterpret_cast<const char*>(bytes), size}, replaced);
  std::vector<Range> words;
  breaker.find(text, words);
  std::vector<std::string> found;
  for (const Range word : words) found.push_back(text.substr(word.begin, word.size()));
  if (found != reference.of(text)) std::abort();
  for (const std::string& word : found) {
    const analysis::Form& form = forms.of(word, false);
    if (form.exact.empty() || form.stem.empty()) std::abort();
  }
  forms.trim();
  return 0;
}
