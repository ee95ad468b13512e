#include "analysis/names.hpp"

#include "analysis/forms.hpp"
#include "analysis/sample.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace dateline::analysis {
namespace {

TEST(Names, KeepTheirEndingWhereverTheyStand) {
  const Rules rules = sample_rules();
  Forms forms(rules, "en");
  for (const std::string_view name :
       {"Paris", "Hamas", "Jones", "Texas", "Wales", "Reuters", "Athens", "Brussels", "Harris",
        "Davis", "Naples", "Philippines", "Boeing", "Beijing", "France", "Maine", "Angeles"}) {
    std::string folded(name);
    folded[0] = static_cast<char>(folded[0] - 'A' + 'a');
    EXPECT_EQ(forms.of(name, false).stem, folded);
    EXPECT_EQ(forms.of(folded, false).stem, folded);
    EXPECT_EQ(forms.of(std::string(name) + "'s", false).stem, folded);
  }
  EXPECT_EQ(forms.of("PARIS", true).stem, "paris");
}

TEST(Names, AreNoOrdinaryWords) {
  for (const std::string_view word :
       {"talks", "gates", "banks", "woods", "areas", "israelis", "houthis", "cameras", "states",
        "nations", "marines", "bonds", "mills", "rolls", "reading", "par", ""}) {
    EXPECT_FALSE(is_name(word)) << word;
  }
}

TEST(Names, DoNotMeetTheWordsTheyWouldBeStemmedTo) {
  const Rules rules = sample_rules();
  Forms forms(rules, "en");
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"Hamas", "Hama"}, {"Harris", "Harry"}, {"Angeles", "angels"},
      {"Maine", "main"}, {"France", "franc"}, {"Rogers", "Roger"}};
  for (const auto& [one, other] : rows) {
    EXPECT_NE(forms.of(one, false).stem, forms.of(other, false).stem) << one;
  }
}

}  // namespace
}  // namespace dateline::analysis
