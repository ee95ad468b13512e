#include "index/live.hpp"

#include "index/sample.hpp"
#include "index/writer.hpp"

#include <gtest/gtest.h>

namespace dateline::index {
namespace {

// An index of two segments: a0 to a2, and b0, b1.
class LiveTest : public ::testing::Test {
 protected:
  LiveTest()
      : recipe_(write_recipe(folder_ / "recipe")),
        writer_(Writer::create(base::system_files(), folder_ / "index", recipe_)) {
    add({"a0", "a1", "a2"});
    add({"b0", "b1"});
  }

  void add(const std::vector<std::string>& ids) {
    Builder builder = writer_.builder(1, 1 << 20);
    for (const std::string& id : ids) {
      builder.add(make_article(id, "Text of " + id), writer_.next_arrival());
    }
    writer_.commit(builder.finish());
  }
  Live& live() { return writer_.live(); }
  void remove(const std::string& id) { live().remove(live().find(id).value()); }

  TempFolder folder_;
  recipe::Data recipe_;
  Writer writer_;
};

TEST_F(LiveTest, FindsAnArticleOfEachSegmentById) {
  EXPECT_EQ(decode(live().record(live().find("a1").value())).article.id, "a1");
  EXPECT_EQ(decode(live().record(live().find("b1").value())).article.id, "b1");
  EXPECT_EQ(live().size(), 5u);
}

TEST_F(LiveTest, DoesNotFindWhatIsNotThere) {
  EXPECT_FALSE(live().find("a"));
  EXPECT_FALSE(live().find(""));
  EXPECT_FALSE(live().find("a11"));
}

TEST_F(LiveTest, RemovalIsSeenAtOnce) {
  EXPECT_FALSE(live().has_removals());
  remove("a1");
  EXPECT_TRUE(live().has_removals());
  EXPECT_FALSE(live().find("a1"));
  EXPECT_TRUE(live().find("a2"));
  EXPECT_EQ(live().size(), 4u);
}

TEST_F(LiveTest, RemovalsOfSeveralCommitsAddUp) {
  remove("a1");
  writer_.commit({});
  EXPECT_FALSE(live().has_removals());
  remove("a2");
  writer_.commit({});
  EXPECT_EQ(writer_.manifest().segments.at(0).removed, 2u);
  Live again(base::system_files(), folder_ / "index", recipe_);
  again.follow(again.prepare(writer_.manifest()));
  EXPECT_EQ(again.size(), 3u);
  EXPECT_FALSE(again.find("a1"));
  EXPECT_FALSE(again.find("a2"));
  EXPECT_TRUE(again.find("a0"));
}

TEST_F(LiveTest, SegmentWithoutALiveArticleIsLeftOut) {
  remove("b0");
  remove("b1");
  writer_.commit({});
  EXPECT_EQ(writer_.manifest().segments.size(), 1u);
  EXPECT_EQ(live().size(), 3u);
}

TEST_F(LiveTest, FindsTheLiveOneOfTwoArticlesWithOneId) {
  remove("a1");
  add({"a1"});
  const auto found = live().find("a1");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->segment, 2u);
}

}  // namespace
}  // namespace dateline::index
