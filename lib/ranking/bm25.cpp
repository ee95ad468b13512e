// BM25 by Xapian's arithmetic.  In: counts.  Out: doubles, in one fixed order of operations.
// Source: xapian-core 1.4.22, weight/bm25weight.cc, as told by its formula.
// Tested by tests/ranking/bm25_test.cpp.
#include "ranking/bm25.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::ranking {

namespace {
constexpr double kMinNormalLength = 0.5;
}

double idf(std::uint64_t n, std::uint64_t articles) noexcept {
  const auto with = static_cast<double>(n);
  const auto without = static_cast<double>(articles - std::min(n, articles));
  double weight = (without + 0.5) / (with + 0.5);
  if (weight < 2) weight = weight * 0.5 + 1;
  return std::log(weight);
}

TermWeight::TermWeight(const Bm25& parameters, const Collection& collection,
                       std::uint64_t document_frequency, double boost)
    : factor_(idf(document_frequency, collection.articles) * boost * (parameters.k1 + 1)),
      parameters_(parameters) {
  if (collection.total_length > 0) {
    length_factor_ = 1 / (static_cast<double>(collection.total_length) /
                          static_cast<double>(collection.articles));
  }
}

double TermWeight::score(std::uint32_t frequency, std::uint32_t length) const noexcept {
  const double f = frequency;
  const double normal = std::max(length * length_factor_, kMinNormalLength);
  const auto& [k1, b] = parameters_;
  return factor_ * (f / (k1 * (normal * b + (1 - b)) + f));
}

}  // namespace dateline::ranking
