#include "text/language.hpp"

#include "pieces.hpp"
#include "text/textcat.hpp"

#include <gtest/gtest.h>

namespace dateline::text {
namespace {

class Language : public testing::Test {
 protected:
  void SetUp() override {
    if (!have_textcat()) GTEST_SKIP() << "built without libexttextcat";
  }
};

struct LanguageRow {
  std::string_view code;
  std::string_view text;
};

TEST_F(Language, IsToldFromOneSentence) {
  const std::vector<LanguageRow> rows = {
      {"en", "The ministers agreed on Tuesday to send more grain through the port."},
      {"en", "Ceasefire talks resume in Geneva as envoys meet again today"},
      {"de", "Die Minister einigten sich am Dienstag darauf, mehr Getreide zu liefern."},
      {"fr", "Les ministres ont convenu mardi d'envoyer davantage de blé par le port."},
      {"ru", "Министры договорились во вторник, что порты будут открыты для зерна и этим летом."},
      {"uk", "Міністри домовилися у вівторок відправити більше зерна через порт."},
      {"es", "Los ministros acordaron el martes enviar más trigo a través del puerto."},
      {"it", "I ministri hanno deciso martedì di inviare più grano attraverso il porto."},
      {"nl", "De ministers kwamen dinsdag overeen om meer graan via de haven te sturen."},
      {"pl", "Ministrowie uzgodnili we wtorek, że wyślą więcej zboża przez port."},
      {"pt", "Os ministros concordaram na terça-feira em enviar mais trigo pelo porto."},
      {"sv", "Ministrarna kom på tisdagen överens om att skicka mer spannmål via hamnen."},
      {"da",
       "Ministrene blev tirsdag enige om at sende mere korn gennem havnen, men der er ikke plads."},
      {"cs", "Ministři se v úterý dohodli, že přes přístav pošlou více obilí, ale není jasné kdy."},
      {"tr", "Bakanlar salı günü limandan daha fazla tahıl göndermeyi kabul etti."},
      {"ro", "Miniștrii au convenit marți să trimită mai multe cereale prin portul de la mare."},
      {"hu", "A miniszterek kedden megállapodtak abban, hogy több gabonát küldenek a kikötőn át."},
      {"fi", "Ministerit sopivat tiistaina lähettävänsä enemmän viljaa sataman kautta."},
      {"bg", "Министрите се договориха във вторник да изпратят повече зърно през пристанището."},
      {"el", "Οι υπουργοί συμφώνησαν την Τρίτη να στείλουν περισσότερα σιτηρά μέσω του λιμανιού."},
      {"ar", "اتفق الوزراء يوم الثلاثاء على إرسال المزيد من الحبوب عبر الميناء الجديد."},
      {"he", "השרים הסכימו ביום שלישי לשלוח עוד תבואה דרך הנמל החדש שבצפון הארץ."},
      {"zh",
       "部长们周二同意通过该港口运送更多粮食，以帮助受影响的国家和地区，但是还没有说明什么时候开始"
       "运送这些粮食。"},
      {"ja",
       "閣僚らは火曜日、港を通じてより多くの穀物を送ることで合意したが、いつ始まるのかはまだ明らか"
       "にされていない。"},
      {"ko",
       "장관들은 화요일에 항구를 통해 더 많은 곡물을 보내기로 합의했지만 언제 시작될지는 아직 "
       "밝히지 않았다."},
  };
  for (const LanguageRow& row : rows) {
    const LanguageGuess guess = guess_language(row.text);
    EXPECT_EQ(guess.code, row.code) << row.text;
    EXPECT_GT(guess.confidence, 0) << row.text;
    EXPECT_LE(guess.confidence, 1) << row.text;
  }
}

TEST_F(Language, OfARelativeIsNotTakenForTheBetterKnownOne) {
  const std::vector<LanguageRow> rows = {
      {"af",
       "Die ministers het Dinsdag ooreengekom om meer graan deur die hawe te stuur, maar dit is "
       "nie "
       "duidelik wanneer die skepe van die kaai sal vertrek nie."},
      {"ca",
       "Els ministres van acordar dimarts enviar més blat pel port, però encara no se sap quan "
       "podran sortir els vaixells que esperen al moll amb la càrrega."},
  };
  for (const LanguageRow& row : rows)
    EXPECT_EQ(guess_language(row.text).code, row.code) << row.text;
}

TEST_F(Language, GrowsSurerWithTheEvidence) {
  const double little =
      guess_language("The port that was closed will open for ships again soon.").confidence;
  const double much = guess_language(
                          "The port that was closed will open for ships again soon, said the "
                          "ministers, who have been "
                          "there with their aides. They would not say which of its piers has been "
                          "repaired after the "
                          "storm from the north.")
                          .confidence;
  EXPECT_LT(little, much);
}

TEST_F(Language, OfOtherTextsCannotBeTold) {
  for (const std::string& text :
       {std::string(), std::string("The port is open."), repeated("12 34, ", 5000),
        std::string(5000, '\0'), repeated("\u0301", 5000)}) {
    EXPECT_EQ(guess_language(text).code, "und");
    EXPECT_EQ(guess_language(text).confidence, 0);
  }
}

TEST_F(Language, IsToldFromTheBeginningOnly) {
  const std::string english = repeated("The ministers said that they have agreed. ", 5000);
  EXPECT_EQ(guess_language(english + repeated("Министры были этим довольны. ", 90000)).code, "en");
}

TEST_F(Language, CanBeAskedOfAnything) {
  std::mt19937 random(8);
  const std::vector<std::string_view> parts = {"a",
                                               " ",
                                               "the ",
                                               "é",
                                               "ы",
                                               "і",
                                               "漢",
                                               "か",
                                               "\u0301",
                                               "😀",
                                               "1",
                                               "ب",
                                               std::string_view("\0", 1),
                                               "_",
                                               "\n"};
  for (int round = 0; round < 300; ++round) {
    const LanguageGuess guess = guess_language(random_text(random, parts, 300));
    EXPECT_EQ(guess.code == "und", guess.confidence == 0);
  }
}

TEST(LanguageBuild, WithoutTextcatEveryLanguageIsUnknown) {
  if (have_textcat()) GTEST_SKIP() << "built with libexttextcat";
  EXPECT_EQ(
      guess_language("The ministers agreed on Tuesday to send more grain through the port.").code,
      "und");
}

}  // namespace
}  // namespace dateline::text
