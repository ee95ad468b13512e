#include "text/encoding.hpp"

#include "base/utf8.hpp"
#include "pieces.hpp"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <random>

namespace dateline::text {
namespace {

constexpr std::string_view kEnglish =
    "The ministers said “we agree” and left the café at 5 o’clock to meet the others in the "
    "harbour.";
constexpr std::string_view kFrench =
    "Les ministres ont déclaré être d'accord et ont quitté le café à cinq heures pour aller au "
    "port.";
constexpr std::string_view kRussian =
    "Министры договорились во вторник отправить больше зерна через порт, сообщили в правительстве.";

std::string encoded(std::string_view utf8, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  std::string out(4 * utf8.size() + 8, '\0');
  const std::int32_t size = text.extract(
      out.data(), static_cast<std::int32_t>(out.size()),
      std::unique_ptr<UConverter, decltype(&ucnv_close)>(ucnv_open(encoding, &status), &ucnv_close)
          .get(),
      status);
  EXPECT_TRUE(U_SUCCESS(status));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

void expect(std::string bytes, std::string_view encoding, std::string_view text,
            std::size_t replaced) {
  const Decoded decoded = decode(std::move(bytes));
  EXPECT_EQ(decoded.encoding, encoding);
  EXPECT_EQ(decoded.text, text);
  EXPECT_EQ(decoded.replaced, replaced) << text;
}

TEST(Encoding, Utf8StaysAsItIs) {
  expect("", "UTF-8", "", 0);
  expect("plain", "UTF-8", "plain", 0);
  expect(std::string(kRussian), "UTF-8", kRussian, 0);
}

TEST(Encoding, AByteOrderMarkDecidesAndIsTakenAway) {
  expect("\xEF\xBB\xBF" + std::string(kFrench), "UTF-8", kFrench, 0);
  expect("\xFF\xFE" + encoded(kRussian, "UTF-16LE"), "UTF-16LE", kRussian, 0);
  expect("\xFE\xFF" + encoded(kRussian, "UTF-16BE"), "UTF-16BE", kRussian, 0);
  expect(std::string("\xFF\xFE\0\0", 4) + encoded("é😀", "UTF-32LE"), "UTF-32LE", "é😀", 0);
  expect(std::string("\0\0\xFE\xFF", 4) + encoded("é😀", "UTF-32BE"), "UTF-32BE", "é😀", 0);
  expect("\xEF\xBB\xBF", "UTF-8", "", 0);
  expect("\xFF\xFE", "UTF-16LE", "", 0);
  expect(
      "\xEF\xBB\xBF"
      "caf\xE9",
      "UTF-8", "caf\uFFFD", 1);
}

TEST(Encoding, OlderEncodingsAreDetected) {
  struct EncodingRow {
    std::string_view text;
    const char* encoding;
  };
  const std::vector<EncodingRow> rows = {
      {kEnglish, "windows-1252"},
      {kFrench, "ISO-8859-1"},
      {kRussian, "windows-1251"},
      {kRussian, "KOI8-R"},
      {kRussian, "ISO-8859-5"},
      {"Ministrowie uzgodnili we wtorek, że wyślą więcej zboża przez port. Wyjaśnili też dlaczego.",
       "windows-1250"},
      {"閣僚らは火曜日、港を通じてより多くの穀物を送ることで合意した。", "Shift_JIS"},
      {"部长们周二同意通过该港口运送更多粮食，以帮助受影响的国家和地区。", "GB18030"},
      {kEnglish, "UTF-16LE"},
      {"All of this is ASCII, so that its bytes are UTF-8 as well.", "UTF-16BE"},
  };
  for (const EncodingRow& row : rows)
    expect(encoded(row.text, row.encoding), row.encoding, row.text, 0);
}

TEST(Encoding, WhatNobodyKnowsIsWindows1252) {
  expect("caf\xE9", "windows-1252", "café", 0);
  expect("\xFF", "windows-1252", "ÿ", 0);
}

TEST(Encoding, ACutEndDoesNotMakeUtf8AnotherEncoding) {
  const std::string text(kRussian);
  expect(text.substr(0, 20), "UTF-8", "Министры д\uFFFD", 1);
  expect("€5 \xE2\x82", "UTF-8", "€5 \uFFFD", 1);
  const std::string utf16 = "\xFF\xFE" + encoded("порт", "UTF-16LE");
  expect(utf16.substr(0, utf16.size() - 1), "UTF-16LE", "пор\uFFFD", 1);
}

TEST(Encoding, AFewFaultsDoNotMakeUtf8AnotherEncoding) {
  expect(std::string(kRussian) + "\xE9\xE9 " + std::string(kRussian), "UTF-8",
         std::string(kRussian) + "\uFFFD\uFFFD " + std::string(kRussian), 2);
}

TEST(Encoding, NulBytesAreReplacedAndCounted) {
  expect(std::string("a\0b\0", 4), "UTF-8", "a\uFFFDb\uFFFD", 2);
  expect("\xFF\xFE" + encoded(std::string_view("a\0b", 3), "UTF-16LE"), "UTF-16LE", "a\uFFFDb", 1);
}

TEST(Encoding, ManyControlCharactersAreNoText) {
  std::mt19937 random(3);
  std::string bytes;
  while (bytes.size() < 4000) bytes += static_cast<char>(random());
  EXPECT_FALSE(decode(bytes).is_text);
  EXPECT_FALSE(decode(std::string(100, '\0')).is_text);
  EXPECT_TRUE(decode("The pier\x01\x02 opened.").is_text);
  EXPECT_TRUE(decode(encoded(kRussian, "windows-1251")).is_text);
}

TEST(Encoding, AHalfSurrogateIsReplaced) {
  expect(std::string("\xFF\xFE\x3D\xD8\x41\x00", 6), "UTF-16LE", "\uFFFDA", 1);
}

TEST(Encoding, ADeclaredOneCountsWhereTheBytesAreNoUtf8) {
  EXPECT_EQ(decode("\xCC\xE8\xF0", "windows-1251").text, "Мир");
  EXPECT_EQ(decode("Мир", "windows-1251").text, "Мир");
  EXPECT_EQ(decode("\x93x\x94", "iso-8859-1").text, "“x”") << "what pages call Latin-1";
  EXPECT_EQ(decode("caf\xE9", "no-such-encoding").text, decode("caf\xE9").text);
  EXPECT_EQ(decode("caf\xE9", "utf-8").text, decode("caf\xE9").text);
}

TEST(Encoding, AnyBytesBecomeWellFormedWithoutNul) {
  std::mt19937 random(7);
  for (int round = 0; round < 5000; ++round) {
    std::string bytes;
    const unsigned span = round % 2 == 0 ? 256 : 4;
    for (std::size_t size = random() % 200; bytes.size() < size;) {
      bytes += static_cast<char>(span == 4 ? "\xFF\xFE\0a"[random() % 4] : random() % 256);
    }
    const Decoded decoded = decode(bytes);
    ASSERT_TRUE(base::is_utf8(decoded.text));
    ASSERT_EQ(decoded.text.find('\0'), std::string::npos);
    ASSERT_FALSE(decoded.encoding.empty());
  }
}

}  // namespace
}  // namespace dateline::text
