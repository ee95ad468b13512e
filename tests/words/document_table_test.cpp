#include "words/document_table.hpp"

#include "words/random_words.hpp"

#include <gtest/gtest.h>

namespace dateline::words {
namespace {

TEST(DocumentTable, ComesBackFromAFileAsItWasAdded) {
  const Vocabulary vocabulary = [] {
    Vocabulary one;
    one.intern("a");
    return one;
  }();
  DocumentTable table;
  std::vector<std::vector<TermPosting>> articles;
  for (std::uint32_t n = 0; n < 70; ++n) {
    // A title of n % 5 words, a body of n words; the last of them weighs more than its place.
    articles.emplace_back();
    for (std::uint32_t p = 0; p < n % 5; ++p) articles.back().push_back({0, p, 3});
    for (std::uint32_t p = 0; p < n; ++p) articles.back().push_back({0, 128 + p, p == 9 ? 7u : 1u});
    table.add(n % 5 * 3 + n + (n > 9 ? 6 : 0), {n % 5, n % 5 + n});
  }
  const std::string bytes = build_bytes(vocabulary, articles, kManyBytes);
  const Reader reader(bytes, "documents");
  ASSERT_EQ(reader.size(), table.size());
  EXPECT_EQ(reader.total_length(), table.total_length);
  EXPECT_EQ(reader.longest(), 69u + 12u + 6u);
  for (std::uint32_t doc = 0; doc < table.size(); ++doc) {
    EXPECT_EQ(reader.length(doc), table.lengths[doc]) << doc;
    EXPECT_EQ(reader.places(doc).title, table.places[doc].title) << doc;
    EXPECT_EQ(reader.places(doc).span, table.places[doc].span) << doc;
  }
}

}  // namespace
}  // namespace dateline::words
