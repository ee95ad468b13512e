#include "index/bulk.hpp"

#include "index/sample.hpp"

#include <gtest/gtest.h>

namespace dateline::index {
namespace {

class BulkTest : public ::testing::Test {
 protected:
  BulkTest()
      : recipe_(write_recipe(folder_ / "recipe")),
        writer_(Writer::create(base::system_files(), folder_ / "index", recipe_)) {
    options_.threads = 2;
  }
  BuildReport run(const ArticleSource& source) { return Bulk(writer_, options_).run(source); }
  std::string text_of(const std::string& id) {
    return decode(writer_.live().record(writer_.live().find(id).value())).article.text;
  }

  TempFolder folder_;
  recipe::Data recipe_;
  Writer writer_;
  BuildOptions options_;
};

TEST_F(BulkTest, CountsArticlesBytesAndCommits) {
  const auto report =
      run(source_of({make_article("a", "12345"), make_article("b", "123", "1234")}));
  EXPECT_EQ(report.articles, 2u);
  EXPECT_EQ(report.bytes, 12u);
  EXPECT_EQ(report.commits, 1u);
  EXPECT_EQ(report.unchanged + report.skipped + report.duplicates, 0u);
  EXPECT_TRUE(report.warnings.empty());
  EXPECT_EQ(writer_.live().size(), 2u);
}

TEST_F(BulkTest, FirstOfAnIdWinsWithinARun) {
  const auto report = run(source_of({make_article("a", "first"), make_article("a", "second")}));
  EXPECT_EQ(report.articles, 1u);
  EXPECT_EQ(report.duplicates, 1u);
  ASSERT_EQ(report.warnings.size(), 1u);
  EXPECT_EQ(report.warnings[0].where, "a");
  EXPECT_EQ(text_of("a"), "first");
}

TEST_F(BulkTest, SaysWhereADuplicateWasRead) {
  Article second = make_article("a", "second");
  second.where = "wire.jsonl:17";
  const auto report = run(source_of({make_article("a", "first"), second}));
  ASSERT_EQ(report.warnings.size(), 1u);
  EXPECT_EQ(report.warnings[0].where, "wire.jsonl:17");
  EXPECT_NE(report.warnings[0].text.find("\"a\""), std::string::npos);
}

TEST_F(BulkTest, LeavesTheSameAloneAndReplacesTheChanged) {
  run(source_of({make_article("a", "old"), make_article("b", "same")}));
  const auto report = run(source_of({make_article("a", "new"), make_article("b", "same")}));
  EXPECT_EQ(report.articles, 1u);
  EXPECT_EQ(report.unchanged, 1u);
  EXPECT_EQ(text_of("a"), "new");
  EXPECT_EQ(writer_.live().size(), 2u);
}

TEST_F(BulkTest, CommitsNothingWhereNothingChanged) {
  run(source_of({make_article("a", "same")}));
  const auto generation = writer_.manifest().generation;
  EXPECT_EQ(run(source_of({make_article("a", "same")})).commits, 0u);
  EXPECT_EQ(writer_.manifest().generation, generation);
}

TEST_F(BulkTest, SkipsWhatCannotBeIndexedAndGoesOn) {
  const auto report = run([](const auto& sink, const auto& warn) {
    sink(make_article("", "no id"));
    sink(make_article("a", ""));
    warn({"x:3", "skipped: no JSON"});
    warn({"x:4", "the date is not one"});
    sink(make_article("b", "Text."));
  });
  EXPECT_EQ(report.articles, 1u);
  EXPECT_EQ(report.skipped, 3u);
  EXPECT_EQ(report.warnings.size(), 4u);
}

TEST_F(BulkTest, KeepsAThousandWarningsAndCountsAll) {
  const auto report = run([](const auto&, const auto& warn) {
    for (int i = 0; i < 1500; ++i) warn({std::to_string(i), "skipped: no JSON"});
  });
  EXPECT_EQ(report.skipped, 1500u);
  EXPECT_EQ(report.warnings.size(), 1000u);
  EXPECT_EQ(report.warnings.back().where, "999");
}

TEST_F(BulkTest, CommitsAsOftenAsItIsTold) {
  options_.commit_every = 0;
  const auto report = run(source_of({make_article("a", "1"), make_article("b", "2")}));
  EXPECT_EQ(report.commits, 2u);
  EXPECT_EQ(writer_.manifest().segments.size(), 2u);
}

TEST_F(BulkTest, TellsItsProgress) {
  std::vector<std::uint64_t> told;
  options_.progress = [&](std::uint64_t articles, std::uint64_t) { told.push_back(articles); };
  run(source_of({make_article("a", "1"), make_article("b", "2")}));
  EXPECT_EQ(told, (std::vector<std::uint64_t>{1, 2}));
}

TEST_F(BulkTest, CommitsNothingOfASourceThatThrows) {
  const auto caught = error_of([&] {
    run([](const auto& sink, const auto&) {
      sink(make_article("a", "1"));
      throw Error(ErrorCode::kIo, "read", "x", "the disk is gone");
    });
  });
  EXPECT_EQ(caught.code, ErrorCode::kIo);
  EXPECT_TRUE(writer_.manifest().segments.empty());
}

}  // namespace
}  // namespace dateline::index
