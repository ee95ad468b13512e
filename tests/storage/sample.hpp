// Random articles that own their terms, and segments of them.
#pragma once

#include "../base/temp_folder.hpp"
#include "base/files.hpp"
#include "storage/segment.hpp"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace dateline::storage {

struct Occurrence {
  std::string term;
  std::uint32_t position = 0;
  std::uint32_t weight = 0;
};

struct SampleArticle {
  std::vector<Occurrence> occurrences;
  std::vector<std::string> filters;
  std::optional<DayRange> published;
  ColumnValues columns;
  std::string record;
  std::uint64_t arrival = 0;
};

inline void add_to(SegmentWriter& writer, const SampleArticle& article, base::Vocabulary& terms) {
  std::vector<Posting> postings;
  for (const auto& [term, position, weight] : article.occurrences) {
    postings.push_back({terms.intern(term), position, weight});
  }
  writer.add({postings, &terms, article.filters, article.published, article.columns, article.record,
              "id" + std::to_string(article.arrival), article.arrival});
}

inline SegmentEntry write_segment(const std::filesystem::path& index, const std::string& id,
                                  const std::vector<SampleArticle>& articles,
                                  std::size_t memory = std::size_t{1} << 20,
                                  std::string_view store = kXapianStore) {
  SegmentWriter writer(base::system_files(), index, id, store, memory);
  base::Vocabulary terms;
  for (const SampleArticle& article : articles) add_to(writer, article, terms);
  EXPECT_EQ(writer.size(), articles.size());
  return writer.finish();
}

// A few terms are frequent, most are rare; some are long, hold NULs or stand beside the plain space.
inline std::string random_term(std::mt19937& random) {
  const auto rank = 500 / (1 + random() % 500);
  if (rank == 7) return std::string(300, 'l') + std::to_string(random() % 3);
  if (rank == 8) return std::string(130, '\0') + std::to_string(random() % 3);
  if (rank == 9) return std::string("nul\0inside", 10);
  return "t" + std::to_string(rank);
}

inline SampleArticle random_article(std::mt19937& random, std::uint64_t arrival) {
  SampleArticle article;
  std::uint32_t position = static_cast<std::uint32_t>(random() % 3);
  for (std::size_t words = random() % 80; words > 0; --words) {
    const bool plain = random() % 4 != 0;
    const std::uint32_t weight = plain ? 1 + static_cast<std::uint32_t>(random() % 3) : 0;
    article.occurrences.push_back({(plain ? "" : "c:") + random_term(random), position, weight});
    if (random() % 5 != 0) position += 1 + static_cast<std::uint32_t>(random() % 4);
  }
  for (std::size_t i = random() % 4; i > 0; --i) {
    article.filters.push_back("f:" + std::to_string(random() % 10));
  }
  if (random() % 3 != 0) {
    const int first = static_cast<int>(random() % 2000) - 1000;
    article.published = DayRange{first, first + static_cast<int>(random() % 40)};
  }
  for (auto& column : article.columns) {
    for (std::size_t i = random() % 3; i > 0; --i) column.emplace_back(random() % 5, 'v');
  }
  article.record = std::string(random() % 3000, 'r') + std::to_string(random());
  article.arrival = arrival;
  return article;
}

inline std::vector<SampleArticle> random_articles(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  std::vector<SampleArticle> articles;
  for (std::size_t i = 0; i < count; ++i) articles.push_back(random_article(random, 1000 + 3 * i));
  return articles;
}

inline void flip_byte(const std::filesystem::path& path, std::uint64_t at) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(at));
  const int byte = file.get();
  file.seekp(static_cast<std::streamoff>(at));
  file.put(static_cast<char>(byte ^ 0x40));
}

inline void overwrite(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace dateline::storage
