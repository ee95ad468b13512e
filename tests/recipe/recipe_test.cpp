#include "base/temp_folder.hpp"
#include "recipe/data.hpp"
#include "recipe/settings.hpp"

#include <dateline/recipe.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {
namespace {

// A recipe folder that a test fills.
class Folder {
 public:
  Folder& put(const std::string& name, std::string_view bytes) {
    const auto file = folder_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return *this;
  }
  const std::filesystem::path& path() const { return folder_.path(); }
  Recipe load() const { return Recipe::load(path()); }
  recipe::Settings settings(std::string_view json) {
    put("recipe.json", json);
    return recipe::read_settings(path() / "recipe.json");
  }

 private:
  TempFolder folder_;
};

constexpr std::string_view kActors =
    R"({"id": "us", "kind": "country", "name": "United States", "names": ["US"]})";
constexpr std::string_view kTopics = R"({"id": "war", "name": "War", "query": "war actor:us"})";

TEST(Recipe, AFolderWithANameIsEnough) {
  Folder folder;
  const Recipe recipe = folder.put("recipe.json", R"({"name": "small"})").load();
  EXPECT_EQ(recipe.name(), "small");
  const recipe::Data& data = recipe.data();
  EXPECT_EQ(data.files(), (std::vector<std::string>{"recipe.json"}));
  EXPECT_EQ(data.folder(), folder.path());
  EXPECT_TRUE(data.actors().entries().empty());
  EXPECT_TRUE(data.topics().entries().empty());
  EXPECT_EQ(data.terms().language, "en");
  EXPECT_TRUE(data.terms().exact_forms);
  EXPECT_EQ(data.terms().title_weight, 1U);
  EXPECT_FALSE(data.pages().detect_language);
  EXPECT_FALSE(data.pages().judge_blocks);
}

TEST(Recipe, EverySettingArrivesWhereItActs) {
  Folder folder;
  const Recipe recipe = folder
                            .put("recipe.json", R"({"name": "all", "language": "de",
      "detect_language": true, "judge_pages": true, "exact_forms": false,
      "weights": {"title": 5, "lead": 3, "body": 2}})")
                            .load();
  const recipe::Data& data = recipe.data();
  EXPECT_EQ(data.terms().language, "de");
  EXPECT_EQ(data.pages().language, "de");
  EXPECT_TRUE(data.pages().detect_language);
  EXPECT_TRUE(data.pages().judge_blocks);
  EXPECT_FALSE(data.terms().exact_forms);
  EXPECT_EQ(data.terms().title_weight, 5U);
  EXPECT_EQ(data.terms().lead_weight, 3U);
  EXPECT_EQ(data.terms().body_weight, 2U);
}

TEST(Recipe, AllItsFilesAreReadAndListed) {
  Folder folder;
  const Recipe recipe =
      folder.put("recipe.json", R"({"name": "full"})")
          .put("actors.jsonl", kActors)
          .put("actors-people.jsonl", R"({"id": "roe", "kind": "person", "name": "Jane Roe"})")
          .put("topics.jsonl", kTopics)
          .put("page.json", "{}")
          .put("quotes.json", R"({"en": {"verbs": ["said"]}})")
          .put("stopwords/en.txt", "the\n# a comment\n\n  OF  # behind a word\r\n")
          .put("stopwords/de.txt", "DER\nfür\n")
          .put("stopwords/en.request.txt", "find\n")
          .put("stopwords/notes.md", "x")
          .put("README.md", "x")
          .put("queries.tsv", "x")
          .load();
  const recipe::Data& data = recipe.data();
  EXPECT_EQ(data.files(), (std::vector<std::string>{"actors-people.jsonl", "actors.jsonl",
                                                    "page.json", "quotes.json", "recipe.json",
                                                    "stopwords/de.txt", "stopwords/en.request.txt",
                                                    "stopwords/en.txt", "topics.jsonl"}));
  EXPECT_TRUE(data.quote_words("en").of("said") & actors::kSpeaks);
  EXPECT_TRUE(data.quote_words("und").of("said") & actors::kSpeaks);
  EXPECT_FALSE(data.quote_words("de").of("said") & actors::kSpeaks);
  EXPECT_TRUE(data.terms().is_request_word("find", "en"));
  EXPECT_FALSE(data.terms().is_stop_word("find", "en"));
  EXPECT_FALSE(data.terms().is_request_word("the", "en"));
  EXPECT_EQ(data.actors().entries().size(), 2U);
  ASSERT_EQ(data.topics().entries().size(), 1U);
  EXPECT_NE(data.topics().find("war"), nullptr);
  for (const auto& [word, language] :
       {std::pair{"the", "en"}, {"of", "en"}, {"der", "de"}, {"für", "de"}}) {
    EXPECT_TRUE(data.terms().is_stop_word(word, language)) << word;
  }
  EXPECT_FALSE(data.terms().is_stop_word("the", "de"));
  EXPECT_FALSE(data.terms().is_stop_word("a", "en"));
  EXPECT_FALSE(data.terms().is_stop_word("", "en"));
  EXPECT_FALSE(data.terms().is_stop_word("the", "xx"));
}

TEST(Recipe, MentionsAreFoundByItsActors) {
  Folder folder;
  const Recipe recipe =
      folder.put("recipe.json", R"({"name": "x"})").put("actors.jsonl", kActors).load();
  text::WordBreaker breaker;
  std::vector<article::Passage> passages{{Field::kBody, "in the US", {0, 9}, {}, 0}};
  breaker.find(passages[0].text, passages[0].words);
  EXPECT_EQ(recipe.data().mentions().find(passages, std::nullopt).found.size(), 1U);
}

TEST(Recipe, CopiesShareAndOutliveTheFirst) {
  Folder folder;
  folder.put("recipe.json", R"({"name": "x"})");
  std::optional<Recipe> first = folder.load();
  const Recipe second = *first;
  EXPECT_EQ(&first->data(), &second.data());
  first.reset();
  EXPECT_EQ(second.name(), "x");
}

TEST(Recipe, TheOnesOfTheLibraryAreFoundByName) {
  EXPECT_EQ(Recipe::load("plain").name(), "plain");
}

TEST(Recipe, WhatIsNotThereIsNotFound) {
  const TempFolder folder;
  for (const std::filesystem::path& path :
       {folder.path(), folder / "none", std::filesystem::path("no-such-recipe"),
        std::filesystem::path(".."), std::filesystem::path("../plain"),
        std::filesystem::path(std::string(10000, 'x')),
        std::filesystem::path(std::string("a\0b", 3))}) {
    const Caught caught = error_of([&] { Recipe::load(path); });
    EXPECT_EQ(caught.code, ErrorCode::kNotFound) << path;
    EXPECT_TRUE(caught.mentions("name a recipe")) << caught.message;
  }
}

TEST(Recipe, AFolderInThePlaceOfRecipeJsonIsNone) {
  Folder folder;
  folder.put("recipe.json/x", "");
  EXPECT_EQ(error_of([&] { folder.load(); }).code, ErrorCode::kNotFound);
}

TEST(Recipe, MistakesInItsSettingsAreErrors) {
  Folder folder;
  const std::vector<std::pair<std::string, std::string>> rows{
      {"", "no JSON"},
      {"{", "no JSON"},
      {"\xFF", "no JSON"},
      {"[]", "no JSON object"},
      {"{}", "no \"name\""},
      {R"({"name": ""})", "no \"name\""},
      {R"({"name": 7})", "\"name\" is no string"},
      {R"({"name": "x", "nmae": "y"})", "\"nmae\" is not known"},
      {R"({"name": "x", "language": 1})", "\"language\" is no string"},
      {R"({"name": "x", "language": "english"})", "two small letters"},
      {R"({"name": "x", "language": ""})", "two small letters"},
      {R"({"name": "x", "language": "EN"})", "two small letters"},
      {R"({"name": "x", "detect_language": "yes"})", "neither true nor false"},
      {R"({"name": "x", "judge_pages": 1})", "neither true nor false"},
      {R"({"name": "x", "exact_forms": null})", "neither true nor false"},
      {R"({"name": "x", "weights": 3})", "\"weights\" is no object"},
      {R"({"name": "x", "weights": {"titel": 3}})", "\"titel\" is not known"},
      {R"({"name": "x", "weights": {"title": 0}})", "from 1 to 100"},
      {R"({"name": "x", "weights": {"title": 101}})", "from 1 to 100"},
      {R"({"name": "x", "weights": {"lead": -1}})", "from 1 to 100"},
      {R"({"name": "x", "weights": {"body": 1.5}})", "from 1 to 100"},
      {R"({"name": "x", "weights": {"body": "2"}})", "from 1 to 100"},
      {R"({"name": "x", "weights": {"body": 18446744073709551615}})", "from 1 to 100"},
  };
  for (const auto& [json, message] : rows) {
    const Caught caught = error_of([&] { folder.settings(json); });
    EXPECT_EQ(caught.code, ErrorCode::kInvalid) << json;
    EXPECT_TRUE(caught.mentions("recipe.json")) << caught.message;
    EXPECT_TRUE(caught.mentions(message)) << json << ": " << caught.message;
    EXPECT_EQ(error_of([&] { folder.load(); }).message, caught.message);
  }
  EXPECT_EQ(folder.settings(R"({"name": "x", "weights": {"title": 100}})").title_weight, 100U);
}

TEST(Recipe, MistakesInItsFilesAreErrorsThatNameThem) {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"actors.jsonl", "\n{\"id\": 1}"},
      {"actors-more.jsonl", "{}"},
      {"topics.jsonl", R"({"id": "x", "name": "X", "query": "actor:nobody"})"},
      {"page.json", "[]"},
      {"page.json", R"({"no such key": []})"},
      {"stopwords/en.txt", "the\n\xFF\n"},
  };
  for (const auto& [name, bytes] : rows) {
    Folder folder;
    folder.put("recipe.json", R"({"name": "x"})").put(name, bytes);
    const Caught caught = error_of([&] { folder.load(); });
    EXPECT_EQ(caught.code, ErrorCode::kInvalid) << name;
    EXPECT_TRUE(caught.mentions(std::filesystem::path(name).filename())) << caught.message;
  }
}

TEST(Recipe, MistakesInLinesAreToldWithTheirLine) {
  Folder folder;
  folder.put("recipe.json", R"({"name": "x"})").put("actors.jsonl", "\n{\"id\": \"a\"}");
  EXPECT_TRUE(error_of([&] { folder.load(); }).mentions("actors.jsonl:2"));
  folder.put("actors.jsonl", kActors).put("topics.jsonl", std::string(kTopics) + "\n\n{}");
  EXPECT_TRUE(error_of([&] { folder.load(); }).mentions("topics.jsonl:3"));
}

// Actors of all files are one catalog.
TEST(Recipe, AnIdIsThereOnceInAllItsFiles) {
  Folder folder;
  folder.put("recipe.json", R"({"name": "x"})").put("actors.jsonl", kActors);
  folder.put("actors-b.jsonl", kActors);
  const Caught caught = error_of([&] { folder.load(); });
  EXPECT_EQ(caught.code, ErrorCode::kInvalid);
  EXPECT_TRUE(caught.mentions("twice") && caught.mentions("actors.jsonl:1")) << caught.message;
}

TEST(Recipe, StopWordsMayBeginWithAByteOrderMark) {
  Folder folder;
  folder.put("en.txt", "\xEF\xBB\xBFthe\nof");
  const auto words = recipe::read_stop_words(folder.path() / "en.txt");
  EXPECT_TRUE(words.contains("the"));
  EXPECT_TRUE(words.contains("of"));
  EXPECT_EQ(words.size(), 2U);
  EXPECT_EQ(error_of([&] { recipe::read_stop_words(folder.path() / "none"); }).code,
            ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dateline
