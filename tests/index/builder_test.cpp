#include "index/builder.hpp"

#include "index/sample.hpp"

#include <gtest/gtest.h>

#include <set>

namespace dateline::index {
namespace {

class BuilderTest : public ::testing::Test {
 protected:
  BuilderTest() : recipe_(write_recipe(folder_ / "recipe")) {
    std::filesystem::create_directories(folder_ / "index/segments");
  }

  Builder builder(unsigned threads, std::function<std::string()> next = {}) {
    if (!next) next = [this] { return "s" + std::to_string(segments_++); };
    return {recipe_, {base::system_files(), folder_ / "index", "words", next}, threads, 4 << 20};
  }
  // The arrival numbers in the segments.
  std::multiset<std::uint64_t> arrivals(const std::vector<storage::SegmentEntry>& entries) {
    std::multiset<std::uint64_t> found;
    for (const auto& entry : entries) {
      const auto segment = storage::Segment::open(base::system_files(), folder_ / "index", entry);
      for (std::uint32_t doc = 0; doc < segment->size(); ++doc) found.insert(segment->arrival(doc));
    }
    return found;
  }

  TempFolder folder_;
  recipe::Data recipe_;
  int segments_ = 0;
};

TEST_F(BuilderTest, EachArticleIsInOneSegment) {
  for (const unsigned threads : {1u, 3u}) {
    Builder threaded = builder(threads);
    std::multiset<std::uint64_t> expected;
    for (std::uint64_t i = 0; i < 100; ++i) {
      threaded.add(make_article("a" + std::to_string(i), "Some text."), i);
      expected.insert(i);
    }
    const auto entries = threaded.finish();
    EXPECT_GE(entries.size(), 1u);
    EXPECT_LE(entries.size(), threads);
    EXPECT_EQ(arrivals(entries), expected);
  }
}

TEST_F(BuilderTest, WithoutArticlesMakesNoSegment) {
  Builder empty = builder(2);
  EXPECT_TRUE(empty.finish().empty());
  EXPECT_TRUE(std::filesystem::is_empty(folder_ / "index/segments"));
}

TEST_F(BuilderTest, IsReadyForMoreWhenItHasFinished) {
  Builder twice = builder(2);
  twice.add(make_article("a", "Text."), 1);
  EXPECT_EQ(arrivals(twice.finish()), (std::multiset<std::uint64_t>{1}));
  twice.add(make_article("b", "Text."), 2);
  EXPECT_EQ(arrivals(twice.finish()), (std::multiset<std::uint64_t>{2}));
}

TEST_F(BuilderTest, HandsOnWhatAThreadThrew) {
  Builder failing = builder(
      2, []() -> std::string { throw Error(ErrorCode::kIo, "write", "disk", "it is full"); });
  const auto caught = error_of([&] {
    for (std::uint64_t i = 0; i < 10000; ++i) failing.add(make_article("a", "Text."), i);
    failing.finish();
  });
  EXPECT_EQ(caught.code, ErrorCode::kIo);
}

TEST_F(BuilderTest, CanBeDroppedInTheMiddle) {
  Builder dropped = builder(2);
  for (std::uint64_t i = 0; i < 50; ++i) dropped.add(make_article("a", "Text."), i);
}

}  // namespace
}  // namespace dateline::index
