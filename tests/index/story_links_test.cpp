#include "index/story_links.hpp"

#include "base/temp_folder.hpp"
#include "storage/segment_format.hpp"
#include "storage/story_writer.hpp"
#include "stories/kinship.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

namespace dateline::index {
namespace {

using ::testing::IsEmpty;

// Articles that copy from each other.
std::vector<stories::Fingerprints> random_articles(std::size_t count, std::mt19937& random) {
  std::vector<stories::Fingerprints> articles;
  for (std::size_t i = 0; i < count; ++i) {
    stories::Fingerprints prints;
    if (i > 0 && random() % 2 == 0) {
      prints = articles[random() % i];
      if (random() % 3 == 0) prints.marks.resize(prints.marks.size() / 2);
      prints.body += random() % 2;
    } else {
      prints.body = random();
      std::set<std::uint32_t> numbers;
      while (numbers.size() < 40) numbers.insert(static_cast<std::uint32_t>(random()) % 40000);
      for (std::uint8_t m = 0; const std::uint32_t number : numbers) {
        prints.marks.push_back({number, static_cast<std::uint8_t>(m++ * stories::kParts / 40)});
      }
    }
    prints.extent.shingles = static_cast<std::uint32_t>(prints.marks.size());
    prints.extent.counts = {prints.extent.shingles, 0, 0, 0, 0};
    articles.push_back(std::move(prints));
  }
  return articles;
}

class StoryLinksTest : public ::testing::Test {
 protected:
  using Articles = std::vector<stories::Fingerprints>;

  static std::optional<DayRange> day_of(std::uint64_t arrival) {
    if (arrival % 4 == 0) return std::nullopt;
    const int day = static_cast<int>(arrival) * 7 % 90;
    return DayRange{day, day};
  }

  // A segment of the articles [begin, end), numbered by their places.
  WordedSegment segment(const Articles& articles, std::size_t begin, std::size_t end, bool is_new) {
    const std::string id = std::to_string(files_.size());
    const std::string name = storage::segment_file(id, storage::kStoriesFile);
    base::system_files().create_folder((folder_.path() / name).parent_path());
    storage::StoryWriter writer(base::system_files(), folder_.path() / name);
    for (std::size_t i = begin; i < end; ++i) writer.add(articles[i], day_of(i));
    writer.finish();
    const storage::SegmentEntry entry{
        id,
        static_cast<std::uint32_t>(end - begin),
        0,
        {storage::describe_file(base::system_files(), folder_.path(), name)},
        {}};
    files_.push_back(storage::StoryFile::open(base::system_files(), folder_.path(), entry));
    return {files_.back().get(), is_new,
            [this, begin](std::uint32_t doc) { return !removed_.contains(begin + doc); },
            [begin](std::uint32_t doc) { return begin + doc; }};
  }

  // Every pair by itself.
  std::vector<stories::Link> by_hand(const Articles& articles, std::size_t first_new) const {
    std::vector<stories::Link> links;
    for (std::size_t a = 0; a < articles.size(); ++a) {
      for (std::size_t b = std::max(a + 1, first_new); b < articles.size(); ++b) {
        if (removed_.contains(a) || removed_.contains(b)) continue;
        if (!stories::within_window(day_of(a), day_of(b))) continue;
        stories::Shared shared;
        for (const auto& mark : articles[a].marks) {
          for (const auto& other : articles[b].marks) {
            if (mark.number != other.number) continue;
            ++shared.count;
            shared.parts_a = static_cast<std::uint8_t>(shared.parts_a | 1 << mark.part);
            shared.parts_b = static_cast<std::uint8_t>(shared.parts_b | 1 << other.part);
          }
        }
        if (shared.count == 0) continue;
        const auto kin = stories::judge(articles[a].extent, articles[b].extent, shared,
                                        articles[a].body == articles[b].body);
        if (!kin) continue;
        links.push_back({a, b, kin->kind, articles[a].extent.shingles > articles[b].extent.shingles,
                         kin->strength});
      }
    }
    return links;
  }

  TempFolder folder_;
  std::vector<std::unique_ptr<const storage::StoryFile>> files_;
  std::set<std::uint64_t> removed_;
};

TEST_F(StoryLinksTest, AreThoseOfEveryPairByItself) {
  std::mt19937 random(5);
  for (int round = 0; round < 10; ++round) {
    const Articles articles = random_articles(60, random);
    removed_ = {random() % 60, random() % 60};
    const std::size_t first_new = 10 + random() % 40;
    const auto links =
        find_links({segment(articles, 0, 10, false), segment(articles, 10, first_new, false),
                    segment(articles, first_new, 60, true)});
    EXPECT_EQ(links, by_hand(articles, first_new));
    EXPECT_FALSE(links.empty());
  }
}

TEST_F(StoryLinksTest, AreTheSameHoweverTheArticlesAreCutIntoSegments) {
  std::mt19937 random(6);
  const Articles articles = random_articles(90, random);
  const auto whole = find_links({segment(articles, 0, 90, true)});
  EXPECT_EQ(whole, find_links({segment(articles, 60, 90, true), segment(articles, 0, 30, true),
                               segment(articles, 30, 60, true)}));
}

TEST_F(StoryLinksTest, AreTheSameHoweverFewPairsAreHeldAtATime) {
  std::mt19937 random(8);
  const Articles articles = random_articles(90, random);
  const std::vector<WordedSegment> segments{segment(articles, 0, 60, false),
                                            segment(articles, 60, 90, true)};
  const auto links = find_links(segments);
  EXPECT_FALSE(links.empty());
  for (const std::size_t most : {1u, 200u, 1000u}) EXPECT_EQ(find_links(segments, most), links);
}

TEST_F(StoryLinksTest, OfNoNewSegmentAreNone) {
  std::mt19937 random(7);
  const Articles articles = random_articles(20, random);
  EXPECT_THAT(find_links({segment(articles, 0, 20, false)}), IsEmpty());
  EXPECT_THAT(find_links({}), IsEmpty());
}

}  // namespace
}  // namespace dateline::index
