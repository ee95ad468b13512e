// Words of any bytes are ICU's, and every word has forms.  In: bytes, repaired to UTF-8.
#include "analysis/forms.hpp"
#include "base/utf8.hpp"
#include "fuzz/targets.hpp"
#include "text/reference_words.hpp"
#include "text/words.hpp"

#include <vector>

namespace dateline::fuzz {

void text(std::string_view bytes) {
  static text::WordBreaker breaker;
  static text::ReferenceWords reference;
  static const analysis::Rules rules;
  static analysis::Forms forms(rules, "en");
  std::size_t replaced = 0;
  const std::string text = base::repair_utf8(bytes, replaced);
  std::vector<Range> words;
  breaker.find(text, words);
  std::vector<std::string> found;
  for (const Range word : words) found.push_back(text.substr(word.begin, word.size()));
  require(found == reference.of(text), "words are ICU's");
  for (const std::string& word : found) {
    const analysis::Form& form = forms.of(word, false);
    require(!form.exact.empty() && !form.stem.empty(), "a word has an exact form and a stem");
  }
  forms.trim();
}

}  // namespace dateline::fuzz
