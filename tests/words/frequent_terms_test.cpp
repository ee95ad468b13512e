#include "words/frequent_terms.hpp"

#include "words/damaged.hpp"
#include "words/random_words.hpp"

#include <dateline/error.hpp>

#include <gtest/gtest.h>

#include <algorithm>

namespace dateline::words {
namespace {

using Counts = std::vector<std::pair<std::string, std::uint32_t>>;

// Whether each was known to be no more frequent than that before it came.
Counts drain(const Reader& reader, std::string_view beginning) {
  Counts counts;
  FrequentTerms terms(reader, beginning);
  for (std::uint32_t bound = terms.bound(); bound > 0; bound = terms.bound()) {
    const std::string term = terms.next();
    if (term.empty()) break;
    counts.emplace_back(term, reader.find(term)->document_frequency);
    EXPECT_GE(bound, counts.back().second) << term;
  }
  return counts;
}

TEST(FrequentTerms, AreAllThatBeginSoFromTheMostFrequentOn) {
  const RandomWords words = random_words(21, {400, 900, 40});
  for (const char* beginning : {"", "t", "w", "zz", "\xff\xff"}) {
    Counts expected;
    for (auto walk = words.reader->walk(beginning);
         !walk.at_end() && walk.term().starts_with(beginning); walk.next()) {
      expected.emplace_back(walk.term(), walk.info().document_frequency);
    }
    const Counts found = drain(*words.reader, beginning);
    EXPECT_TRUE(std::is_sorted(found.begin(), found.end(), [](const auto& a, const auto& b) {
      return a.second > b.second;
    })) << beginning;
    EXPECT_TRUE(std::is_permutation(found.begin(), found.end(), expected.begin(), expected.end()))
        << beginning;
  }
}

TEST(FrequentTerms, OfAFileWithoutArticlesAreNone) {
  const std::string bytes =
      build_bytes(random_words(22, {.articles = 3}).vocabulary, {}, kManyBytes);
  EXPECT_TRUE(drain(Reader(bytes, "none"), "").empty());
}

// The last column of the dictionary's index.
TEST(FrequentTerms, AreCorruptWhereABlockIsSaidToHoldRarerOnes) {
  RandomWords words = random_words(23, {400, 900, 40});
  const Footer& footer = words.reader->bytes().footer();
  const std::uint64_t end = footer.index.offset + footer.index.size;
  const std::uint64_t blocks = (footer.terms + footer.terms_per_block - 1) / footer.terms_per_block;
  const std::uint64_t size = (blocks * 5 + 7) / 8;
  words.bytes.replace(end - size, size, size, '\0');
  seal(words.bytes);
  const Reader reader(words.bytes, "damaged");
  EXPECT_THROW(drain(reader, ""), Error);
}

}  // namespace
}  // namespace dateline::words
