// libFuzzer's entry for the target that the build names.
#include "fuzz/targets.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  dateline::fuzz::DATELINE_FUZZ_TARGET({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
