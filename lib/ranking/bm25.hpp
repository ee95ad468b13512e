// How much a term says about an article: BM25 over weighted frequencies and lengths.
// In: counts.  Out: parts of a score, in doubles that are the same on every machine.
// Tested by tests/ranking/bm25_test.cpp.
#pragma once

#include <cstdint>

namespace dateline::ranking {

struct Bm25 {
  double k1 = 1.2;
  double b = 0.75;
};

// What the formulas need to know of the collection.
struct Collection {
  std::uint64_t articles = 0;
  std::uint64_t total_length = 0;  // sum of the articles' weighted lengths
};

/// How rare a term is: the weight of its occurrence at full saturation, without (k1 + 1).
///
///   w = (N - n + 0.5) / (n + 0.5);  idf = ln(w < 2 ? w / 2 + 1 : w)
///
/// Units    n, N in articles, 0 <= n <= N; result > 0
/// Source   Robertson and Sparck Jones, with the floor of xapian-core 1.4.22,
///          weight/bm25weight.cc: below w = 2 the line w/2 + 1 keeps it positive
double idf(std::uint64_t n, std::uint64_t articles) noexcept;

/// The part of a score that a term adds to an article.
///
///   score = T * (f / (k1 * (max(len / avg, 0.5) * b + (1 - b)) + f)),  T = idf * (k1 + 1)
///
/// A term's factor T is worked out once, each article's part many times.
/// Source   xapian-core 1.4.22, weight/bm25weight.cc (get_sumpart), min_normlen 0.5, k2 0; the same
///          operations in the same order, so the results agree to the last bit
class TermWeight {
 public:
  TermWeight(const Bm25& parameters, const Collection& collection, std::uint64_t document_frequency,
             double boost);
  double score(std::uint32_t frequency, std::uint32_t length) const noexcept;

 private:
  double factor_;
  double length_factor_ = 0;
  Bm25 parameters_;
};

}  // namespace dateline::ranking
