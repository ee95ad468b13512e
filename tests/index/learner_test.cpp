#include "index/learner.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <thread>

namespace dateline::index {
namespace {

// So many lines that the counts depend on the order: much is forgotten on the way.
article::Habits habits(std::uint64_t number) {
  article::Habits habits;
  habits.publisher = "host " + std::to_string(number % 7);
  for (std::uint64_t line = 0; line < 2000; ++line) {
    habits.lines.push_back({(number * 1500 + line) * 0x9E3779B97F4A7C15, 5 + line % 50});
  }
  return habits;
}

constexpr std::uint64_t kArticles = 100;

std::string in_order() {
  article::LineCounts counts;
  for (std::uint64_t i = 0; i < kArticles; ++i) counts.add(habits(i).publisher, habits(i).lines);
  return counts.print();
}

TEST(Learner, CountsInTheOrderOfTheNumbers) {
  std::vector<std::uint64_t> numbers(kArticles);
  std::iota(numbers.begin(), numbers.end(), 0u);
  std::shuffle(numbers.begin(), numbers.end(), std::mt19937(3));
  article::LineCounts counts;
  Learner learner(&counts);
  for (const std::uint64_t number : numbers) learner.take(number, habits(number));
  EXPECT_EQ(counts.print(), in_order());
}

TEST(Learner, CountsTheSameForSeveralThreads) {
  article::LineCounts counts;
  Learner learner(&counts);
  std::vector<std::thread> threads;
  for (std::uint64_t first = 0; first < 3; ++first) {
    threads.emplace_back([&, first] {
      for (std::uint64_t i = first; i < kArticles; i += 3) learner.take(i, habits(i));
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(counts.print(), in_order());
}

TEST(Learner, WithoutCountsLearnsNothing) {
  Learner(nullptr).take(0, habits(0));
}

}  // namespace
}  // namespace dateline::index
