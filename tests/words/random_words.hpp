// Random files of words, and the plainest engine that answers for them.
// In: a seed.  Out: the same articles on every machine; every article looked at for every question.
#pragma once

#include "words/builder.hpp"
#include "words/reader.hpp"
#include "words/top_k.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace dateline::words {

struct NaivePosting {
  std::uint32_t frequency = 0;
  std::vector<std::uint32_t> positions;
};

struct NaiveArticle {
  std::uint32_t length = 0;
  std::map<std::string, NaivePosting> postings;
};

// A file of words, and what is in it.
struct RandomWords {
  Vocabulary vocabulary;
  std::vector<std::vector<TermPosting>> postings;  // of each article, as the builder got them
  std::string bytes;
  std::vector<NaiveArticle> articles;
  std::unique_ptr<Reader> reader;
};

struct RandomOptions {
  std::uint32_t articles = 300;
  std::uint32_t vocabulary = 200;
  std::uint32_t most_words = 60;
  std::size_t memory = std::size_t{1} << 30;
  bool weighted = true;  // titles, weights other than 1, terms without weight
};

inline constexpr std::size_t kManyBytes = std::size_t{1} << 30;

// The name of the n-th term.
std::string term_name(std::uint32_t n);
// Below `limit`, small numbers more often.
std::uint32_t skewed(std::mt19937& random, std::uint32_t limit);

RandomWords random_words(std::uint32_t seed, const RandomOptions& options);

// A new file's bytes in the folder of temporary files.
std::string build_bytes(const Vocabulary& vocabulary,
                        const std::vector<std::vector<TermPosting>>& articles, std::size_t memory);

}  // namespace dateline::words
