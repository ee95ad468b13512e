// Learns from the best hits of a query which other words belong to its subject.
// In: scores and word counts of articles, the best first.  Out: terms with their probabilities.
// Tested by tests/ranking/relevance_model_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::ranking {

// The articles that are learnt from, the terms that are kept, and their share of the new query.
inline constexpr std::size_t kModelArticles = 10;
inline constexpr std::size_t kModelTerms = 40;
inline constexpr double kModelShare = 0.3;

struct WordCounts {
  double score = 0;  // of the article for the query
  std::map<std::string, std::uint32_t, std::less<>> terms;
  std::uint32_t words = 0;  // of the article in all
};

/// The most probable terms, the best first; they sum to 1.
///
///   p(t) ~ sum over articles of exp(score) / Z * count(t) / words
///
/// Shapes   at most kModelTerms; equal ones in byte order
/// Source   Lavrenko and Croft, "Relevance-Based Language Models", 2001, method 1 (RM1); exp(score)
///          stands for the likelihood of the query
std::vector<std::pair<std::string, double>> relevance_model(const std::vector<WordCounts>& best);

/// Figures and single characters tell little away from their place.
bool tells_in_model(std::string_view term) noexcept;

}  // namespace dateline::ranking
