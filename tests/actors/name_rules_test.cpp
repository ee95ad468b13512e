#include "actors/name_rules.hpp"

#include "actors/name_sample.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace dateline::actors {
namespace {

TEST(NameRules, AStringOfAListMayHoldSeveralWords) {
  const NameRules rules = sample_rules_of_names();
  EXPECT_TRUE(rules.given_names.contains("Dana"));
  EXPECT_TRUE(rules.given_names.contains("Miguel"));
  EXPECT_FALSE(rules.given_names.contains("dana"));
  EXPECT_FALSE(rules.empty());
  EXPECT_TRUE(NameRules().empty());
}

TEST(NameRules, WhatIsNoSuchFileIsRefused) {
  for (const std::string_view json :
       {"[]", R"({"given": []})", R"({"titles": "Mr"})", R"({"titles": [1]})"}) {
    const TempFolder folder;
    write_file(folder / "names.json", json);
    EXPECT_TRUE(error_of([&] { load_name_rules(folder / "names.json"); }).mentions("names.json"))
        << json;
  }
}

}  // namespace
}  // namespace dateline::actors
