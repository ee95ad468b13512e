// A library that prints, ends the process, reads the environment and shows what is not Dateline's.
// Tested by tests/layout/CMakeLists.txt.
#include <cstdio>
#include <cstdlib>
#include <iostream>

namespace dateline {
int good() { return 1; }
}  // namespace dateline

namespace stranger {
void talk() {
  std::cout << "out";
  std::cerr << "err";
  std::printf("%s", std::getenv("HOME"));
  if (dateline::good() == 2) std::abort();
  std::exit(1);
}
}  // namespace stranger
