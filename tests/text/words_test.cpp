#include "text/words.hpp"

#include "base/utf8.hpp"
#include "pieces.hpp"
#include "reference_words.hpp"

#include <gtest/gtest.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <random>

namespace dateline::text {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  static WordBreaker breaker;
  std::vector<Range> words = {{7, 9}};
  breaker.find(text, words);
  return pieces(text, words);
}

void expect_like_reference(std::string_view text) {
  static ReferenceWords reference;
  ASSERT_EQ(words_of(text), reference.of(text)) << "in: " << text;
}

struct WordsRow {
  std::string_view text;
  std::vector<std::string> words;
};

TEST(Words, AreWhatAReaderCallsThem) {
  const std::vector<WordsRow> rows = {
      {"", {}},
      {" \n", {}},
      {"Grain prices fell 3.5%, to $1,200.", {"Grain", "prices", "fell", "3.5", "to", "1,200"}},
      {"Kyiv's mayor, Kyiv’s port", {"Kyiv's", "mayor", "Kyiv’s", "port"}},
      {"US-led AT&T e-mail", {"US", "led", "AT", "T", "e", "mail"}},
      {"the U.S. and the U.K.", {"the", "U.S", "and", "the", "U.K"}},
      {"at 5:30pm_local", {"at", "5", "30pm_local"}},
      {"write to desk@port.example or @harbour",
       {"write", "to", "desk@port.example", "or", "@harbour"}},
      {"____ @ @_@ @.@ _a", {"_a"}},
      {"café, naïve—Zürich", {"café", "naïve", "Zürich"}},
      {"“quoted” …and", {"quoted", "and"}},
      {"Київ, м’ята", {"Київ", "м’ята"}},
      {"ไทย", {"ไทย"}},
      {"中国政府", {"中国", "政府"}},
      {"! 々", {"々"}},
  };
  for (const WordsRow& row : rows) EXPECT_EQ(words_of(row.text), row.words) << row.text;
}

TEST(Words, AFullStopPartsAWordBeforeACapitalisedOne) {
  const std::vector<WordsRow> rows = {
      {"Russia.Ukraine", {"Russia", "Ukraine"}},
      {"the U.S.Army", {"the", "U.S", "Army"}},
      {"U.S U.S.A e.g J.D bbc.co.uk BBC.CO.uk Ph.D",
       {"U.S", "U.S.A", "e.g", "J.D", "bbc.co.uk", "BBC.CO.uk", "Ph.D"}},
      {"port.A new", {"port.A", "new"}},
      {"café.École", {"café", "École"}},
      {"порт.Зерно", {"порт", "Зерно"}},
      {"one.E\u0301cole", {"one", "E\u0301cole"}},
      {"a.Bc.De", {"a", "Bc", "De"}},
      {"@.Abc", {"Abc"}},
  };
  for (const WordsRow& row : rows) EXPECT_EQ(words_of(row.text), row.words) << row.text;
}

TEST(Words, AreSortedAndDoNotOverlap) {
  std::mt19937 random(2);
  const std::vector<std::string_view> parts = {"a", "B", "é", ".", " ", "漢", "字", "’", "1"};
  WordBreaker breaker;
  std::vector<Range> words;
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random, parts, 40);
    breaker.find(text, words);
    std::size_t at = 0;
    for (const Range word : words) {
      ASSERT_LE(at, word.begin);
      ASSERT_LT(word.begin, word.end);
      at = word.end;
    }
    ASSERT_LE(at, text.size());
  }
}

TEST(Words, AreIcusInEveryPairOfAsciiCharacters) {
  for (int first = 0; first < 128; ++first) {
    for (int second = 0; second < 128; ++second) {
      expect_like_reference(std::string{static_cast<char>(first), static_cast<char>(second)});
    }
  }
}

TEST(Words, AreIcusInEveryStringOfSixNastyAsciiCharacters) {
  constexpr std::string_view kNasty = "aB1'.,:_";
  constexpr unsigned kSize = 6;
  for (unsigned code = 0; code < 1U << 3 * kSize; ++code) {
    std::string text;
    for (unsigned i = 0; i < kSize; ++i) text += kNasty[code >> 3 * i & 7];
    expect_like_reference(text);
  }
}

TEST(Words, AreIcusInEveryTripleAroundAPunctuationMark) {
  constexpr std::string_view kAround = "aZz09_@.,;:'\"-/& \n\r\t\v\f!#$%()*+<=>?[]^`{|}~\x7f\x01";
  for (const char before : kAround) {
    for (const char middle : kAround) {
      for (const char after : kAround) {
        expect_like_reference(std::string{before, middle, after});
        expect_like_reference(std::string{'x', before, middle, after, '7'});
      }
    }
  }
}

TEST(Words, AreIcusInRandomAscii) {
  std::mt19937 random(3);
  for (int round = 0; round < 30000; ++round) {
    std::string text;
    for (std::size_t size = random() % 40; text.size() < size;) {
      text += static_cast<char>(random() % 3 == 0 ? "aB1'.,;:_-@ "[random() % 12] : random() % 128);
    }
    expect_like_reference(text);
  }
}

const std::vector<std::string_view> kNastyParts = {"a",
                                                   "Z",
                                                   "z",
                                                   "1",
                                                   "_",
                                                   "@",
                                                   "'",
                                                   ".",
                                                   ",",
                                                   ";",
                                                   ":",
                                                   "-",
                                                   "\"",
                                                   " ",
                                                   "  ",
                                                   "\n",
                                                   "\r\n",
                                                   "\t",
                                                   std::string_view("\0", 1),
                                                   "é",
                                                   "ß",
                                                   "’",
                                                   "‘",
                                                   "“",
                                                   "…",
                                                   "—",
                                                   "·",
                                                   "․",
                                                   "＇",
                                                   "：",
                                                   "＿",
                                                   "１",
                                                   "½",
                                                   "\u00AD",
                                                   "\u200B",
                                                   "\u200C",
                                                   "\u200D",
                                                   "\u2060",
                                                   "\uFEFF",
                                                   "\u0301",
                                                   "\u0345",
                                                   "\u00A0",
                                                   "\u3000",
                                                   "\u2028",
                                                   "\u0085",
                                                   "\u2003",
                                                   "ℹ",
                                                   "🎉",
                                                   "👩",
                                                   "\u200D\u2764\uFE0F",
                                                   "🇺",
                                                   "🇦",
                                                   "Ж",
                                                   "ж",
                                                   "Є",
                                                   "א",
                                                   "ב",
                                                   "״",
                                                   "׳",
                                                   "ع",
                                                   "ر",
                                                   "\u0650",
                                                   "٣",
                                                   "क",
                                                   "\u094D",
                                                   "\u0937",
                                                   "漢",
                                                   "字",
                                                   "中国",
                                                   "々",
                                                   "〇",
                                                   "ひ",
                                                   "ら",
                                                   "カ",
                                                   "タ",
                                                   "ー",
                                                   "ｶ",
                                                   "ﾞ",
                                                   "한",
                                                   "국",
                                                   "\u1100",
                                                   "ก",
                                                   "ไทย",
                                                   "\u0E31",
                                                   "ภาษา",
                                                   "ລາວ",
                                                   "ខ្មែរ",
                                                   "မြန်မာ",
                                                   "\u1039",
                                                   "Ⓐ",
                                                   "Ⅷ",
                                                   "㌀",
                                                   "𝒜",
                                                   "𐐀",
                                                   "\U000E0020"};

TEST(Words, AreIcusInRandomUnicode) {
  std::mt19937 random(4);
  for (int round = 0; round < 60000; ++round) {
    expect_like_reference(random_text(random, kNastyParts, 24));
  }
}

TEST(Words, AreIcusInEveryPairOfNastyParts) {
  for (const std::string_view first : kNastyParts) {
    for (const std::string_view second : kNastyParts) {
      expect_like_reference(std::string(first).append(second));
      expect_like_reference(std::string("a b").append(first).append(second).append("c d"));
    }
  }
}

TEST(Words, AreIcusInEveryCodePointBetweenLetters) {
  for (UChar32 c = 0x80; c < 0x20000; ++c) {
    if (U_IS_SURROGATE(c)) continue;
    std::string text;
    icu::UnicodeString(u"a b.").append(c).append(u"c d").toUTF8String(text);
    expect_like_reference(text);
  }
}

TEST(Words, AreIcusInRealArticles) {
  const std::vector<std::string> articles = seed_articles();
  if (articles.empty()) GTEST_SKIP() << "../shared/data/seeds is not there";
  for (const std::string& article : articles) expect_like_reference(article);
}

TEST(Words, AreIcusInASampleOfNews) {
  const std::string news = news_sample();
  if (news.empty()) GTEST_SKIP() << "../shared/data/allsides_3k or the program zstd is not there";
  expect_like_reference(news);
}

TEST(Words, TakeHugeRunsOfAnyKind) {
  const std::vector<std::string_view> parts = {
      "\u0301", "a'a",      "a'é", ".",        "_",    "_カ",    "ไทย",
      "ก_",     "中国政府", "國",  "カタカナ", "한국", "\u0E31", "ខ្មែរ",
      "\u200D", "🇺",        "é.",  "é ",       "1,",   "א\"",    std::string_view("\0", 1),
      "\u3000", "\u2028"};
  WordBreaker breaker;
  std::vector<Range> words;
  for (const std::string_view part : parts) {
    breaker.find(repeated(part, 2'000'000), words);
    if (words.empty()) continue;
    EXPECT_LE(words.back().end, 2'000'000 + part.size());
  }
  breaker.find(repeated("a'a", 10'000'000) + "é", words);
  EXPECT_EQ(words.size(), 1U);
}

TEST(Words, ABreakerCanBeMovedAndUsedAgain) {
  WordBreaker first;
  WordBreaker second = std::move(first);
  std::vector<Range> words;
  second.find("één dag", words);
  EXPECT_EQ(words, (std::vector<Range>{{0, 5}, {6, 9}}));
  second.find("", words);
  EXPECT_TRUE(words.empty());
}

}  // namespace
}  // namespace dateline::text
