// Trims the heaps of the C library, of which each thread has its own.
// Tested by tests/base/memory_test.cpp.
#include "base/memory.hpp"

#include <cstdlib>  // defines __GLIBC__

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace dateline::base {

void return_freed_memory() noexcept {
#ifdef __GLIBC__
  ::malloc_trim(0);
#endif
}

}  // namespace dateline::base
