#include "pieces.hpp"
#include "text/words.hpp"

#include <gtest/gtest.h>

#include <random>

namespace dateline::text {
namespace {

std::vector<std::string> sentences_of(std::string_view text) {
  static SentenceBreaker breaker;
  std::vector<Range> sentences = {{7, 9}};
  breaker.find(text, sentences);
  return pieces(text, sentences);
}

struct SentencesRow {
  std::string_view text;
  std::vector<std::string> sentences;
};

TEST(Sentences, EndAtFullStopsAndParagraphs) {
  const std::vector<SentencesRow> rows = {
      {"", {}},
      {" \n \u00A0\n", {}},
      {"Grain fell. Oil rose.", {"Grain fell.", "Oil rose."}},
      {"A title\n\nA text. ", {"A title", "A text."}},
      {"A title\n \t\nA text.", {"A title", "A text."}},
      {"A title\r\n\r\n  Indented", {"A title", "Indented"}},
      {"One\u2028Two\u0085Three", {"One", "Two", "Three"}},
      {"“It is over.” She left!", {"“It is over.”", "She left!"}},
      {"Really? Yes.", {"Really?", "Yes."}},
      {"港口关闭。船只等待。", {"港口关闭。", "船只等待。"}},
      {"Порт закрыт. Суда ждут.", {"Порт закрыт.", "Суда ждут."}},
      {"It cost 3.5 million. Nobody paid.", {"It cost 3.5 million.", "Nobody paid."}},
  };
  for (const SentencesRow& row : rows) EXPECT_EQ(sentences_of(row.text), row.sentences) << row.text;
}

TEST(Sentences, RunOnBehindAbbreviations) {
  const std::vector<std::string_view> texts = {
      "The port thanked Mr. Abel and Mrs. Baker.",
      "It was Lt. Col. Carver (ret. 2001) who met Gen. Dorn.",
      "Sen. Evans and Rep. Ford wrote to Gov. Grant of St. Helena.",
      "The U.S. Army and the U.K. Navy met.",
      "John F. Kemp met J. R. Lane and Ö. Nagy.",
      "He met В. В. Орлов there.",
      "It happened on Jan. 6 and Sept. 12.",
      "Platform No. 5 was full.",
      "It was Oslo vs. Bergen again, and Roe v. Wade.",
      "He saw (Dr. Quist) there.",
      "He met Dr.\u00A0Quist.",
  };
  for (const std::string_view text : texts) {
    EXPECT_EQ(sentences_of(text), std::vector<std::string>{std::string(text)});
  }
}

TEST(Sentences, RunOnBehindDaysAndOrdinals) {
  const std::vector<std::string_view> texts = {
      "Am 19. Dezember tagte der Rat.",
      "Das Treffen vom 3. März 2025 endete ohne Ergebnis.",
      "Im 19. Jahrhundert lag hier ein Hafen.",
      "Schiffe warten auf den 2. Zug.",
      "Jednání začne 19. prosince v Praze.",
      "Møtet er 19. desember i Oslo.",
      "The talks of 24. February 2025 ended.",
  };
  for (const std::string_view text : texts) {
    EXPECT_EQ(sentences_of(text), std::vector<std::string>{std::string(text)});
  }
}

TEST(Sentences, EndBehindOtherNumbers) {
  const std::vector<SentencesRow> rows = {
      {"Sie wurde 19. Danach zog sie um.", {"Sie wurde 19.", "Danach zog sie um."}},
      {"It ended in 2019. March was cold.", {"It ended in 2019.", "March was cold."}},
      {"They counted 19. Marchers left.", {"They counted 19.", "Marchers left."}},
      {"Platz A19. Dezember kam.", {"Platz A19.", "Dezember kam."}},
  };
  for (const SentencesRow& row : rows) EXPECT_EQ(sentences_of(row.text), row.sentences) << row.text;
}

TEST(Sentences, TakeASingleNewLineForABlank) {
  const std::vector<SentencesRow> rows = {
      {"The port\nopened. Ships\r\nleft.", {"The port\nopened.", "Ships\r\nleft."}},
      {"He asked Dr.\n  Mary.", {"He asked Dr.\n  Mary."}},
      {"One\nmore\n\nTwo", {"One\nmore", "Two"}},
  };
  for (const SentencesRow& row : rows) EXPECT_EQ(sentences_of(row.text), row.sentences) << row.text;
}

TEST(Sentences, EndBehindAnAbbreviationWhereTheNextOneOpens) {
  const std::vector<SentencesRow> rows = {
      {"She left the U.S. The port closed.", {"She left the U.S.", "The port closed."}},
      {"He took vitamin C. It helped.", {"He took vitamin C.", "It helped."}},
      {"Is it open? No. Ships wait.", {"Is it open?", "No.", "Ships wait."}},
      {"It opens in Sept. Ships wait.", {"It opens in Sept.", "Ships wait."}},
      {"He asked the Dr.\n\nMary left.", {"He asked the Dr.", "Mary left."}},
      {"It was BioGen. Mary left.", {"It was BioGen.", "Mary left."}},
      {"They called the doctor. Mary left.", {"They called the doctor.", "Mary left."}},
  };
  for (const SentencesRow& row : rows) EXPECT_EQ(sentences_of(row.text), row.sentences) << row.text;
}

TEST(Sentences, AreTrimmedSortedAndHoldEveryVisibleCharacter) {
  std::mt19937 random(5);
  const std::vector<std::string_view> parts = {"a",
                                               "B",
                                               "é",
                                               ".",
                                               " ",
                                               "Mr. ",
                                               "U.S. ",
                                               "\n",
                                               "?",
                                               "”",
                                               "1",
                                               "。",
                                               "\u0301",
                                               "\u00A0",
                                               "\u2028",
                                               "No. ",
                                               std::string_view("\0", 1)};
  SentenceBreaker breaker;
  std::vector<Range> sentences;
  for (int round = 0; round < 20000; ++round) {
    const std::string text = random_text(random, parts, 30);
    breaker.find(text, sentences);
    std::size_t at = 0;
    for (const Range sentence : sentences) {
      ASSERT_LE(at, sentence.begin);
      ASSERT_LT(sentence.begin, sentence.end);
      const std::string gap = text.substr(at, sentence.begin - at);
      ASSERT_EQ(gap.find_first_of("aB.1?"), gap.npos) << text;
      ASSERT_EQ(text.substr(sentence.begin, sentence.size()).find("\n\n"), text.npos) << text;
      ASSERT_EQ(std::string_view(" \n").find(text[sentence.end - 1]), text.npos) << text;
      at = sentence.end;
    }
  }
}

TEST(Sentences, TakeHugeRunsOfAnyKind) {
  const std::vector<std::string_view> parts = {"\u0301",
                                               "a. ",
                                               "1. ",
                                               "A. ",
                                               "Mr. ",
                                               ".)",
                                               " ",
                                               "\n",
                                               "U.S. ",
                                               "é.é",
                                               "。",
                                               "!1",
                                               std::string_view("\0", 1)};
  SentenceBreaker breaker;
  std::vector<Range> sentences;
  for (const std::string_view part : parts) {
    breaker.find(repeated(part, 2'000'000), sentences);
    if (sentences.empty()) continue;
    EXPECT_LE(sentences.back().end, 2'000'000 + part.size());
  }
}

TEST(Sentences, ABreakerCanBeMoved) {
  SentenceBreaker first;
  SentenceBreaker second = std::move(first);
  std::vector<Range> sentences;
  second.find("One. Two.", sentences);
  EXPECT_EQ(sentences, (std::vector<Range>{{0, 4}, {5, 9}}));
}

}  // namespace
}  // namespace dateline::text
