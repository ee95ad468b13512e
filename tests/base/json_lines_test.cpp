#include "base/json_lines.hpp"

#include "base/files.hpp"
#include "temp_folder.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace dateline::base {
namespace {

std::vector<JsonLine> read(const TempFolder& folder, const std::string& bytes) {
  system_files().remove_all(folder / "x.jsonl");
  system_files().write_all(folder / "x.jsonl", bytes);
  return read_json_lines(folder / "x.jsonl");
}

TEST(JsonLines, ObjectsKnowTheirLine) {
  const TempFolder folder;
  const auto lines = read(folder, "\n{\"a\": 1}\r\n \t\r\n{\"a\": 2}");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].where, "x.jsonl:2");
  EXPECT_EQ(lines[1].where, "x.jsonl:4");
  EXPECT_EQ(*lines[1].value.find("a")->integer(), 2);
  EXPECT_TRUE(read(folder, "").empty());
  EXPECT_TRUE(read(folder, "\n\n").empty());
  EXPECT_EQ(read(folder, "\xEF\xBB\xBF{}").size(), 1U) << "a byte order mark is no mistake";
}

TEST(JsonLines, MistakesAreToldWithTheirLine) {
  const TempFolder folder;
  const std::vector<std::pair<std::string, std::string>> rows{
      {"{\"a\": }", "no JSON"}, {"[]", "no JSON object"}, {"1", "no JSON object"},
      {"{} {}", "no JSON"},     {"\xFF", "no UTF-8"},     {"{\"a\": \"\xC3\"}", "no UTF-8"},
      {"x", "no JSON"}};
  for (const auto& [line, message] : rows) {
    const Caught caught = error_of([&] { read(folder, "{}\n" + line + "\n{}\n"); });
    EXPECT_EQ(caught.code, ErrorCode::kInvalid) << line;
    EXPECT_TRUE(caught.mentions("x.jsonl:2")) << caught.message;
    EXPECT_TRUE(caught.mentions(message)) << caught.message;
  }
  EXPECT_EQ(error_of([&] { read_json_lines(folder / "none.jsonl"); }).code, ErrorCode::kNotFound);
}

TEST(JsonLines, ValuesAreReadStrictly) {
  const JsonLine line{Json::parse(R"({"s": "x", "l": ["a", "b"], "n": 1, "e": [""], "m": [1],
                                      "z": null})"),
                      "x.jsonl:7"};
  EXPECT_EQ(line.text("s"), "x");
  EXPECT_EQ(line.text("absent"), "");
  EXPECT_EQ(line.texts("l"), (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(line.texts("absent").empty());
  EXPECT_EQ(line.object().size(), 6U);
  for (const std::string key : {"l", "n", "z"}) {
    EXPECT_TRUE(error_of([&] { line.text(key); }).mentions("x.jsonl:7")) << key;
  }
  for (const std::string key : {"s", "n", "e", "m", "z"}) {
    const Caught caught = error_of([&] { line.texts(key); });
    EXPECT_TRUE(caught.mentions("x.jsonl:7") && caught.mentions("\"" + key + "\"")) << key;
  }
}

TEST(JsonLines, WhatIsNoObjectHasNoValues) {
  const JsonLine line{Json::parse("[1]"), "x.jsonl:1"};
  EXPECT_EQ(line.text("a"), "");
  EXPECT_EQ(error_of([&] { line.object(); }).code, ErrorCode::kInvalid);
  EXPECT_TRUE(error_of([&] { line.fail("it is odd"); }).mentions("it is odd"));
}

}  // namespace
}  // namespace dateline::base
