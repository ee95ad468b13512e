#include "words/merge.hpp"

#include "words/random_words.hpp"

#include <dateline/error.hpp>

#include <gtest/gtest.h>
#include <unistd.h>

#include <functional>
#include <numeric>

namespace dateline::words {
namespace {

using Articles = std::vector<std::vector<TermPosting>>;

std::string merge_bytes(
    const std::vector<MergeSource>& sources, const std::function<void()>& forget = [] {}) {
  const std::string path = ::testing::TempDir() + "/merged_" + std::to_string(::getpid()) + ".dlw";
  auto& files = base::system_files();
  files.remove_all(path);
  merge_files(files, path, sources, forget);
  std::string bytes = files.read_all(path);
  files.remove_all(path);
  return bytes;
}

// Parts of random articles as files, merged, against one file of the articles that stay.
struct Merge {
  // A part has articles [begins[i], begins[i + 1]).
  Merge(const RandomWords& words, std::vector<std::size_t> begins,
        const std::function<bool(std::size_t)>& stays) {
    const auto at = [&](std::size_t i) { return words.postings.begin() + static_cast<long>(i); };
    Articles kept;
    std::vector<std::string> bytes;
    std::vector<std::vector<std::uint32_t>> numbers(begins.size() - 1);
    for (std::size_t part = 0; part + 1 < begins.size(); ++part) {
      const Articles articles(at(begins[part]), at(begins[part + 1]));
      bytes.push_back(build_bytes(words.vocabulary, articles, kManyBytes));
      for (std::size_t i = begins[part]; i < begins[part + 1]; ++i) {
        numbers[part].push_back(stays(i) ? static_cast<std::uint32_t>(kept.size()) : kDropped);
        if (stays(i)) kept.push_back(words.postings[i]);
      }
    }
    std::vector<std::unique_ptr<Reader>> readers;
    std::vector<MergeSource> sources;
    for (std::size_t part = 0; part < bytes.size(); ++part) {
      readers.push_back(std::make_unique<Reader>(bytes[part], "a part"));
      sources.push_back({readers[part].get(), numbers[part]});
    }
    merged = merge_bytes(sources);
    expected = build_bytes(words.vocabulary, kept, kManyBytes);
  }
  std::string merged;
  std::string expected;
};

bool all(std::size_t /*article*/) {
  return true;
}

TEST(MergeFiles, WritesTheBytesThatOneBuilderWouldHaveWritten) {
  const Merge few(random_words(1, {.articles = 300}), {0, 1, 150, 150, 300}, all);
  EXPECT_EQ(few.merged, few.expected);
  const Merge many(random_words(2, {.articles = 6000, .vocabulary = 900}), {0, 2500, 6000}, all);
  EXPECT_EQ(many.merged, many.expected);
}

TEST(MergeFiles, LetsGoOfWhatItReadInTheEnd) {
  const RandomWords words = random_words(2, {});
  const std::string part = build_bytes(words.vocabulary, words.postings, kManyBytes);
  const Reader reader(part, "a part");
  std::vector<std::uint32_t> numbers(words.postings.size());
  std::iota(numbers.begin(), numbers.end(), 0U);
  std::size_t times = 0;
  EXPECT_EQ(merge_bytes({{&reader, numbers}}, [&] { ++times; }), part);
  EXPECT_EQ(times, 1U);
}

TEST(MergeFiles, LeavesOutTheDroppedAndTheTermsOfNobodyElse) {
  const RandomWords words = random_words(3, {.articles = 3000, .vocabulary = 2000});
  const Merge thirds(words, {0, 1000, 3000}, [](std::size_t i) { return i % 3 == 1; });
  EXPECT_EQ(thirds.merged, thirds.expected);
  const Merge one(words, {0, 1000, 3000}, [](std::size_t i) { return i == 1700; });
  EXPECT_EQ(one.merged, one.expected);
  const Reader reader(one.merged, "one");
  EXPECT_LT(reader.terms(), 100u);
}

TEST(MergeFiles, WritesAFileWithoutArticlesWhereNoneIsLeft) {
  const Merge none(random_words(4, {.articles = 30}), {0, 30}, [](std::size_t) { return false; });
  EXPECT_EQ(none.merged, none.expected);
  EXPECT_EQ(Reader(none.merged, "none").size(), 0u);
}

TEST(MergeFiles, RefusesADamagedSource) {
  RandomWords words = random_words(5, {.articles = 4000});
  words.bytes[kHeaderSize + 100] = static_cast<char>(words.bytes[kHeaderSize + 100] ^ 1);
  const Reader reader(words.bytes, "a part");
  std::vector<std::uint32_t> numbers(reader.size());
  std::iota(numbers.begin(), numbers.end(), 0u);
  try {
    merge_bytes({{&reader, numbers}});
    FAIL() << "it was merged";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kCorrupt);
  }
}

}  // namespace
}  // namespace dateline::words
