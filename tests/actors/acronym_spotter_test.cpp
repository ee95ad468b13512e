#include "actors/acronym_spotter.hpp"

#include "actors/name_sample.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace dateline::actors {
namespace {

TEST(AcronymSpotter, InitialsShowABodyAndStandForIt) {
  const std::vector<std::pair<std::string_view, std::string_view>> rows = {
      {"the Unka Sabra Front (USF) left. So the USF left",
       "~unka-sabra-front [Unka Sabra Front], ~unka-sabra-front [USF], ~unka-sabra-front [USF]"},
      {"the Sabra Institute (CENES) left. So CENES left",
       "~sabra-institute [Sabra Institute], ~sabra-institute [CENES], ~sabra-institute [CENES]"},
      {"the World Health Organization (OMS) left. So OMS left",
       "who [World Health Organization], who [OMS], who [OMS]"},
      {"the Unka World Health Organization (UWHO) left",
       "~unka-world-health-organization [Unka World Health Organization], "
       "~unka-world-health-organization [UWHO]"},
      {"the Unka man (OMS) left", ""},
      {"the Unka Panel for America (UPUS) left. So UPUS left", "us [America]"},
  };
  for (const auto& [text, everyone] : rows) EXPECT_EQ(everyone_in(text), everyone) << text;
}

}  // namespace
}  // namespace dateline::actors
