// Measures what a function takes.
#pragma once

#include <chrono>

namespace compare {

template <class F>
double seconds_of(F work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace compare
