#include "actors/short_forms.hpp"

#include "actors/name_sample.hpp"

#include <gtest/gtest.h>

#include <string>

namespace dateline::actors {
namespace {

std::string texts_of(const std::vector<ShortForm>& forms) {
  std::string line;
  for (const ShortForm& form : forms) line.append(line.empty() ? "" : ", ").append(form.text);
  return line;
}

TEST(ShortForms, OfAPersonAreSurnameAndWhatFollowsTheFirstName) {
  const NameRules rules = sample_rules_of_names();
  EXPECT_EQ(texts_of(short_forms_of_person({"Dana", "Sabraw"}, rules)), "Sabraw");
  EXPECT_EQ(texts_of(short_forms_of_person({"Miguel", "Sabra", "Unka"}, rules)),
            "Unka, Sabra Unka, Sabra");
  EXPECT_EQ(texts_of(short_forms_of_person({"Li", "Unka"}, rules)), "Unka, Li");
}

TEST(ShortForms, TheYoungerLeavesTheSurnameToTheElder) {
  const auto forms = short_forms_of_person({"Dana", "Sabraw", "Jr"}, sample_rules_of_names());
  ASSERT_EQ(texts_of(forms), "Sabraw Jr, Sabraw");
  EXPECT_FALSE(forms[0].of_younger);
  EXPECT_TRUE(forms[1].of_younger);
}

TEST(ShortForms, OfABodyAreItsInitialsAndParts) {
  EXPECT_EQ(texts_of(short_forms_of_body({"Unka", "Sabra", "Union"}, sample_rules_of_names())),
            "Union, USU, Sabra Union, Unka Sabra");
}

}  // namespace
}  // namespace dateline::actors
