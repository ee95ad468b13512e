#include "words/document_set.hpp"

#include "words/random_words.hpp"

#include <gtest/gtest.h>

namespace dateline::words {
namespace {

TEST(DocumentSet, KnowsEachDocumentInAnyOrder) {
  for (const std::uint32_t articles : {3u, 200u, 6000u}) {
    const RandomWords file = random_words(articles, {articles, 60, 25});
    std::mt19937 random(1);
    for (std::uint32_t n = 0; n < 60; ++n) {
      const std::string term = term_name(n);
      const auto info = file.reader->find(term);
      if (!info) continue;
      DocumentSet set(*file.reader, *info);
      for (int i = 0; i < 2000; ++i) {
        const auto doc = static_cast<std::uint32_t>(random() % articles);
        ASSERT_EQ(set.has(doc), file.articles[doc].postings.contains(term)) << term << " " << doc;
      }
    }
  }
}

TEST(DocumentSet, GivesAllAtOnce) {
  const RandomWords file = random_words(7, {3000, 60, 25});
  int sets = 0;
  for (std::uint32_t n = 0; n < 60; ++n) {
    const auto info = file.reader->find(term_name(n));
    if (!info || info->document_frequency > file.reader->size() / 8) continue;
    DocumentSet set(*file.reader, *info);
    const std::uint64_t* bits = set.all();
    ++sets;
    for (std::uint32_t doc = 0; doc < file.reader->size(); ++doc) {
      const bool is_there = file.articles[doc].postings.contains(term_name(n));
      ASSERT_EQ((bits[doc / 64] >> (doc % 64) & 1) != 0, is_there) << n << " " << doc;
      ASSERT_EQ(set.has(doc), is_there);
    }
  }
  EXPECT_GT(sets, 20);
}

TEST(DocumentSet, HoldsTheDocumentsOfSeveralTerms) {
  const RandomWords file = random_words(8, {3000, 60, 25});
  const auto first = file.reader->find(term_name(50));
  const auto second = file.reader->find(term_name(55));
  ASSERT_TRUE(first && second);
  DocumentSet set(*file.reader, *first);
  set.add(*second);
  for (std::uint32_t doc = 0; doc < file.reader->size(); ++doc) {
    const auto& postings = file.articles[doc].postings;
    ASSERT_EQ(set.has(doc), postings.contains(term_name(50)) || postings.contains(term_name(55)));
  }
}

}  // namespace
}  // namespace dateline::words
