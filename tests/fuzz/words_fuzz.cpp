// Fuzzes the reader of words.dlw: nonsense behind right checksums is corrupt or an answer, never a crash.
// Built on demand, with clang (tests/CMakeLists.txt says how); begin with words.dlw of small segments.
#include "words/damaged.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  dateline::words::seal(bytes);
  dateline::words::read_and_ask(bytes);
  return 0;
}
