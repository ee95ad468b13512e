// Measures rankings by judgements.  In: rankings, grades.  Out: nDCG, MAP, recall, precision.
// Tested by tests/ranking/evaluation_test.cpp.
#include <dateline/evaluation.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <random>
#include <string_view>
#include <unordered_set>

namespace dateline {
namespace {

constexpr std::size_t kSamples = 1000;
constexpr std::size_t kNdcgDepth = 10;
constexpr std::size_t kRecallDepth = 100;
constexpr std::size_t kPrecisionDepth = 5;
constexpr std::uint32_t kSeed = 20250224;

constexpr int kMaxGrade = 1000;  // beyond it a gain is no number any more

double gain(int grade) {
  return grade > 0 ? std::exp2(std::min(grade, kMaxGrade)) - 1 : 0;
}

double discounted(double value, std::size_t rank) {
  return value / std::log2(static_cast<double>(rank) + 1);
}

double ideal(const Judgements& judgements) {
  std::vector<int> grades;
  for (const auto& [id, grade] : judgements) grades.push_back(grade);
  std::sort(grades.begin(), grades.end(), std::greater<>());
  double sum = 0;
  for (std::size_t i = 0; i < std::min(grades.size(), kNdcgDepth); ++i) {
    sum += discounted(gain(grades[i]), i + 1);
  }
  return sum;
}

constexpr double Measures::*kFields[] = {&Measures::ndcg10, &Measures::map, &Measures::recall100,
                                         &Measures::p5};

// The mean of the queries that `pick` names.
template <class Pick>
Measures mean(const std::vector<Measures>& queries, Pick pick) {
  Measures sum;
  for (std::size_t i = 0; i < queries.size(); ++i) {
    for (const auto field : kFields) sum.*field += pick(i).*field;
  }
  for (const auto field : kFields) sum.*field /= static_cast<double>(queries.size());
  return sum;
}

}  // namespace

Measures measure(const std::vector<std::string>& ranking, const Judgements& judgements) {
  const auto relevant = static_cast<double>(std::count_if(
      judgements.begin(), judgements.end(), [](const auto& entry) { return entry.second > 0; }));
  Measures result;
  if (relevant == 0) return result;
  double found = 0;
  std::unordered_set<std::string_view> seen;
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    const auto judged = judgements.find(ranking[i]);
    if (judged == judgements.end() || judged->second <= 0) continue;
    if (!seen.insert(judged->first).second) continue;
    found += 1;
    result.map += found / static_cast<double>(i + 1);
    if (i < kNdcgDepth) result.ndcg10 += discounted(gain(judged->second), i + 1);
    if (i < kPrecisionDepth) result.p5 += 1;
    if (i < kRecallDepth) result.recall100 += 1;
  }
  result.ndcg10 /= ideal(judgements);
  result.map /= relevant;
  result.recall100 /= relevant;
  result.p5 /= static_cast<double>(kPrecisionDepth);
  return result;
}

Evaluation evaluate(const std::vector<Measures>& queries) {
  Evaluation result;
  result.queries = queries.size();
  if (queries.empty()) return result;
  result.mean = mean(queries, [&](std::size_t i) { return queries[i]; });
  std::mt19937 random(kSeed);
  std::vector<Measures> samples;
  for (std::size_t s = 0; s < kSamples; ++s) {
    samples.push_back(
        mean(queries, [&](std::size_t) { return queries[random() % queries.size()]; }));
  }
  for (const auto field : kFields) {
    std::sort(samples.begin(), samples.end(),
              [field](const Measures& a, const Measures& b) { return a.*field < b.*field; });
    result.low.*field = samples[kSamples / 40].*field;
    result.high.*field = samples[kSamples - 1 - kSamples / 40].*field;
  }
  return result;
}

}  // namespace dateline
