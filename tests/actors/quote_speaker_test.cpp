#include "actors/quote_speaker.hpp"

#include "actors/quote_sample.hpp"

#include <gtest/gtest.h>

namespace dateline::actors {
namespace {

std::string speaker(const std::string& words) {
  const ReadSample sample(words);
  const auto found =
      SpeakerReader(sample.text, sample.names, news_words()).within(0, sample.text.pieces.size());
  if (!found) return "nobody";
  return found->kind == QuoteSpeaker::Kind::kPronoun ? "pronoun" : found->id;
}

TEST(QuoteSpeaker, IsTheHeadOfTheWords) {
  const std::pair<const char*, const char*> rows[] = {
      {"Jane Roe", "Roe"},
      {"Foreign Minister Jane Roe", "Roe"},
      {"a spokesman for Roe", "a-spokesman-for-roe"},
      {"NATO officials", "nato-officials"},
      {"the NATO alliance", "NATO"},
      {"In Paris Roe", "Roe"},
      {"she", "pronoun"},
      {"officials", "officials"},
      {"the spokesman", "spokesman"},
      {"the report", "nobody"},
      {"Roe’s", "nobody"},
      {"a", "nobody"},
      {"walked", "nobody"},
  };
  for (const auto& [words, id] : rows) EXPECT_EQ(speaker(words), id) << words;
}

TEST(QuoteSpeaker, WithoutANameIsASlug) {
  EXPECT_EQ(speaker_slug("A White House spokesman"), "a-white-house-spokesman");
  EXPECT_EQ(speaker_slug("Roe’s U.S. allies"), "roe-us-allies");
}

TEST(QuoteSpeaker, MayBeAskedForByNameOrWords) {
  const Catalog catalog = load_catalog(kSampleActors);
  EXPECT_EQ(speaker_ids(catalog, "Putin"), (std::vector<std::string>{"vladimir-putin"}));
  EXPECT_EQ(speaker_ids(catalog, "Jane Roe"),
            (std::vector<std::string>{"Jane Roe", "~jane-roe", "jane-roe"}));
}

}  // namespace
}  // namespace dateline::actors
