// Makes random files of words.  In: a seed.  Out: articles and bytes.
#include "words/random_words.hpp"

#include "base/files.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

namespace dateline::words {
namespace {

using Articles = std::vector<std::vector<TermPosting>>;

std::vector<TermPosting> random_article(std::mt19937& random, const RandomOptions& options) {
  std::vector<TermPosting> postings;
  const auto word = [&](std::uint32_t position, std::uint32_t weight) {
    postings.push_back({skewed(random, options.vocabulary), position, weight});
  };
  if (options.weighted) {
    const auto end = static_cast<std::uint32_t>(random() % 6);
    for (std::uint32_t p = 1; p < end; ++p) {
      word(p, 3);
      postings.push_back({options.vocabulary + postings.back().term % 8, p, 0});
    }
  }
  const auto words = static_cast<std::uint32_t>(random() % (options.most_words + 1));
  for (std::uint32_t p = 0; p < words; ++p) {
    word(128 + p, options.weighted && p < 5 ? 2 : 1);
    if (random() % 40 == 0) word(128 + p, 1);
  }
  return postings;
}

NaiveArticle naive_article(const std::vector<TermPosting>& postings) {
  NaiveArticle article;
  for (const TermPosting& posting : postings) {
    article.length += posting.weight;
    NaivePosting& naive = article.postings[term_name(posting.term)];
    naive.frequency += posting.weight;
    naive.positions.push_back(posting.position);
  }
  for (auto& [term, posting] : article.postings) {
    auto& positions = posting.positions;
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    if (posting.frequency == 0) posting.frequency = static_cast<std::uint32_t>(positions.size());
  }
  return article;
}

}  // namespace

std::string term_name(std::uint32_t n) {
  std::string name(1 + n % 3, static_cast<char>('a' + n % 26));
  return name + std::to_string(n);
}

std::uint32_t skewed(std::mt19937& random, std::uint32_t limit) {
  const double part = static_cast<double>(random()) / 4294967296.0;
  return std::min(static_cast<std::uint32_t>(std::pow(part, 3) * limit), limit - 1);
}

std::string build_bytes(const Vocabulary& vocabulary, const Articles& articles,
                        std::size_t memory) {
  const std::string path = ::testing::TempDir() + "/words_" + std::to_string(::getpid()) + ".dlw";
  auto& files = base::system_files();
  files.remove_all(path);
  Builder builder(files, path, vocabulary, memory);
  for (const auto& article : articles) builder.add(article);
  builder.finish();
  std::string bytes = files.read_all(path);
  files.remove_all(path);
  return bytes;
}

RandomWords random_words(std::uint32_t seed, const RandomOptions& options) {
  std::mt19937 random(seed);
  RandomWords result;
  for (std::uint32_t n = 0; n < options.vocabulary + 8; ++n) result.vocabulary.intern(term_name(n));
  for (std::uint32_t n = 0; n < options.articles; ++n) {
    result.postings.push_back(random_article(random, options));
    result.articles.push_back(naive_article(result.postings.back()));
  }
  result.bytes = build_bytes(result.vocabulary, result.postings, options.memory);
  result.reader = std::make_unique<Reader>(result.bytes, "random words");
  return result;
}

}  // namespace dateline::words
