#include "actors/body_names.hpp"

#include "actors/name_sample.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {
namespace {

TEST(BodyNames, ABodyGoesOnOverItsJoints) {
  const std::vector<std::pair<std::string_view, std::string_view>> rows = {
      {"at the Ministry of Unka Affairs now", "org Ministry of Unka Affairs"},
      {"to Security and Unka Committee staff", "org Security and Unka Committee"},
      {"to Tarek and Sabra Committee staff", "org Sabra Committee"},
      {"of the Monday Group now", "org Monday Group"},
      {"on Monday Group Unka left", ""},
      {"of the July Institute of Sabra now", "org July Institute of Sabra"},
      {"says Unka Co today", ""},
      {"shares of Bank of America Corp fell", ""},
      {"the Sabra Unka Act passed", ""},
  };
  for (const auto& [text, unlisted] : rows) EXPECT_EQ(unlisted_in(text), unlisted) << text;
}

}  // namespace
}  // namespace dateline::actors
