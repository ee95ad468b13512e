// Memory of the process: large arrays by themselves, and giving back what is free.
// In: sizes.  Out: memory.
// Tested by tests/base/memory_test.cpp.
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <new>
#include <vector>

namespace dateline::base {

// Gives the memory that was freed back to the system, as far as the C library can tell.
// Cost: some milliseconds for 100 MB; others allocate meanwhile.
void return_freed_memory() noexcept;

// Whole pages of the system's, zeroed.  Throws std::bad_alloc.
void* take_pages(std::size_t bytes);
void return_pages(void* pages, std::size_t bytes) noexcept;

// Takes large arrays from the system and returns them at once.  The heap would keep the ones that grew out of
// their place, since small objects that live on come to lie behind them.
template <class T>
struct PageAllocator {
  using value_type = T;
  static constexpr std::size_t kLarge = (std::size_t{256} << 10) / sizeof(T);

  PageAllocator() = default;
  template <class Other>
  PageAllocator(const PageAllocator<Other>& /*other*/) noexcept {}  // NOLINT(*-explicit-*)

  T* allocate(std::size_t count) {
    if (count < kLarge) return std::allocator<T>().allocate(count);
    if (count > std::numeric_limits<std::size_t>::max() / sizeof(T)) throw std::bad_alloc();
    return static_cast<T*>(take_pages(count * sizeof(T)));
  }
  void deallocate(T* array, std::size_t count) noexcept {
    if (count < kLarge) return std::allocator<T>().deallocate(array, count);
    return_pages(array, count * sizeof(T));
  }
  friend bool operator==(const PageAllocator&, const PageAllocator&) { return true; }
};

// For what grows with a segment.
template <class T>
using LargeVector = std::vector<T, PageAllocator<T>>;

}  // namespace dateline::base
