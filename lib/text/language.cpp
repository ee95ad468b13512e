// Tells the language of a text.  In: UTF-8.  Out: an ISO 639-1 code with the confidence in it.
// Method, the first that decides: letters of a script that one language has (kana, Hangul, Han,
// the Russian and the Ukrainian alphabet); function words of eight languages; libexttextcat, whose
// millisecond is worth a third of an article's whole analysis.
// Tested by tests/text/language_test.cpp.
#include "text/language.hpp"

#include "base/utf8.hpp"
#include "text/function_words.hpp"
#include "text/textcat.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <vector>

namespace dateline::text {
namespace {

constexpr std::size_t kSampleBytes = 4096;
constexpr std::size_t kTextcatBytes = 1024;  // of 1,000 articles, 2 fewer right than with 4 KiB
constexpr int kLeastLetters = 40;

struct Letters {
  int all = 0;
  int cyrillic = 0;
  int russian = 0;         // ы э ё (ъ is Bulgarian too)
  int ukrainian = 0;       // і ї є ґ
  int other_cyrillic = 0;  // Cyrillic letters of neither alphabet
  int han = 0;
  int kana = 0;
  int hangul = 0;
};

void count_cyrillic(char32_t c, Letters& letters) {
  constexpr std::u32string_view kRussian = U"ыэёЫЭЁ";
  constexpr std::u32string_view kUkrainian = U"іїєґІЇЄҐ";
  ++letters.cyrillic;
  if (kRussian.find(c) != kRussian.npos) {
    ++letters.russian;
  } else if (kUkrainian.find(c) != kUkrainian.npos) {
    ++letters.ukrainian;
  } else if (c < U'А' || c > U'я') {
    ++letters.other_cyrillic;
  }
}

void count_letter(char32_t c, Letters& letters) {
  ++letters.all;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_CYRILLIC:
      return count_cyrillic(c, letters);
    case USCRIPT_HAN:
      ++letters.han;
      return;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      ++letters.kana;
      return;
    case USCRIPT_HANGUL:
      ++letters.hangul;
      return;
    default:
      return;
  }
}

Letters count_letters(std::string_view text) {
  Letters letters;
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      letters.all += base::is_ascii_alpha(text[at++]) ? 1 : 0;
      continue;
    }
    const char32_t c = base::next_code_point(text, at);
    if (u_isalpha(static_cast<UChar32>(c))) {
      count_letter(c, letters);
    }
  }
  return letters;
}

bool is_most(int count, int of) {
  return 2 * count > of;
}

// `own` against `others` pieces of evidence: 0 when they do not decide, near 1 when they do.
double decided(int own, int others) {
  constexpr int kLeast = 3, kTimes = 4;
  if (own < kLeast || own < kTimes * others) return 0;
  return static_cast<double>(own - others) / (own + 1);
}

LanguageGuess guess_by_letters(const Letters& letters) {
  const auto share = [&](int count) { return static_cast<double>(count) / letters.all; };
  if (is_most(letters.hangul, letters.all)) return {"ko", share(letters.hangul)};
  const int east_asian = letters.han + letters.kana;
  if (is_most(east_asian, letters.all)) {
    // Japanese is never without kana; Chinese quotes some.
    return {letters.kana * 10 > letters.han ? "ja" : "zh", share(east_asian)};
  }
  const bool is_neither = letters.other_cyrillic * 100 > letters.cyrillic;
  if (!is_most(letters.cyrillic, letters.all) || is_neither) return {};
  if (const double sure = decided(letters.russian, letters.ukrainian); sure > 0)
    return {"ru", sure};
  if (const double sure = decided(letters.ukrainian, letters.russian); sure > 0)
    return {"uk", sure};
  return {};
}

LanguageGuess guess_by_words(std::string_view sample) {
  const FunctionWords words = count_function_words(sample);
  const double sure = decided(words.own, words.others);
  if (sure > 0) return {std::string(words.language), sure};
  return {};
}

// Among languages that fit equally well English is the likeliest in an archive of news.
LanguageGuess guess_by_textcat(std::string_view sample) {
  const std::vector<std::string> codes =
      textcat_candidates(sample.substr(0, base::floor_boundary(sample, kTextcatBytes)));
  if (codes.empty()) return {};
  const bool english = std::find(codes.begin(), codes.end(), "en") != codes.end();
  return {english ? "en" : codes.front(), 1.0 / static_cast<double>(codes.size())};
}

}  // namespace

LanguageGuess guess_language(std::string_view text) {
  if (!have_textcat()) return {};
  const std::string_view sample = text.substr(0, base::floor_boundary(text, kSampleBytes));
  const Letters letters = count_letters(sample);
  if (letters.all < kLeastLetters) return {};
  LanguageGuess guess = guess_by_letters(letters);
  if (guess.confidence == 0) guess = guess_by_words(sample);
  if (guess.confidence == 0) guess = guess_by_textcat(sample);
  return guess;
}

}  // namespace dateline::text
