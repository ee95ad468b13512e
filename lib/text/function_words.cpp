// Tells common languages by the small words that no other of them has.
// In: UTF-8.  Out: how many different ones of each language stand in the text.
// Words that a near relative shares are left out: Afrikaans (nl), Catalan, Galician and Occitan
// (es, pt, fr), Danish (de, en), Czech and Slovak (pl), so that their texts count for nobody.
// Tested by tests/text/function_words_test.cpp.
#include "text/function_words.hpp"

#include "base/utf8.hpp"
#include "base/word_table.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace dateline::text {
namespace {

struct Language {
  std::string_view code;
  std::string_view words;
};

constexpr std::array<Language, 8> kLanguages = {{
    {"de",
     "und der die das ist nicht mit für auf dem ein eine auch sich zu im wurde nach bei aus "
     "werden einen einer hat sie"},
    {"en",
     "the and of that with from this have been were they their would which said has its who "
     "will after about"},
    {"es", "los las el y pero más fue según hay muy también desde hasta ya están sin ante años"},
    {"fr", "et les des une est dans qui pour sur au pas plus ce par avec sont été ont cette aux"},
    {"it", "di che della il sono gli nel dei delle è alla dal anche più questo nella ha degli"},
    {"nl", "een niet voor zijn naar deze hij wordt werd ze heeft hebben worden bij haar nog"},
    {"pl", "się że jest przez dla oraz tym jego które także był czy tego który po przed"},
    {"pt", "não em uma são pelo pela também com à às até já muito num numa você isso ele"},
}};

struct Known {
  std::uint16_t number = 0;  // of the word
  std::uint8_t language = 0;
};
using Table = base::WordTable<Known>;

// Letters; all bytes beyond ASCII count as such.
constexpr std::array<bool, 256> kInWord = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < 256; ++c) {
    table[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
  }
  return table;
}();

// Calls take(word) for every stretch of letters.
template <class Take>
void each_word(std::string_view text, Take take) {
  const auto in_word = [&](std::size_t at) {
    return kInWord[static_cast<unsigned char>(text[at])];
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && in_word(at)) ++at;
    if (at > begin) take(Range{begin, at});
    while (at < text.size() && !in_word(at)) ++at;
  }
}

Table make_table() {
  Table table;
  for (std::size_t i = 0; i < kLanguages.size(); ++i) {
    each_word(kLanguages[i].words, [&](Range word) {
      const auto number = static_cast<std::uint16_t>(table.size());
      Known& known = table[base::word_key(kLanguages[i].words, word)];
      if (table.size() > number) known = {number, static_cast<std::uint8_t>(i)};
    });
  }
  return table;
}

}  // namespace

FunctionWords count_function_words(std::string_view text) {
  static const Table table = make_table();
  const std::string lower = base::ascii_lower(text);
  std::vector<bool> seen(table.size());
  std::array<int, kLanguages.size()> counts{};
  each_word(lower, [&](Range word) {
    const Known* known = table.find(base::word_key(lower, word));
    if (known == nullptr || seen[known->number]) return;
    seen[known->number] = true;
    ++counts[known->language];
  });
  const auto* best = std::max_element(counts.begin(), counts.end());
  FunctionWords result;
  if (*best == 0) return result;
  result.language = kLanguages[static_cast<std::size_t>(best - counts.begin())].code;
  result.own = *best;
  for (const int& count : counts) {
    if (&count != best) result.others = std::max(result.others, count);
  }
  return result;
}

}  // namespace dateline::text
