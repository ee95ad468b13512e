#include "index/merger.hpp"

#include "index/sample.hpp"
#include "index/writer.hpp"

#include <gmock/gmock.h>

namespace dateline::index {
namespace {

using Numbers = std::vector<std::uint32_t>;

TEST(CarryOver, NumbersShiftBehindTheSourcesBeforeAndTheDroppedOnes) {
  Merged merged;
  merged.sources = {{"a", 4, {}}, {"b", 5, {1, 3}}, {"c", 2, {}}};
  EXPECT_EQ(carry_over(merged, {{}, {}, {}}), Numbers{});
  EXPECT_EQ(carry_over(merged, {{0, 3}, {}, {1}}), (Numbers{0, 3, 8}));
  EXPECT_EQ(carry_over(merged, {{}, {0, 1, 2, 3, 4}, {}}), (Numbers{4, 5, 6}));
}

class MergerTest : public ::testing::Test {
 protected:
  MergerTest()
      : recipe_(write_recipe(folder_ / "recipe")),
        writer_(Writer::create(base::system_files(), folder_ / "index", recipe_,
                               storage::kXapianStore)),
        merger_(base::system_files(), folder_ / "index", writer_.recipe(),
                writer_.manifest().text_store) {}

  void add(const std::vector<std::string>& ids) {
    Builder builder = writer_.builder(1, 1 << 20);
    for (const auto& id : ids) {
      builder.add(make_article(id, "A ceasefire of " + id + "."), writer_.next_arrival());
    }
    writer_.commit(builder.finish());
  }
  void remove(const std::string& id) { writer_.live().remove(*writer_.live().find(id)); }
  Merged merge() {
    merger_.start(writer_.manifest().segments, "merged");
    return *merger_.take(true);
  }

  TempFolder folder_;
  recipe::Data recipe_;
  Writer writer_;
  Merger merger_;
};

TEST_F(MergerTest, IsIdleBeforeAndAfter) {
  EXPECT_TRUE(merger_.is_idle());
  EXPECT_EQ(merger_.take(true), std::nullopt);
  EXPECT_TRUE(merger_.in_work().empty());
  add({"a"});
  merger_.start(writer_.manifest().segments, "merged");
  EXPECT_FALSE(merger_.is_idle());
  EXPECT_THAT(merger_.in_work(),
              ::testing::ElementsAre("merged", writer_.manifest().segments.at(0).id))
      << "the files of the sources have to stay, too";
  EXPECT_TRUE(merger_.take(true).has_value());
  EXPECT_TRUE(merger_.is_idle());
}

TEST_F(MergerTest, JoinsSegmentsAsTheyAreWhereNothingIsRemoved) {
  add({"a", "b", "c"});
  add({"d", "e"});
  const Merged merged = merge();
  EXPECT_EQ(merged.entry.articles, 5u);
  ASSERT_EQ(merged.sources.size(), 2u);
  EXPECT_TRUE(merged.sources[0].dropped.empty());
}

TEST_F(MergerTest, DropsTheRemoved) {
  add({"a", "b", "c"});
  add({"d", "e"});
  remove("b");
  remove("c");
  writer_.commit({});
  const Merged merged = merge();
  EXPECT_EQ(merged.entry.articles, 3u);
  EXPECT_EQ(merged.sources[0].dropped, (Numbers{1, 2}));
  const auto segment =
      storage::Segment::open(base::system_files(), folder_ / "index", merged.entry);
  EXPECT_EQ(decode(segment->record(0)).article.id, "a");
  EXPECT_EQ(decode(segment->record(2)).article.id, "e");
  EXPECT_EQ(segment->arrival(2), 4u);
  EXPECT_EQ(segment->session().document_frequency("ceasefir"), 3u);
}

TEST_F(MergerTest, DeletesWhatNobodyTook) {
  add({"a"});
  {
    Merger merger(base::system_files(), folder_ / "index", writer_.recipe(), "words");
    merger.start(writer_.manifest().segments, "merged");
  }
  EXPECT_FALSE(std::filesystem::exists(folder_ / "index/segments/merged"));
}

TEST_F(MergerTest, PassesOnWhatWentWrong) {
  add({"a"});
  write_text(folder_ / "index/segments/000000/text.zst", "no text");
  merger_.start(writer_.manifest().segments, "merged");
  EXPECT_EQ(error_of([&] { merger_.take(true); }).code, ErrorCode::kCorrupt);
  EXPECT_TRUE(merger_.is_idle());
}

}  // namespace
}  // namespace dateline::index
