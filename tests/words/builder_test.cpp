#include "words/builder.hpp"

#include "words/random_words.hpp"

#include <dateline/error.hpp>

#include <gtest/gtest.h>
#include <unistd.h>

namespace dateline::words {
namespace {

// A folder of the running test's own.
std::string folder() {
  return ::testing::TempDir() + "/builder_test_" + std::to_string(::getpid());
}

std::string temporary(const std::string& name) {
  base::system_files().remove_all(folder());
  base::system_files().create_folder(folder());
  return folder() + "/" + name;
}

TEST(Builder, LeavesNothingButTheFileWhateverItSpilled) {
  const std::string path = temporary("words.dlw");
  Vocabulary vocabulary;
  for (std::uint32_t n = 0; n < 3000; ++n) vocabulary.intern(term_name(n));
  Builder builder(base::system_files(), path, vocabulary, 0);
  std::mt19937 random(1);
  std::size_t runs = 0;
  for (int i = 0; i < 4000; ++i) {
    std::vector<TermPosting> postings;
    for (std::uint32_t p = 0; p < 400; ++p) postings.push_back({skewed(random, 3000), 128 + p, 1});
    builder.add(postings);
    runs = base::system_files().list(folder()).size();
  }
  EXPECT_GT(runs, 3u);  // it did spill
  EXPECT_EQ(builder.size(), 4000u);
  builder.finish();
  EXPECT_EQ(base::system_files().list(folder()), std::vector<std::string>{"words.dlw"});
}

TEST(Builder, RefusesAnArticleThatIsTooLong) {
  Vocabulary vocabulary;
  const std::uint32_t term = vocabulary.intern("a");
  Builder builder(base::system_files(), temporary("words.dlw"), vocabulary, 0);
  const std::vector<TermPosting> postings = {{term, 128, 0xfffffff0u}, {term, 129, 0xfu}};
  try {
    builder.add(postings);
    FAIL() << "it was taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kLimit);
  }
  EXPECT_EQ(builder.size(), 0u);
}

TEST(Builder, CountsAPositionOnceAndAllItsWeights) {
  Vocabulary vocabulary;
  const std::uint32_t term = vocabulary.intern("title");
  const std::vector<TermPosting> postings = {{term, 127, 3}, {term, 127, 3}, {term, 128, 1}};
  const std::string bytes = build_bytes(vocabulary, {postings}, kManyBytes);
  const Reader reader(bytes, "positions");
  EXPECT_EQ(reader.length(0), 7u);
  EXPECT_EQ(reader.total_frequency(*reader.find("title")), 7u);
}

}  // namespace
}  // namespace dateline::words
