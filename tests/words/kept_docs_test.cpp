#include "words/kept_docs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace dateline::words {
namespace {

std::vector<std::uint32_t> docs_within(std::mt19937& random, std::uint32_t base, std::uint32_t span,
                                       std::size_t most) {
  std::vector<std::uint32_t> docs;
  for (std::size_t i = 0; i < most; ++i)
    docs.push_back(base + static_cast<std::uint32_t>(random() % span));
  std::sort(docs.begin(), docs.end());
  docs.erase(std::unique(docs.begin(), docs.end()), docs.end());
  return docs;
}

TEST(KeptDocs, AreThoseAmongTheOthersOrNot) {
  std::mt19937 random(1);
  for (const std::uint32_t span : {1u, 60u, 64u, 65u, 900u, kMostMarked}) {
    for (const std::size_t most : {1u, 2u, 127u, 128u}) {
      const std::uint32_t base = static_cast<std::uint32_t>(random() % 100000);
      const auto own = docs_within(random, base, span, most);
      std::vector<std::uint32_t> asked = docs_within(random, base, own.back() - base + 1, 128);
      for (const bool held : {true, false}) {
        std::vector<std::uint32_t> wanted;
        for (const std::uint32_t doc : asked) {
          if (std::binary_search(own.begin(), own.end(), doc) == held) wanted.push_back(doc);
        }
        std::vector<std::uint32_t> docs = asked;
        docs.resize(keep_marked(own, base, docs.data(), docs.size(), held));
        EXPECT_EQ(docs, wanted) << span << " " << most << " " << held;
      }
    }
  }
}

}  // namespace
}  // namespace dateline::words
