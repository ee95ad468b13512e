#include "index/departures.hpp"

#include "index/sample.hpp"
#include "index/writer.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>

namespace dateline::index {
namespace {

class DeparturesTest : public ::testing::TestWithParam<TextStore> {
 protected:
  DeparturesTest() : recipe_(Recipe::load(write_recipe(folder_ / "recipe"))) {}

  std::filesystem::path path(const std::string& name) const { return folder_ / name; }
  Index create(const std::string& name) { return Index::create(path(name), recipe_, GetParam()); }
  // What a term weighs depends on all statistics.
  static std::vector<std::pair<std::string, double>> answers(const std::filesystem::path& index) {
    return Searcher::open(index).rank(parse_query("ceasefire gas ukraine version*").query, 100);
  }

  TempFolder folder_;
  Recipe recipe_;
};

TEST_P(DeparturesTest, CountEachTermOnceForEachArticle) {
  {
    Index index = create("index");
    index.put(make_article("a", "Gas, gas and ceasefire in Kyiv."));
    index.put(make_article("b", "Gas in Berlin."));
    index.put(make_article("c", "Nothing."));
    index.commit();
  }
  const auto manifest = storage::load_manifest(base::system_files(), path("index"));
  const auto segment =
      storage::Segment::open(base::system_files(), path("index"), manifest.segments.at(0));
  storage::Removed removed;
  Departures departures(recipe_.data());
  departures.add(*segment, {2}, removed);
  departures.add(*segment, {0, 1}, removed);
  EXPECT_EQ(removed.docs, (std::vector<std::uint32_t>{0, 1, 2}));
  EXPECT_EQ(removed.length, segment->total_length());
  EXPECT_EQ(removed.terms.at("gas"), 2u);
  EXPECT_EQ(removed.terms.at("Len"), 3u);
  storage::SegmentSession session = segment->session();
  for (const auto& [term, articles] : removed.terms) {
    EXPECT_EQ(session.document_frequency(term), articles) << term;
  }
  EXPECT_EQ(session.terms("", 1000).size(), removed.terms.size());
}

TEST_P(DeparturesTest, AddingAndRemovingIsNeverHavingAdded) {
  Index plain = create("plain");
  Index changed = create("changed");
  for (int i = 0; i < 6; ++i) {
    const auto id = std::to_string(i);
    const auto text = "Ceasefire number " + id + " for gas in Ukraine.";
    plain.put(make_article(id, text));
    changed.put(make_article("extra" + id, text + " Gas version" + id + " grid power."));
    changed.put(make_article(id, text));
    if (i % 2 == 0) changed.commit();
    if (i > 3) changed.remove("extra" + std::to_string(i - 2));
  }
  for (const int i : {0, 1, 4, 5}) EXPECT_TRUE(changed.remove("extra" + std::to_string(i)));
  plain.commit();
  changed.commit();
  EXPECT_EQ(answers(path("changed")), answers(path("plain")));
  changed.put(make_article("7", "Gas again."));  // replaced before the commit
  changed.put(make_article("7", "Ceasefire again."));
  plain.put(make_article("7", "Ceasefire again."));
  plain.commit();
  changed.commit();
  EXPECT_EQ(answers(path("changed")), answers(path("plain")));
  changed.merge();
  EXPECT_EQ(answers(path("changed")), answers(path("plain")));
}

INSTANTIATE_TEST_SUITE_P(OverBothStores, DeparturesTest,
                         ::testing::Values(TextStore::kWords, TextStore::kXapian));

}  // namespace
}  // namespace dateline::index
