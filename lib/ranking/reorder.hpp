// What the second stage adds to the score of one of the first hits: nearness and prominence.
// In: positions of words, counts.  Out: parts of a score, each bounded by a share of the words' own.
// Tested by tests/ranking/reorder_test.cpp.
#pragma once

#include "ranking/bm25.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace dateline::ranking {

// How many of the best hits the second stage puts in order anew.
inline constexpr std::size_t kReordered = 40;
// Words of a pair are near each other when they stand at most so many places apart.
inline constexpr std::uint32_t kNearDistance = 4;

/// How many positions of the first word have one of the second near them, before or behind.
///
/// Units    positions ascending
/// Cost     linear in both
std::uint32_t count_near(std::span<const std::uint32_t> first,
                         std::span<const std::uint32_t> second) noexcept;

/// What two neighbouring words of the query add when they stand near each other `times` times.
///
///   0.25 * boost * BM25(times), with the idf of the more frequent word
///
/// Source   Metzler and Croft, "A Markov Random Field Model for Term Dependencies", 2005: unordered
///          windows over neighbouring words (sequential dependence); figures in bench/RANKING.md
double nearness(const Collection& collection, std::uint64_t document_frequency, double boost,
                std::uint32_t times, std::uint32_t length) noexcept;

/// What a word of the query adds when it stands in the title: 0.2 * boost * idf.
double prominence(const Collection& collection, std::uint64_t document_frequency,
                  double boost) noexcept;

}  // namespace dateline::ranking
