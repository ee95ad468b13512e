// Nearness and prominence.  In: positions, counts.  Out: parts of a score.
// Tested by tests/ranking/reorder_test.cpp.
#include "ranking/reorder.hpp"

namespace dateline::ranking {
namespace {

constexpr double kNearness = 0.25;
constexpr double kProminence = 0.2;

}  // namespace

std::uint32_t count_near(std::span<const std::uint32_t> first,
                         std::span<const std::uint32_t> second) noexcept {
  std::uint32_t count = 0;
  auto other = second.begin();
  for (const std::uint32_t position : first) {
    while (other != second.end() && *other + kNearDistance < position) ++other;
    if (other != second.end() && *other <= position + kNearDistance) ++count;
  }
  return count;
}

double nearness(const Collection& collection, std::uint64_t document_frequency, double boost,
                std::uint32_t times, std::uint32_t length) noexcept {
  return TermWeight({}, collection, document_frequency, kNearness * boost).score(times, length);
}

double prominence(const Collection& collection, std::uint64_t document_frequency,
                  double boost) noexcept {
  return kProminence * boost * idf(document_frequency, collection.articles);
}

}  // namespace dateline::ranking
