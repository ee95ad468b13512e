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

}  // namespace
}  // namespace dateline::words
