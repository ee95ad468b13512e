#include "pages.hpp"

#include <dateline/error.hpp>

#include <fstream>

namespace dateline::article {
namespace {

std::string write(const std::string& json) {
  const std::string file =
      ::testing::TempDir() + "page_rules_test." + std::to_string(getpid()) + ".json";
  std::ofstream(file) << json;
  return file;
}

// What is said of a file that is refused.
std::string refusal(const std::string& json) {
  const std::string file = write(json);
  try {
    load_page_rules(file);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kInvalid);
    EXPECT_NE(std::string(error.what()).find(file), std::string::npos) << error.what();
    return error.what();
  }
  return "";
}

TEST(PageRules, AreReadFromAFile) {
  const PageRules rules = load_page_rules(write(
      R"({"language": "de", "detect_language": true, "judge_blocks": true, "junk": ["read more"],
          "credits": ["a"], "scene_words": ["b"], "sources": ["c"], "published": ["d"],
          "bylines": ["e"], "jobs": ["f"], "other_days": ["g"]})"));
  EXPECT_EQ(rules.language, "de");
  EXPECT_TRUE(rules.detect_language);
  EXPECT_TRUE(rules.judge_blocks);
  EXPECT_EQ(rules.junk, PhraseList{"read more"});
  EXPECT_EQ(rules.credits, PhraseList{"a"});
  EXPECT_EQ(rules.scene_words, PhraseList{"b"});
  EXPECT_EQ(rules.sources, PhraseList{"c"});
  EXPECT_EQ(rules.published, PhraseList{"d"});
  EXPECT_EQ(rules.bylines, PhraseList{"e"});
  EXPECT_EQ(rules.jobs, PhraseList{"f"});
  EXPECT_EQ(rules.other_days, PhraseList{"g"});
}

TEST(PageRules, MayLeaveEverythingOut) {
  const PageRules rules = load_page_rules(write("{}"));
  EXPECT_EQ(rules.language, "en");
  EXPECT_FALSE(rules.detect_language);
  EXPECT_FALSE(rules.judge_blocks);
  EXPECT_TRUE(rules.junk.empty());
}

TEST(PageRules, ThatMakeNoSenseAreRefusedByName) {
  EXPECT_NE(refusal(R"({"junks": []})").find("\"junks\""), std::string::npos);
  EXPECT_NE(refusal(R"({"junk": "a"})").find("\"junk\""), std::string::npos);
  EXPECT_NE(refusal(R"({"junk": [1]})").find("\"junk\""), std::string::npos);
  EXPECT_NE(refusal(R"({"junk": ["^$"]})").find("^$"), std::string::npos);
  EXPECT_NE(refusal(R"({"language": 1})").find("\"language\""), std::string::npos);
  EXPECT_NE(refusal(R"({"judge_blocks": "yes"})").find("\"judge_blocks\""), std::string::npos);
  EXPECT_FALSE(refusal("[]").empty());
  EXPECT_FALSE(refusal("{").empty());
}

TEST(PageRules, OfAFileThatIsNotThereAreAnError) {
  EXPECT_THROW(load_page_rules(::testing::TempDir() + "no/such/page.json"), Error);
}

TEST(PageRules, OfTheNewsRecipeJudgeEverything) {
  const PageRules& rules = news_rules();
  EXPECT_TRUE(rules.judge_blocks);
  EXPECT_TRUE(rules.detect_language);
  for (const PhraseList* list :
       {&rules.junk, &rules.credits, &rules.scene_words, &rules.sources, &rules.published,
        &rules.bylines, &rules.jobs, &rules.author_is, &rules.author_jobs, &rules.other_days}) {
    EXPECT_FALSE(list->empty());
  }
}

}  // namespace
}  // namespace dateline::article
