#include "base/json.hpp"

#include "temp_folder.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::base {
namespace {

TEST(Json, EachKindOfValueIsRead) {
  EXPECT_TRUE(Json::parse("null").is_null());
  EXPECT_EQ(*Json::parse(" true ").boolean(), true);
  EXPECT_EQ(*Json::parse("-7").integer(), -7);
  EXPECT_EQ(*Json::parse("2.5").real(), 2.5);
  EXPECT_EQ(*Json::parse("\"a\\u00e9\\n\"").string(), "aé\n");
  EXPECT_EQ(Json::parse("[1, [], {}]").array()->size(), 3U);
  EXPECT_EQ(Json::parse("{\"a\": 1}").object()->size(), 1U);
}

TEST(Json, AppendsKeysInTheirOrder) {
  Json json;
  json.append("b", std::int64_t{1});
  json.append("a", "x");
  EXPECT_EQ(json.dump(), R"({"b":1,"a":"x"})");
}

TEST(Json, HalfASurrogatePairCanBeMended) {
  const auto mended = [](std::string_view text) {
    std::size_t replaced = 0;
    std::string result = Json::mend_surrogates(text, replaced);
    return result + "|" + std::to_string(replaced);
  };
  EXPECT_EQ(mended(R"("a\uD83D")"), R"("a\uFFFD"|1)");
  EXPECT_EQ(mended(R"("\uDE00\ud83dx")"), R"("\uFFFD\uFFFDx"|2)");
  EXPECT_EQ(mended(R"("\uD83D\uD83D\uDE00")"), R"("\uFFFD\uD83D\uDE00"|1)");
  for (const char* good :
       {R"("\uD83D\uDE00")", R"("\\uD83D")", R"("\u00e9\n")", R"("\)", R"("\u12)"}) {
    EXPECT_EQ(mended(good), good + std::string("|0"));
  }
}

TEST(Json, AValueIsOfOneKindOnly) {
  const Json text = Json::parse("\"1\"");
  EXPECT_EQ(text.integer(), nullptr);
  EXPECT_EQ(text.real(), nullptr);
  EXPECT_EQ(text.boolean(), nullptr);
  EXPECT_EQ(text.array(), nullptr);
  EXPECT_EQ(text.object(), nullptr);
  EXPECT_FALSE(text.is_null());
  EXPECT_EQ(text.find("1"), nullptr);
  EXPECT_EQ(Json::parse("1").real(), nullptr);
  EXPECT_EQ(Json::parse("1.0").integer(), nullptr);
}

TEST(Json, NumbersKeepWhatTheyAre) {
  EXPECT_EQ(*Json::parse("9223372036854775807").integer(),
            std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(*Json::parse("-9223372036854775808").integer(),
            std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(*Json::parse("9223372036854775808").real(), 9223372036854775808.0);
  EXPECT_EQ(*Json::parse("1e3").real(), 1000.0);
  EXPECT_EQ(Json(0.1).dump(), "0.1");
  EXPECT_EQ(Json(std::int64_t{-3}).dump(), "-3");
  EXPECT_EQ(Json(std::nan("")).dump(), "null");
}

TEST(Json, KeysKeepTheirOrder) {
  const std::string_view text = R"({"z":1,"a":{"y":[true,null],"b":"x"},"m":2.5})";
  EXPECT_EQ(Json::parse(text).dump(), text);
}

TEST(Json, OfDuplicateKeysTheLastCounts) {
  const Json json = Json::parse(R"({"a": 1, "b": 2, "a": 3})");
  EXPECT_EQ(json.dump(), R"({"a":3,"b":2})");
  EXPECT_EQ(*json.find("a")->integer(), 3);
  EXPECT_EQ(json.find("c"), nullptr);
}

TEST(Json, TextIsKeptAsItIs) {
  EXPECT_EQ(Json("Київ \"é\"\t").dump(), "\"Київ \\\"é\\\"\\t\"");
  EXPECT_EQ(Json(std::string("a\0b", 3)).dump(), "\"a\\u0000b\"");
  EXPECT_EQ(Json(std::string("a\xFFz")).dump(), "\"a\xEF\xBF\xBDz\"") << "never ill-formed";
}

TEST(Json, WhatIsBrokenIsToldWithItsPlace) {
  const std::vector<std::string> texts{"",    " ",        "{",       "[1,]",        "{\"a\"}",
                                       "tru", "1 2",      "\"a",     "{\"a\":1,}",  "'a'",
                                       "nan", "1e999",    "01",      "\"\\ud800\"", "\"\xFF\"",
                                       "[1}", "\"a\nb\"", "// x\n1", "{1:2}",       "\xEF\xBB"};
  for (const std::string& text : texts) {
    const Caught caught = error_of([&] { Json::parse(text); });
    EXPECT_EQ(caught.code, ErrorCode::kInvalid) << text;
    EXPECT_TRUE(caught.mentions("at byte")) << caught.message;
  }
  EXPECT_TRUE(error_of([] { Json::parse("[1, x]"); }).mentions("at byte 5"));
  EXPECT_EQ(error_of([] { Json::parse({}); }).code, ErrorCode::kInvalid);
}

TEST(Json, DepthIsBounded) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_EQ(Json::parse(nested(256)).dump(), nested(256));
  EXPECT_TRUE(error_of([&] { Json::parse(nested(257)); }).mentions("too deeply"));
  EXPECT_TRUE(error_of([] { Json::parse(std::string(10000000, '[')); }).mentions("too deeply"));
  std::string objects;
  for (int i = 0; i < 100000; ++i) objects += "{\"a\":";
  EXPECT_TRUE(error_of([&] { Json::parse(objects); }).mentions("too deeply"));
}

TEST(Json, ManyKeysTakeLinearTime) {
  std::string text = "{";
  for (int i = 0; i < 100000; ++i) {
    text += (i == 0 ? "\"k" : ",\"k") + std::to_string(i) + "\":" + std::to_string(i);
  }
  text += "}";
  EXPECT_EQ(Json::parse(text).dump(), text);
}

TEST(Json, WhatIsWrittenReadsTheSame) {
  std::mt19937 random(11);
  const std::function<Json(int)> make = [&](int depth) -> Json {
    switch (random() % (depth > 0 ? 7 : 5)) {
      case 0:
        return {};
      case 1:
        return random() % 2 == 0;
      case 2:
        return static_cast<std::int64_t>(random()) - 2147483648;
      case 3:
        return static_cast<double>(random()) / 7;
      case 4:
        return std::string(random() % 4, static_cast<char>(random() % 128));
      case 5: {
        Json::Array items;
        for (std::size_t i = random() % 4; i > 0; --i) items.push_back(make(depth - 1));
        return items;
      }
      default: {
        Json::Object entries;
        for (std::size_t i = random() % 4; i > 0; --i) {
          entries.emplace_back("k" + std::to_string(i), make(depth - 1));
        }
        return entries;
      }
    }
  };
  for (int round = 0; round < 2000; ++round) {
    const Json json = make(4);
    ASSERT_EQ(Json::parse(json.dump()), json) << json.dump();
  }
}

TEST(Json, NoBytesBreakTheReader) {
  std::mt19937 random(5);
  constexpr std::string_view kBytes = "{}[]\",:0123456789.eE+-truefalsn\\u \n\xC3\xA9\xFF";
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t i = random() % 16; i > 0; --i) text += kBytes[random() % kBytes.size()];
    try {
      const Json json = Json::parse(text);
      ASSERT_EQ(Json::parse(json.dump()), json) << text;
    } catch (const Error& error) {
      ASSERT_EQ(error.code(), ErrorCode::kInvalid);
    }
  }
}

}  // namespace
}  // namespace dateline::base
