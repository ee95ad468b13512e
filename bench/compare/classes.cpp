// Asks and sums up.  In: engines, questions.  Out: times, a table.
#include "compare/classes.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

namespace compare {
namespace {

constexpr double kSlow = 100'000;  // microseconds

void ask_class(Engine& engine, const std::vector<Question>& questions, Timed& timed) {
  const bool first = timed.us.empty();
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (!first && timed.us[i] > kSlow) continue;
    const Answer answer = engine.ask(questions[i]);
    if (first) {
      timed.us.push_back(answer.us);
      timed.cold.push_back(answer.us);
      timed.hits.push_back(answer.hits);
    } else {
      timed.us[i] = std::min(timed.us[i], answer.us);
    }
  }
}

std::string cell(double value) {
  char text[32];
  std::snprintf(text, sizeof text, value < 100 ? "%.1f" : "%.0f", value);
  return text;
}

std::string row(const std::string& name, const std::vector<double>& values) {
  std::string line = "| " + name + " |";
  for (const double value : values) line += " " + cell(value) + " |";
  const double ratio = values.size() > 1 && values[0] > 0 ? values[1] / values[0] : 0;
  return line + " " + cell(ratio) + " |\n";
}

}  // namespace

std::vector<std::vector<Timed>> ask_all(const Engines& engines, const std::vector<Class>& classes,
                                        unsigned rounds) {
  std::vector<std::vector<Timed>> timed(classes.size(), std::vector<Timed>(engines.size()));
  for (unsigned round = 0; round < rounds; ++round) {
    for (std::size_t c = 0; c < classes.size(); ++c) {
      for (std::size_t e = 0; e < engines.size(); ++e) {
        ask_class(*engines[e], classes[c].questions, timed[c][e]);
      }
    }
  }
  return timed;
}

double mean(const std::vector<double>& values) {
  if (values.empty()) return 0;
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto place = std::ceil(share * static_cast<double>(values.size()));
  return values[static_cast<std::size_t>(std::max(1.0, place)) - 1];
}

std::vector<double> with_hits(const Timed& timed, const Timed& first) {
  std::vector<double> values;
  for (std::size_t i = 0; i < timed.us.size(); ++i) {
    if (first.hits[i] > 0) values.push_back(timed.us[i]);
  }
  return values;
}

std::string print_table(const Engines& engines, const std::vector<Class>& classes,
                        const std::vector<std::vector<Timed>>& timed) {
  std::string table;
  const auto add = [&](const std::string& name, std::size_t c, auto figure) {
    std::vector<double> values;
    for (std::size_t e = 0; e < engines.size(); ++e) values.push_back(figure(timed[c][e]));
    table += row(name, values);
  };
  for (std::size_t c = 0; c < classes.size(); ++c) {
    const std::string& name = classes[c].name;
    if (classes[c].questions.empty()) continue;
    add(name + ", mean µs", c, [](const Timed& t) { return mean(t.us); });
    if (classes[c].questions.size() == 1) continue;
    add(name + ", p50", c, [](const Timed& t) { return percentile(t.us, 0.5); });
    add(name + ", p99", c, [](const Timed& t) { return percentile(t.us, 0.99); });
    if (!classes[c].pictured) continue;
    add(name + ", mean with hits", c,
        [&](const Timed& t) { return mean(with_hits(t, timed[c][0])); });
    add(name + ", mean of first round", c, [](const Timed& t) { return mean(t.cold); });
    add(name + ", hits in all", c, [](const Timed& t) {
      return static_cast<double>(std::accumulate(t.hits.begin(), t.hits.end(), std::uint64_t{0}));
    });
  }
  return table;
}

}  // namespace compare
