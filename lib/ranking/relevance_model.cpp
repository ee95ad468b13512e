// The relevance model.  In: articles with their scores.  Out: terms.
// Tested by tests/ranking/relevance_model_test.cpp.
#include "ranking/relevance_model.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::ranking {

std::vector<std::pair<std::string, double>> relevance_model(const std::vector<WordCounts>& best) {
  std::vector<double> likelihoods;
  double total = 0;
  for (const WordCounts& article : best) {
    likelihoods.push_back(std::exp(article.score - best.front().score));
    total += likelihoods.back();
  }
  std::map<std::string, double, std::less<>> model;
  for (std::size_t i = 0; i < best.size(); ++i) {
    const double of_one = likelihoods[i] / total / best[i].words;
    for (const auto& [term, count] : best[i].terms) model[term] += of_one * count;
  }
  std::vector<std::pair<std::string, double>> terms(model.begin(), model.end());
  std::stable_sort(terms.begin(), terms.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  terms.resize(std::min(terms.size(), kModelTerms));
  double sum = 0;
  for (const auto& [term, probability] : terms) sum += probability;
  for (auto& [term, probability] : terms) probability /= sum;
  return terms;
}

bool tells_in_model(std::string_view term) noexcept {
  return term.size() > 1 && !(term.front() >= '0' && term.front() <= '9');
}

}  // namespace dateline::ranking
