// Kinds of questions, asked of all engines in turn.
// In: engines, questions.  Out: for every class and engine what each question took.
#pragma once

#include "compare/engine.hpp"

#include <memory>
#include <string>
#include <vector>

namespace compare {

struct Class {
  std::string name;
  std::vector<Question> questions;
  bool pictured = false;
};

// What one engine took for the questions of a class.
struct Timed {
  std::vector<double> us;    // the best of all rounds
  std::vector<double> cold;  // the first round
  std::vector<std::uint64_t> hits;
};

using Engines = std::vector<std::unique_ptr<Engine>>;

// By class and engine.  In each round every class goes to one engine after the other; what took longer
// than a tenth of a second is not asked again.
std::vector<std::vector<Timed>> ask_all(const Engines& engines, const std::vector<Class>& classes,
                                        unsigned rounds);

double mean(const std::vector<double>& values);
double percentile(std::vector<double> values, double share);  // 0 of none

// Of the questions for which the first engine found something.
std::vector<double> with_hits(const Timed& timed, const Timed& first);

// A table in Markdown: a row for each class and figure, a column for each engine, and how many times
// less the first engine takes than the second.
std::string print_table(const Engines& engines, const std::vector<Class>& classes,
                        const std::vector<std::vector<Timed>>& timed);

// Percentiles of latency as a picture: a field for each pictured class, a line for each engine.
std::string draw(const Engines& engines, const std::vector<Class>& classes,
                 const std::vector<std::vector<Timed>>& timed);

}  // namespace compare
