#include "storage/story_writer.hpp"

#include "base/temp_folder.hpp"
#include "storage/manifest.hpp"
#include "storage/segment_format.hpp"

#include <gmock/gmock.h>

#include <numeric>
#include <random>
#include <span>

namespace dateline::storage {
namespace {

using ::testing::ElementsAre;

class StoryWriterTest : public ::testing::Test {
 protected:
  StoryWriterTest() {
    std::mt19937 random(5);
    for (int i = 0; i < 60; ++i) {
      stories::Fingerprints article;
      article.body = random();
      for (auto marks = random() % 40; marks > 0; --marks) {
        article.marks.push_back(
            {static_cast<std::uint32_t>(random() % 200), static_cast<std::uint8_t>(random() % 9)});
      }
      articles_.push_back(std::move(article));
    }
  }

  using Each = std::function<void(StoryWriter& writer)>;
  // The bytes of a segment's file.
  std::string written(const std::string& id, std::size_t memory, const Each& add) {
    const std::string name = segment_file(id, kStoriesFile);
    files_.create_folder((folder_.path() / name).parent_path());
    StoryWriter writer(files_, folder_.path() / name, memory);
    add(writer);
    writer.finish();
    return files_.read_all(folder_.path() / name);
  }
  Each articles(std::size_t begin, std::size_t end) const {
    return [this, begin, end](StoryWriter& writer) {
      for (std::size_t i = begin; i < end; ++i) {
        writer.add(articles_[i], DayRange{static_cast<int>(i), static_cast<int>(i)});
      }
    };
  }
  std::unique_ptr<const StoryFile> open(const std::string& id, std::uint32_t size) {
    const FileEntry file = describe_file(files_, folder_.path(), segment_file(id, kStoriesFile));
    return StoryFile::open(files_, folder_.path(), {id, size, 0, {file}, {}});
  }

  std::vector<stories::Fingerprints> articles_;
  TempFolder folder_;
  base::FileSystem& files_ = base::system_files();
};

TEST_F(StoryWriterTest, WritesTheSameBytesWhateverItsMemory) {
  const std::string whole = written("1", std::size_t{1} << 20, articles(0, 60));
  EXPECT_EQ(written("2", 2000, articles(0, 60)), whole);
  EXPECT_EQ(written("3", 0, articles(0, 60)), whole);
  EXPECT_THAT(files_.list(folder_.path() / "segments" / "2"), ElementsAre("stories.dls"))
      << "what was put aside is removed";
}

TEST_F(StoryWriterTest, JoinsFilesAsIfTheirArticlesCameOneBehindTheOther) {
  const std::string whole = written("1", 2000, articles(0, 60));
  written("2", 2000, articles(0, 20));
  written("3", 2000, articles(20, 50));
  const auto first = open("2", 20);
  const auto second = open("3", 30);
  std::vector<std::uint32_t> numbers(50);
  std::iota(numbers.begin(), numbers.end(), 0U);
  EXPECT_EQ(written("4", 2000,
                    [&](StoryWriter& writer) {
                      writer.add(*first, std::span(numbers).first(20));
                      writer.add(*second, std::span(numbers).subspan(20));
                      articles(50, 60)(writer);
                    }),
            whole);
}

TEST_F(StoryWriterTest, LeavesOutTheArticlesOfAFileThatGetNoNumber) {
  const std::string kept = written("1", 2000, [&](StoryWriter& writer) {
    articles(0, 7)(writer);
    articles(9, 20)(writer);
  });
  written("2", 2000, articles(0, 20));
  const auto file = open("2", 20);
  std::vector<std::uint32_t> numbers(20);
  std::iota(numbers.begin(), numbers.begin() + 7, 0U);
  numbers[7] = numbers[8] = kDropped;
  std::iota(numbers.begin() + 9, numbers.end(), 7U);
  EXPECT_EQ(written("3", 2000, [&](StoryWriter& writer) { writer.add(*file, numbers); }), kept);
}

}  // namespace
}  // namespace dateline::storage
