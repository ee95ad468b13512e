// Parts of scores and their bounds.  In: counts.  Out: numbers from 0 to 1, and factors.
// Tested by tests/words/impact_test.cpp.
#include "words/impact.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::words {
namespace {

constexpr double kLeastNormal = 0.5;  // as in ranking/bm25.cpp

}  // namespace

Impact::Impact(const ranking::Collection& collection, const ranking::Bm25& parameters)
    : parameters_(parameters) {
  if (collection.total_length > 0) {
    length_factor_ =
        static_cast<double>(collection.articles) / static_cast<double>(collection.total_length);
  }
}

double Impact::saturation(double length) const noexcept {
  const auto& [k1, b] = parameters_;
  return k1 * (std::max(length * length_factor_, kLeastNormal) * b + (1 - b));
}

double Impact::kink() const noexcept {
  return length_factor_ > 0 ? kLeastNormal / length_factor_ : 0;
}

ImpactFactors impact_factors(const Impact& stored, const Impact& actual,
                             std::uint32_t longest) noexcept {
  ImpactFactors factors;
  const auto look = [&](double length) {
    const double at = std::clamp(length, 0.0, static_cast<double>(longest));
    const double quotient = (stored.saturation(at) + 1) / (actual.saturation(at) + 1);
    factors.most = std::max(factors.most, quotient);
    factors.least = std::min(factors.least, quotient);
  };
  look(0);
  look(stored.kink());
  look(actual.kink());
  look(longest);
  return factors;
}

std::uint16_t impact_up(double impact) noexcept {
  return static_cast<std::uint16_t>(std::clamp(std::ceil(impact * kImpactUnit), 0.0, kImpactUnit));
}

std::uint16_t impact_down(double impact) noexcept {
  return static_cast<std::uint16_t>(std::clamp(std::floor(impact * kImpactUnit), 0.0, kImpactUnit));
}

}  // namespace dateline::words
