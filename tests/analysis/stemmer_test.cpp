#include "analysis/stemmer.hpp"

#include <gtest/gtest.h>
#include <libstemmer.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::analysis {
namespace {

struct StemmerRow {
  std::string_view language;
  std::string_view word;
  std::string_view stem;
};

TEST(Stemmer, TakesEndingsAwayInEachLanguage) {
  const std::vector<StemmerRow> rows{
      {"en", "negotiations", "negoti"}, {"en", "elections", "elect"},
      {"en", "talks", "talk"},          {"de", "wahlen", "wahl"},
      {"de", "häuser", "haus"},         {"fr", "élections", "élect"},
      {"es", "elecciones", "eleccion"}, {"it", "elezioni", "elezion"},
      {"ru", "выборы", "выбор"},        {"nl", "verkiezingen", "verkiez"},
      {"sv", "valen", "val"},
  };
  for (const StemmerRow& row : rows) {
    EXPECT_EQ(Stemmer(row.language).stem(row.word), row.stem) << row.language;
  }
}

TEST(Stemmer, ALanguageWithoutOneLeavesWordsAlone) {
  for (const std::string_view language : {"uk", "zh", "und", "", "english", "EN", "../x"}) {
    EXPECT_EQ(Stemmer(language).stem("elections"), "elections") << language;
  }
}

// By its tables, so that no language of libstemmer is forgotten.
TEST(Stemmer, KnowsEveryLanguageThatSnowballHas) {
  const std::vector<std::pair<std::string_view, std::string_view>> codes{
      {"arabic", "ar"},     {"armenian", "hy"},   {"basque", "eu"},    {"catalan", "ca"},
      {"danish", "da"},     {"dutch", "nl"},      {"english", "en"},   {"finnish", "fi"},
      {"french", "fr"},     {"german", "de"},     {"greek", "el"},     {"hindi", "hi"},
      {"hungarian", "hu"},  {"indonesian", "id"}, {"irish", "ga"},     {"italian", "it"},
      {"lithuanian", "lt"}, {"nepali", "ne"},     {"norwegian", "no"}, {"portuguese", "pt"},
      {"romanian", "ro"},   {"russian", "ru"},    {"serbian", "sr"},   {"spanish", "es"},
      {"swedish", "sv"},    {"tamil", "ta"},      {"turkish", "tr"},   {"yiddish", "yi"}};
  for (const char* const* name = sb_stemmer_list(); *name != nullptr; ++name) {
    bool known = *name == std::string_view("porter");
    for (const auto& [full, code] : codes) known = known || full == *name;
    EXPECT_TRUE(known) << *name;
  }
  const std::vector<std::pair<std::string_view, std::string_view>> changed{
      {"ar", "الكتاب"},    {"hy", "մարդկային"}, {"eu", "etxeak"}, {"ca", "eleccions"},
      {"da", "valgene"},   {"nl", "talen"},     {"en", "talks"},  {"fi", "vaalit"},
      {"fr", "paroles"},   {"de", "worten"},    {"el", "λεξεις"}, {"hi", "लड़कियाँ"},
      {"hu", "házakat"},   {"id", "membaca"},   {"ga", "bhfuil"}, {"it", "parole"},
      {"lt", "žodžiai"},   {"ne", "घरहरू"},      {"no", "ordene"}, {"pt", "palavras"},
      {"ro", "cuvintele"}, {"ru", "слова"},     {"sr", "речима"}, {"es", "palabras"},
      {"sv", "orden"},     {"ta", "வீடுகள்"},     {"tr", "evler"},  {"yi", "ווערטער"}};
  for (const auto& [language, word] : changed) {
    EXPECT_NE(Stemmer(language).stem(word), word) << language;
  }
}

TEST(Stemmer, TakesWordsOfAnyLength) {
  Stemmer english("en");
  EXPECT_EQ(english.stem(""), "");
  EXPECT_EQ(english.stem("s"), "s");
  for (const std::string_view language : {"en", "de", "fi", "tr", "ar", "ta", "hu"}) {
    EXPECT_FALSE(Stemmer(language).stem(std::string(1000000, 'e')).empty()) << language;
    EXPECT_FALSE(Stemmer(language).stem(std::string("a") + std::string(1000000, 's')).empty());
  }
}

TEST(Stemmer, IsMovedAsAWhole) {
  Stemmer first("en");
  Stemmer second = std::move(first);
  EXPECT_EQ(second.stem("talks"), "talk");
}

}  // namespace
}  // namespace dateline::analysis
