#include "base/memory.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <memory>
#include <vector>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__GLIBC__)
#define DATELINE_OTHER_ALLOCATOR
#endif

namespace dateline::base {
namespace {

std::size_t resident_bytes() {
  std::ifstream file("/proc/self/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  file >> all >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

TEST(Memory, ThatWasFreedGoesBackToTheSystem) {
#ifdef DATELINE_OTHER_ALLOCATOR
  GTEST_SKIP() << "another allocator is in";
#endif
  constexpr std::size_t kPieces = 2000;
  constexpr std::size_t kPiece = 20000;
  std::vector<std::unique_ptr<char[]>> pieces;
  for (std::size_t i = 0; i < kPieces; ++i) pieces.push_back(std::make_unique<char[]>(kPiece));
  const auto last = std::make_unique<char[]>(kPiece);  // the heap cannot shrink at its end
  pieces.clear();
  const std::size_t before = resident_bytes();
  return_freed_memory();
  EXPECT_LT(resident_bytes() + kPieces * kPiece / 2, before);
}

}  // namespace
}  // namespace dateline::base
