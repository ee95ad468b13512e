#include "base/flat_json.hpp"

#include <dateline/error.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <random>
#include <string>

namespace dateline::base {
namespace {

// What nlohmann-json makes of it; empty where it is no JSON.
std::string by_nlohmann(const std::string& text) {
  const auto json = nlohmann::ordered_json::parse(text, nullptr, false);
  return json.is_discarded() ? "" : json.dump();
}

std::string by_us(const std::string& text) {
  auto object = read_flat_json(text);
  return object ? Json(std::move(*object)).dump() : "";
}

TEST(FlatJson, ReadsObjectsOfStringsAndListsOfThem) {
  for (const char* text : {"{}", " { } ", R"({"id": "a", "text": "b"})", R"({"":""})",
                           "{\"a\"\t:\r\n\"b\" , \"c\":\"d\"}", R"({"a": "\"\\\/\b\f\n\r\t"})",
                           R"({"a": "\u00e9\u20AC\ud83d\uDE00\u0000"})",
                           R"({"é": "日本語, a long one with é far behind the first eight bytes"})",
                           "{\"a\": \"\x7f\"}", R"({"a": [], "b": [ "c" ,"d"], "e": "f"})"}) {
    EXPECT_EQ(by_us(text), by_nlohmann(text)) << text;
    EXPECT_NE(by_us(text), "") << text;
  }
}

TEST(FlatJson, LeavesTheRestToTheGeneralWay) {
  for (const char* text : {"",
                           "{",
                           "[]",
                           "\"a\"",
                           R"({"a": 1})",
                           R"({"a": null})",
                           R"({"a": [1]})",
                           R"({"a": ["b",]})",
                           R"({"a": ["b"})",
                           R"({"a": [["b"]]})",
                           R"({"a": {}})",
                           R"({"a": "1", "a": "2"})",
                           R"({"a": "b",})",
                           R"({"a": "b"} x)",
                           R"({"a" "b"})",
                           R"({a: "b"})",
                           R"({"a": "\x"})",
                           R"({"a": "\u12"})",
                           R"({"a": "\u12g4"})",
                           R"({"a": "\ud83d"})",
                           R"({"a": "\udE00"})",
                           R"({"a": "\ud83dx\ude00"})",
                           R"({"a": "b)",
                           "{\"a\": \"b\nc\"}",
                           R"({"a": "\)",
                           "{\"a\": \"\xff\"}",
                           "{\"a\": \"\xed\xa0\x80\"}",
                           R"({"a": "\u+123"})",
                           R"({"a": "\u-123"})"}) {
    EXPECT_FALSE(read_flat_json(text).has_value()) << text;
  }
}

// Strings of the pieces that matter, cut and joined at random.
TEST(FlatJson, NeverDiffersFromTheGeneralParser) {
  const std::vector<std::string> pieces = {
      "{",    "}",   "\"",      "\":\"",   "\",\"",   "\"a\"", ":",           ",",        " ",
      "\\",   "\\u", "\\u00e9", "\\ud83d", "\\udE00", "\\n",   "abcdefgh",    "é",        "\x80",
      "\x1f", "0",   "[",       "]",       "[\"",     "\"]",   "{\"k\": \"v", "12345678", "\"}"};
  std::mt19937 random(5);
  std::size_t read = 0;
  for (int round = 0; round < 100'000; ++round) {
    std::string text = round % 2 == 0 ? "{\"key\": \"" : "";
    for (auto more = random() % 8; more > 0; --more) text += pieces[random() % pieces.size()];
    if (round % 2 == 0) text += "\"}";
    const std::string ours = by_us(text);
    if (ours.empty()) continue;
    ++read;
    ASSERT_EQ(ours, by_nlohmann(text)) << text;
  }
  EXPECT_GT(read, 5'000u);
}

}  // namespace
}  // namespace dateline::base
