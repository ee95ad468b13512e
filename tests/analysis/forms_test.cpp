#include "analysis/forms.hpp"

#include "analysis/sample.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::analysis {
namespace {

struct FormsRow {
  std::string_view word;
  std::string_view exact;
  std::string_view stem;
  bool stop = false;
};

void expect_forms(std::string_view language, bool shouting, const std::vector<FormsRow>& rows) {
  const Rules rules = sample_rules();
  Forms forms(rules, std::string(language));
  for (const FormsRow& row : rows) {
    const Form& form = forms.of(row.word, shouting);
    EXPECT_EQ(form.exact, row.exact) << row.word;
    EXPECT_EQ(form.stem, row.stem) << row.word;
    EXPECT_EQ(form.stop, row.stop) << row.word;
  }
}

TEST(Forms, WordsAreFoldedSpelledAndStemmed) {
  expect_forms("en", false,
               {{"Talks", "talks", "talk"},
                {"the", "the", "the", true},
                {"The", "the", "the", true},
                {"Defence", "defence", "defens"},
                {"defense", "defense", "defens"},
                {"Neighbours", "neighbours", "neighbor"},
                {"organised", "organised", "organ"},
                {"Élysée", "élysée", "elyse"},
                {"Zürich", "zürich", "zurich"},
                {"COVID", "covid", "covid"},
                {"28", "28", "28"},
                {"e.g", "e.g", "e.g"},
                {"example.com", "example.com", "example.com"},
                {"ﬁnal", "final", "final"}});
}

TEST(Forms, AcronymsThatWouldBeStopWordsKeepTheirIdentity) {
  expect_forms("en", false,
               {{"us", "us", "us", true},
                {"Us", "us", "us", true},
                {"US", "us.", "us."},
                {"U.S", "us.", "us."},
                {"who", "who", "who", true},
                {"Who", "who", "who", true},
                {"WHO", "who.", "who."},
                {"W.H.O", "who.", "who."},
                {"it", "it", "it", true},
                {"IT", "it.", "it."},
                {"I.T", "it.", "it."},
                {"A", "a", "a", true},
                {"NATO", "nato", "nato"},
                {"N.A.T.O", "nato", "nato"},
                {"UK", "uk", "uk"},
                {"U.K", "uk", "uk"},
                {"U.S.A", "usa", "usa"},
                {"U.Sx", "u.sx", "u.sx"}});
}

TEST(Forms, InShoutingHeadlinesOnlyStopsTellAnAcronym) {
  expect_forms("en", true,
               {{"US", "us", "us", true},
                {"WHO", "who", "who", true},
                {"IT", "it", "it", true},
                {"THE", "the", "the", true},
                {"U.S", "us.", "us."},
                {"TALKS", "talks", "talk"},
                {"NATO", "nato", "nato"}});
}

TEST(Forms, PossessivesAreGoneStraightAndCurly) {
  expect_forms("en", false,
               {{"Trump's", "trump", "trump"},
                {"Trump’s", "trump", "trump"},
                {"Trumpʼs", "trump", "trump"},
                {"Kyiv's", "kyiv", "kyiv"},
                {"US's", "us.", "us."},
                {"US’s", "us.", "us."},
                {"U.S's", "us.", "us."},
                {"U.S’s", "us.", "us."},
                {"us's", "us", "us", true},
                {"TRUMP'S", "trump", "trump"},
                {"don't", "don't", "don't"},
                {"don’t", "don't", "don't"},
                {"O'Brien", "o'brien", "o'brien"},
                {"O’Brien’s", "o'brien", "o'brien"},
                {"O‘Brien", "o'brien", "o'brien"},
                {"states'", "states", "state"}});
}

TEST(Forms, JoinedWordsAreAWordOfTheirOwn) {
  expect_forms("en", false,
               {{"US-led", "usled", "usl"},
                {"U.S.-led", "usled", "usl"},
                {"F-16", "f16", "f16"},
                {"COVID-19", "covid19", "covid19"},
                {"28-point", "28point", "28point"},
                {"al-Assad's", "alassad", "alassad"},
                {"cease‑fires", "ceasefires", "ceasefir"},
                {"co‐operation", "cooperation", "cooper"},
                {"3-2", "3-2", "3-2"},
                {"U. S", "us.", "us."},
                {"U.\nS", "us.", "us."},
                {"J. D", "jd", "jd"},
                {"J.D", "jd", "jd"}});
}

TEST(Forms, ForeignStemsCarryTheirLanguageAndNeverMeetEnglishOnes) {
  expect_forms("de", false,
               {{"Wahlen", "wahlen", "wahl~de"},
                {"Häuser", "häuser", "haus~de"},
                {"die", "die", "die~de", true},
                {"the", "the", "the~de"},
                {"Gift", "gift", "gift~de"},
                {"defence", "defence", "defenc~de"}});
  expect_forms("uk", false, {{"Україна", "україна", "україна~uk"}});
  expect_forms("und", false, {{"talks", "talks", "talks~und"}});
  expect_forms("en", false, {{"gift", "gift", "gift"}, {"wahl", "wahl", "wahl"}});
}

TEST(Forms, ElidedArticlesAreGone) {
  expect_forms("fr", false,
               {{"l'Ukraine", "ukraine", "ukraine~fr"},
                {"L’Oréal", "oréal", "oreal~fr"},
                {"d'Ivoire", "ivoire", "ivoir~fr"},
                {"aujourd'hui", "aujourd'hui", "aujourd'hui~fr"},
                {"O'Brien", "o'brien", "o'brien~fr"}});
  expect_forms("en", false, {{"d'Ivoire", "d'ivoire", "d'ivoir"}});
}

TEST(Forms, AnotherLanguageMayBeTheRecipesOwn) {
  Rules rules = sample_rules();
  rules.language = "de";
  EXPECT_EQ(Forms(rules, "de").of("Wahlen", false).stem, "wahl");
  EXPECT_EQ(Forms(rules, "en").of("elections", false).stem, "elect~en");
  EXPECT_EQ(Forms(rules, "en").of("defence", false).stem, "defens~en");
}

// A letter that cannot be seen folds to nothing; no term may be empty.
TEST(Forms, NoFormIsEmpty) {
  const Rules rules = sample_rules();
  for (const std::string language : {"en", "ar", "de", "und"}) {
    Forms forms(rules, language);
    for (const std::string_view word :
         {"\xE3\x85\xA4", "\xC2\xAD", "'s", "’s", "'", "\xE1\x85\x9F"}) {
      EXPECT_FALSE(forms.of(word, false).exact.empty()) << word;
      EXPECT_FALSE(forms.of(word, false).stem.empty()) << word;
    }
  }
}

TEST(Forms, AreTheSameAgainAndAfterForgetting) {
  const Rules rules = sample_rules();
  Forms forms(rules, "en");
  const Form* once = &forms.of("Talks", false);
  EXPECT_EQ(once, &forms.of("Talks", false)) << "worked out once";
  EXPECT_NE(once, &forms.of("Talks", true));
  const std::string long_word(300, 'w');
  for (int i = 0; i < 40000; ++i) forms.of(long_word + std::to_string(i), false);
  EXPECT_EQ(once, &forms.of("Talks", false)) << "valid until the next trim";
  forms.trim();
  EXPECT_EQ(forms.of("Talks", false).stem, "talk");
  EXPECT_EQ(forms.of(long_word + "7", false).exact, long_word + "7");
}

TEST(Forms, WordsOfAnyLengthHaveThem) {
  const Rules rules = sample_rules();
  Forms forms(rules, "en");
  EXPECT_EQ(forms.of(std::string(1000000, 'X'), false).exact, std::string(1000000, 'x'));
  std::string dotted;
  for (int i = 0; i < 100000; ++i) dotted += "U.";
  EXPECT_EQ(forms.of(dotted, false).exact, std::string(100000, 'u'));
}

}  // namespace
}  // namespace dateline::analysis
