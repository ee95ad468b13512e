#include "index/sample.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace dateline {
namespace {

namespace fs = std::filesystem;

class ArticlesOf : public ::testing::Test {
 protected:
  ArticlesOf() {
    Index index = Index::create(path(), Recipe::load(write_recipe(folder_ / "recipe")));
    for (const char* id : {"a", "b", "c", "d"}) index.put(make_article(id, big_text(id)));
    index.commit();
    index.remove("b");
    index.put(make_article("e", "A last one."));
    index.commit();
  }
  static std::string big_text(const std::string& id) {
    std::string text;
    for (int i = 0; i < 7000; ++i) text += "Text" + std::to_string(i * 7919) + " of " + id + ". ";
    return text;
  }
  fs::path path() const { return folder_ / "index"; }
  fs::path file(const std::string& name) const { return path() / "segments/000000" / name; }
  void damage(const fs::path& damaged, std::uint64_t at) const {
    std::fstream stream(damaged, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(static_cast<std::streamoff>(at));
    stream.write("damage", 6);
  }
  std::vector<std::string> ids() {
    std::vector<std::string> found;
    warnings_.clear();
    articles_of(path())([&](Article&& article) { found.push_back(article.id); },
                        [&](Warning&& warning) { warnings_.push_back(warning.where); });
    return found;
  }

  TempFolder folder_;
  std::vector<std::string> warnings_;
};

using Ids = std::vector<std::string>;

TEST_F(ArticlesOf, AreThoseThatLiveInTheirOrder) {
  EXPECT_EQ(ids(), (Ids{"a", "c", "d", "e"}));
}

TEST_F(ArticlesOf, ComeThroughWhereEverythingElseIsDamaged) {
  for (const char* name : {"words.dlw", "columns.dlc"}) damage(file(name), 0);
  EXPECT_EQ(error_of([&] { Searcher::open(path()); }).code, ErrorCode::kCorrupt);
  EXPECT_EQ(ids(), (Ids{"a", "c", "d", "e"}));
  EXPECT_TRUE(warnings_.empty());
}

TEST_F(ArticlesOf, AreSkippedWhereTheirTextIsDamaged) {
  damage(file("text.zst"), 10);
  EXPECT_EQ(ids(), (Ids{"c", "d", "e"}));
  EXPECT_EQ(warnings_, Ids{"a"});
}

TEST_F(ArticlesOf, DegradedSearchersLeaveTheDamagedSegmentOutAndSaySo) {
  EXPECT_FALSE(Searcher::open(path(), {.degraded = true}).search("last").degraded);
  damage(file("words.dlw"), 0);
  EXPECT_EQ(error_of([&] { Searcher::open(path()); }).code, ErrorCode::kCorrupt);
  const Searcher searcher = Searcher::open(path(), {.degraded = true});
  EXPECT_EQ(searcher.size(), 1u);
  ASSERT_EQ(searcher.damage().size(), 1u);
  EXPECT_EQ(searcher.damage()[0].where, "segment 000000 with 3 articles");
  const Results results = searcher.search("last");
  EXPECT_TRUE(results.degraded);
  EXPECT_EQ(results.count, 1u);
  ASSERT_EQ(results.warnings.size(), 1u);
  EXPECT_NE(results.warnings[0].text.find("words.dlw"), std::string::npos);
}

}  // namespace
}  // namespace dateline
