#include "storage/story_file.hpp"

#include "base/temp_folder.hpp"
#include "storage/segment_format.hpp"
#include "storage/story_writer.hpp"

#include <dateline/error.hpp>

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <tuple>

namespace dateline::storage {
namespace {

using ::testing::IsEmpty;

class StoryFileTest : public ::testing::Test {
 protected:
  stories::Fingerprints random_prints(std::uint32_t numbers) {
    stories::Fingerprints prints;
    prints.body = random_();
    prints.extent.shingles = static_cast<std::uint32_t>(random_() % 3000);
    prints.extent.level = static_cast<std::uint8_t>(random_() % 6);
    for (auto& count : prints.extent.counts) count = static_cast<std::uint32_t>(random_() % 128);
    for (auto i = random_() % 100; i > 0; --i) {
      prints.marks.push_back({static_cast<std::uint32_t>(random_()) % numbers,
                              static_cast<std::uint8_t>(random_() % 9)});
    }
    return prints;
  }

  // Writes a segment's file and opens it.
  std::unique_ptr<const StoryFile> write(const std::vector<stories::Fingerprints>& articles,
                                         const std::string& id = "1") {
    const std::string name = segment_file(id, kStoriesFile);
    files_.create_folder((folder_.path() / name).parent_path());
    StoryWriter writer(files_, folder_.path() / name);
    for (std::size_t i = 0; i < articles.size(); ++i) {
      writer.add(articles[i], i % 3 == 0 ? std::nullopt : std::optional(days(i)));
    }
    writer.finish();
    entry_ = {id,
              static_cast<std::uint32_t>(articles.size()),
              0,
              {describe_file(files_, folder_.path(), name)},
              {}};
    return StoryFile::open(files_, folder_.path(), entry_);
  }

  static DayRange days(std::size_t i) {
    return {-5000 + static_cast<int>(i), 3 * static_cast<int>(i)};
  }

  static std::vector<KeptMark> sorted(const std::vector<stories::Fingerprints>& articles) {
    std::vector<KeptMark> marks;
    for (std::uint32_t doc = 0; doc < articles.size(); ++doc) {
      for (const auto& mark : articles[doc].marks) marks.push_back({mark.number, doc, mark.part});
    }
    std::sort(marks.begin(), marks.end(), [](const auto& a, const auto& b) {
      return std::tuple(a.number, a.doc, a.part) < std::tuple(b.number, b.doc, b.part);
    });
    return marks;
  }

  TempFolder folder_;
  base::FileSystem& files_ = base::system_files();
  SegmentEntry entry_;
  std::mt19937 random_{7};
};

TEST_F(StoryFileTest, GivesTheMarksOfAllArticlesByNumber) {
  std::vector<stories::Fingerprints> articles;
  for (int i = 0; i < 50; ++i) articles.push_back(random_prints(1000));
  const auto file = write(articles);
  std::vector<KeptMark> found;
  for (StoryFile::Cursor at(*file); !at.at_end(); at.next()) found.push_back(at.mark());
  EXPECT_EQ(found, sorted(articles));
}

TEST_F(StoryFileTest, GivesTheArticlesBack) {
  const std::vector<stories::Fingerprints> articles{random_prints(9), random_prints(9)};
  const auto file = write(articles);
  ASSERT_EQ(file->articles().size(), 2u);
  EXPECT_EQ(file->articles()[0], (Wording{articles[0].body, articles[0].extent, std::nullopt}));
  EXPECT_EQ(file->articles()[1], (Wording{articles[1].body, articles[1].extent, days(1)}));
}

TEST_F(StoryFileTest, SkipsToTheFirstMarkThatIsNotBelow) {
  for (const std::uint32_t numbers : {20u, 300u, 1u << 31}) {
    std::vector<stories::Fingerprints> articles;
    for (int i = 0; i < 40; ++i) articles.push_back(random_prints(numbers));
    const auto file = write(articles, std::to_string(numbers));
    const auto marks = sorted(articles);
    for (int round = 0; round < 200; ++round) {
      StoryFile::Cursor at(*file);
      std::uint32_t target = 0;
      for (int step = 0; step < 5; ++step) {
        target += static_cast<std::uint32_t>(random_()) % (numbers / 4);
        at.skip_to(target);
        const auto expected = std::find_if(marks.begin(), marks.end(),
                                           [&](const auto& mark) { return mark.number >= target; });
        ASSERT_EQ(at.at_end(), expected == marks.end());
        if (at.at_end()) break;
        ASSERT_EQ(at.mark(), *expected);
      }
    }
  }
}

TEST_F(StoryFileTest, OfNoArticlesIsEmpty) {
  const auto file = write({});
  EXPECT_THAT(file->articles(), IsEmpty());
  EXPECT_TRUE(StoryFile::Cursor(*file).at_end());
}

TEST_F(StoryFileTest, IsMissingWhereStoriesAreNotSought) {
  EXPECT_EQ(StoryFile::open(files_, folder_.path(), {"9", 1, 0, {}, {}}), nullptr);
}

TEST_F(StoryFileTest, ThatIsDamagedIsAnErrorAndNeverReadBeyondItsEnd) {
  write({random_prints(50), random_prints(50)});
  const auto path = folder_.path() / entry_.files.front().name;
  const std::string good = files_.read_all(path);
  for (std::size_t size = 0; size < good.size(); size += 7) {
    files_.remove_all(path);
    files_.write_all(path, std::string_view(good).substr(0, size));
    EXPECT_THROW(StoryFile::open(files_, folder_.path(), entry_)->articles(), Error);
    // A wrong file under a right checksum.
    SegmentEntry lying = entry_;
    lying.files.front() = describe_file(files_, folder_.path(), entry_.files.front().name);
    try {
      const auto file = StoryFile::open(files_, folder_.path(), lying);
      for (StoryFile::Cursor at(*file); !at.at_end(); at.next()) {
      }
    } catch (const Error&) {
    }
  }
}

}  // namespace
}  // namespace dateline::storage
