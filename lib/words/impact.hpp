// How much a posting can add to a score, whatever the collection: its part f / (K + f) of BM25 under the
// statistics of its own segment, as 16 bits, and how far off that is under others.
// In: frequencies, lengths, statistics.  Out: parts, and factors that make them bounds.
// Method: with K(len) = k1 (b max(len / average, 0.5) + 1 - b), the quotient of f / (K + f) and
// f / (K0 + f) is (K0 + f) / (K + f): greatest and least at f = 1 or where it tends to 1, and for f = 1
// it is monotonic in len between the kinks of K0 and K; so a few points give its extremes.
// Tested by tests/words/impact_test.cpp.
#pragma once

#include "ranking/bm25.hpp"

#include <cstdint>

namespace dateline::words {

// Of 1.
inline constexpr double kImpactUnit = 65535;

class Impact {
 public:
  explicit Impact(const ranking::Collection& collection, const ranking::Bm25& parameters = {});
  double saturation(double length) const noexcept;  // K
  double of(std::uint32_t frequency, std::uint32_t length) const noexcept {
    return frequency / (saturation(length) + frequency);
  }
  double kink() const noexcept;  // the length below which K is the same

 private:
  ranking::Bm25 parameters_;
  double length_factor_ = 0;
};

// stored * least <= actual <= stored * most, for all lengths up to the longest.
struct ImpactFactors {
  double least = 1;
  double most = 1;
};
ImpactFactors impact_factors(const Impact& stored, const Impact& actual,
                             std::uint32_t longest) noexcept;

std::uint16_t impact_up(double impact) noexcept;
std::uint16_t impact_down(double impact) noexcept;

}  // namespace dateline::words
