#include "actors/name_runs.hpp"

#include "actors/name_sample.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::actors {
namespace {

// The run that begins with the first word, without what opens the sentence.
std::string first_run(std::string_view text) {
  const Catalog catalog;
  const std::vector<Candidate> nobody;
  const NameRules rules = sample_rules_of_names();
  Passages passages{std::string(text)};
  const PassageWords words(passages.get().front(), rules);
  ListedWords listed(catalog, nobody);
  listed.enter(passages.get().front(), 0);
  const NameRuns runs(words, listed, rules);
  const NameRun run = runs.over_no_names(runs.without_openers({0, runs.end_of(0)}));
  return words.text(run.begin, run.end);
}

TEST(NameRuns, GoOverParticlesInitialsAndSyllables) {
  const std::vector<std::pair<std::string_view, std::string_view>> rows = {
      {"Unka Sabraw left", "Unka Sabraw"},
      {"Unka de Sabraw left", "Unka de Sabraw"},
      {"Unka J. Sabraw left", "Unka J. Sabraw"},
      {"Unka Sabraw's Group", "Unka Sabraw"},
      {"Unka, Sabraw", "Unka"},
      {"So Unka Sabraw left", "Unka Sabraw"},
      {"Li Ka-shing left", "Li Ka-shing"},
      {"Unka Bank-owned", "Unka Bank"},
      {"Unka July Committee", "Unka July Committee"},
      {"Unka July Sabraw", "Unka"},
      {"Unka\nSabraw left", "Unka"},
      {"Unka Sabraw and others of the same house left for the\nUnka", "Unka Sabraw"},
  };
  for (const auto& [text, run] : rows) EXPECT_EQ(first_run(text), run) << text;
}

}  // namespace
}  // namespace dateline::actors
