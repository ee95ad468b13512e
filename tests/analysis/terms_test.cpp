#include "analysis/terms.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace dateline::analysis {
namespace {

TEST(Terms, AreSpelledByTheirSpace) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {stem_term(Field::kTitle, "peac"), "peac"},
      {stem_term(Field::kBody, "peac"), "peac"},
      {stem_term(Field::kCaption, "peac"), "Cpeac"},
      {stem_term(Field::kJunk, "peac"), "Jpeac"},
      {exact_term(Field::kTitle, "peace"), "=peace"},
      {exact_term(Field::kBody, "peace"), "=peace"},
      {exact_term(Field::kCaption, "peace"), "C=peace"},
      {exact_term(Field::kJunk, "peace"), "J=peace"},
      {title_stem_term("peac"), "Tpeac"},
      {title_exact_term("peace"), "T=peace"},
      {actor_term(Field::kTitle, "ukraine"), "Aukraine"},
      {actor_term(Field::kBody, "ukraine"), "Aukraine"},
      {actor_term(Field::kCaption, "ukraine"), "CAukraine"},
      {language_term("en"), "Len"},
      {topic_term("ceasefire"), "Kceasefire"},
      {speaker_term("ukraine"), "Bukraine"},
      {source_term("AFP"), "Safp"},
      {source_term("Le Monde Été"), "Sle monde ete"},
      {source_term(""), "S"},
  };
  for (const auto& [term, expected] : rows) EXPECT_EQ(term, expected);
}

TEST(Terms, NoTwoSpacesShareATerm) {
  const std::string text = "x";
  std::set<std::string> terms{stem_term(Field::kBody, text),
                              exact_term(Field::kBody, text),
                              title_stem_term(text),
                              title_exact_term(text),
                              source_term(text),
                              language_term(text),
                              topic_term(text),
                              speaker_term(text)};
  for (const Field field : {Field::kCaption, Field::kJunk}) {
    terms.insert(stem_term(field, text));
    terms.insert(exact_term(field, text));
  }
  for (const Field field : {Field::kBody, Field::kCaption, Field::kJunk}) {
    terms.insert(actor_term(field, text));
  }
  EXPECT_EQ(terms.size(), 15U);
}

TEST(Terms, OfADateAreThoseOfItsYearMonthAndDay) {
  using Texts = std::vector<std::string>;
  EXPECT_EQ(date_terms({2025, 2, 24}), (Texts{"D2025", "D2025-02", "D2025-02-24"}));
  EXPECT_EQ(date_terms({2025, 0, 0}), Texts{"D2025"});
  EXPECT_TRUE(is_filter_term("D2025"));
}

TEST(Terms, WithinDaysAreAsFewAsCanBe) {
  using Texts = std::vector<std::string>;
  const DayRange days{Date{2023, 12, 31}.first_day(), Date{2025, 2, 1}.first_day()};
  EXPECT_EQ(terms_within(days), (Texts{"D2023-12-31", "D2024", "D2025-01", "D2025-02-01"}));
  EXPECT_EQ(terms_within({Date{2025, 2, 0}.first_day(), Date{2025, 2, 0}.last_day()}),
            Texts{"D2025-02"});
  EXPECT_EQ(terms_within(DayRange{}).size(), 701u);
}

}  // namespace
}  // namespace dateline::analysis
