#include "base/memory.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdint>
#include <fstream>
#include <limits>
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

TEST(LargeVector, GrowsFromFewToManyAndKeepsWhatItHas) {
  struct alignas(32) Wide {
    std::size_t number;
  };
  LargeVector<Wide> wide;
  constexpr std::size_t kMany = 4 * PageAllocator<Wide>::kLarge;
  for (std::size_t i = 0; i < kMany; ++i) wide.push_back({i});
  for (std::size_t i = 0; i < kMany; ++i) ASSERT_EQ(wide[i].number, i);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(wide.data()) % 32, 0U);
}

TEST(LargeVector, ReturnsItsMemoryAlthoughWhatCameLaterLivesOn) {
#ifdef DATELINE_OTHER_ALLOCATOR
  GTEST_SKIP() << "another allocator is in";
#endif
  std::vector<std::unique_ptr<char[]>> small;
  std::size_t before = 0;
  {
    LargeVector<char> large;
    for (int i = 0; i < 40'000'000; ++i) {
      large.push_back('x');
      if (i % 40'000 == 0) small.push_back(std::make_unique<char[]>(2000));
    }
    before = resident_bytes();
  }
  EXPECT_LT(resident_bytes() + 35'000'000, before);
}

TEST(LargeVector, RefusesWhatNoMemoryHolds) {
  PageAllocator<long> allocator;
  EXPECT_THROW((void)allocator.allocate(std::numeric_limits<std::size_t>::max() / 2),
               std::bad_alloc);
  EXPECT_THROW((void)allocator.allocate(std::size_t{1} << 52), std::bad_alloc);
}

}  // namespace
}  // namespace dateline::base
