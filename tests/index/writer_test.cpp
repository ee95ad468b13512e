#include "index/writer.hpp"

#include "index/merge_policy.hpp"
#include "index/sample.hpp"

#include <gtest/gtest.h>

namespace dateline::index {
namespace {

class WriterTest : public ::testing::Test {
 protected:
  WriterTest() : recipe_(write_recipe(folder_ / "recipe")) {}
  Writer create() { return Writer::create(base::system_files(), index(), recipe_); }
  Writer open() { return Writer::open(base::system_files(), index()); }
  std::filesystem::path index() const { return folder_ / "index"; }

  TempFolder folder_;
  recipe::Data recipe_;
};

TEST_F(WriterTest, CreatesAnEmptyCommitWithItsOwnRecipe) {
  const Writer writer = create();
  EXPECT_EQ(writer.manifest().generation, 1u);
  EXPECT_TRUE(writer.manifest().segments.empty());
  EXPECT_EQ(writer.manifest().recipe.size(), recipe_.files().size());
  EXPECT_EQ(writer.recipe().folder(), index() / "recipe");
  EXPECT_EQ(bytes_on_disk(writer.manifest()) > 0, true);
}

TEST_F(WriterTest, OpensWithItsOwnRecipeWhateverBecameOfTheOther) {
  create();
  std::filesystem::remove_all(folder_ / "recipe");
  EXPECT_EQ(open().recipe().name(), "sample");
}

TEST_F(WriterTest, CreatesNothingWhereSomethingIs) {
  write_text(index(), "a file");
  EXPECT_EQ(error_of([&] { create(); }).code, ErrorCode::kExists);
}

TEST_F(WriterTest, GoesOnWhereCreatingWasCutOff) {
  write_text(index() / "lock", "");
  write_text(index() / "recipe/recipe.json", "{ half of it");
  write_text(index() / "manifest-000001.tmp", "half");
  std::filesystem::create_directories(index() / "segments");
  EXPECT_EQ(create().recipe().name(), "sample");
  EXPECT_EQ(open().manifest().generation, 1u);
  write_text(folder_ / "other/file", "not ours");
  EXPECT_EQ(
      error_of([&] { Writer::create(base::system_files(), folder_ / "other", recipe_); }).code,
      ErrorCode::kExists);
}

TEST_F(WriterTest, DamageOfAnOldManifestKeepsNobodyFromWriting) {
  create().commit({});
  write_text(index() / "manifest-000001", "damaged");
  Writer writer = open();
  writer.commit({});
  EXPECT_EQ(writer.manifest().generation, 3u);
}

TEST_F(WriterTest, SecondWriterIsLockedOut) {
  const Writer writer = create();
  const auto caught = error_of([&] { open(); });
  EXPECT_EQ(caught.code, ErrorCode::kLocked);
  EXPECT_TRUE(caught.mentions("another process is writing"));
}

TEST_F(WriterTest, ChangedRecipeFileIsDamage) {
  create();
  write_text(index() / "recipe/page.json", "{}");
  const auto caught = error_of([&] { open(); });
  EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
  EXPECT_TRUE(caught.mentions("page.json"));
}

TEST_F(WriterTest, SealsEachCommitOverXapian) {
  const WriteOptions mine{.key = std::string(32, 'm')};
  const auto open_with = [&](const WriteOptions& options) {
    return Writer::open(base::system_files(), index(), options);
  };
  Writer::create(base::system_files(), index(), recipe_, storage::kXapianStore, mine.key);
  const std::string first = open_with(mine).manifest().seal;
  EXPECT_EQ(first.size(), 64u);
  open_with(mine).commit({});
  EXPECT_NE(open_with(mine).manifest().seal, first);
  for (const std::string& key : {std::string(), std::string(32, 'o'), std::string("short")}) {
    EXPECT_EQ(error_of([&] { open_with({.key = key}); }).code, ErrorCode::kInvalid) << key;
  }
  open_with({.key = std::string(32, 'o'), .trust = true});
  EXPECT_EQ(error_of([&] { open_with(mine); }).code, ErrorCode::kInvalid);
}

TEST_F(WriterTest, NumbersOfArticlesAndSegmentsGoOnAfterOpening) {
  {
    Writer writer = create();
    Builder builder = writer.builder(1, 1 << 20);
    builder.add(make_article("a", "Text."), writer.next_arrival());
    writer.commit(builder.finish());
  }
  Writer writer = open();
  EXPECT_EQ(writer.manifest().generation, 2u);
  EXPECT_EQ(writer.next_arrival(), 1u);
  Builder builder = writer.builder(1, 1 << 20);
  builder.add(make_article("b", "Text."), 1);
  writer.commit(builder.finish());
  ASSERT_EQ(writer.manifest().segments.size(), 2u);
  EXPECT_NE(writer.manifest().segments[0].id, writer.manifest().segments[1].id);
}

TEST_F(WriterTest, OpeningClearsWhatACrashLeft) {
  create();
  write_text(index() / "segments/000777/articles.tmp/x", "unfinished");
  open();
  EXPECT_FALSE(std::filesystem::exists(index() / "segments/000777"));
}

TEST_F(WriterTest, MergesInTheBackgroundAndCarriesLaterRemovalsOver) {
  Writer writer = create();
  for (std::size_t i = 0; i < kTierWidth; ++i) {
    Builder builder = writer.builder(1, 1 << 20);
    for (const char* part : {"a", "b"}) {
      builder.add(make_article(part + std::to_string(i), "Text."), writer.next_arrival());
    }
    writer.commit(builder.finish());
  }
  for (const char* id : {"a0", "b3", "a7"}) writer.live().remove(*writer.live().find(id));
  writer.commit({});
  writer.merge();
  ASSERT_EQ(writer.manifest().segments.size(), 1u);
  EXPECT_EQ(writer.live().size(), 2 * kTierWidth - 3);
  for (const char* id : {"a0", "b3", "a7"}) EXPECT_FALSE(writer.live().find(id)) << id;
  for (const char* id : {"b0", "a3", "b7"}) {
    const auto found = writer.live().find(id);
    ASSERT_TRUE(found) << id;
    EXPECT_EQ(decode(writer.live().record(*found)).article.id, id);
  }
}

TEST_F(WriterTest, MergesWhatHasManyRemovedArticlesUntilTheyAreGone) {
  Writer writer = create();
  Builder builder = writer.builder(1, 1 << 20);
  for (const char* id : {"a", "b", "c"}) {
    builder.add(make_article(id, "Text."), writer.next_arrival());
  }
  writer.commit(builder.finish());
  for (const char* id : {"a", "b"}) writer.live().remove(*writer.live().find(id));
  writer.commit({});
  writer.merge();
  ASSERT_EQ(writer.manifest().segments.size(), 1u);
  EXPECT_EQ(writer.manifest().segments[0].articles, 1u);
  EXPECT_EQ(writer.manifest().segments[0].removed, 0u);
  EXPECT_TRUE(writer.live().find("c"));
}

TEST_F(WriterTest, MergeOfSourcesThatAreAllRemovedMeanwhileIsDropped) {
  Writer writer = create();
  for (std::size_t i = 0; i < kTierWidth; ++i) {
    Builder builder = writer.builder(1, 1 << 20);
    builder.add(make_article(std::to_string(i), "Text."), writer.next_arrival());
    writer.commit(builder.finish());
  }
  for (const char* id : {"0", "1"}) writer.live().remove(*writer.live().find(id));
  writer.commit({});
  writer.merge();
  EXPECT_EQ(writer.live().size(), kTierWidth - 2);
  EXPECT_FALSE(writer.live().find("0"));
  EXPECT_TRUE(writer.live().find("2"));
}

TEST(CheckArticle, RefusesWhatCannotBeIndexed) {
  const struct {
    Article article;
    std::string reason;
  } rows[] = {
      {make_article("", "Text"), "id is empty"},
      {make_article(std::string(231, 'x'), "Text"), "longer than 230 bytes"},
      {make_article("a", ""), "title and text are both empty"},
      {make_article("a", std::string((64 << 20) + 1, 'x')), "longer than 64 MiB"},
  };
  for (const auto& row : rows) {
    const auto caught = error_of([&] { check_article(row.article); });
    EXPECT_EQ(caught.code, ErrorCode::kInvalid);
    EXPECT_TRUE(caught.mentions(row.reason)) << caught.message;
  }
}

TEST(CheckArticle, TakesTheLongestIdAndATitleAlone) {
  check_article(make_article(std::string(230, 'x'), "Text"));
  check_article(make_article("a", "", "Title"));
}

}  // namespace
}  // namespace dateline::index
