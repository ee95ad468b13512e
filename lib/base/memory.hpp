// What the allocator keeps of freed memory.
// Tested by tests/base/memory_test.cpp.
#pragma once

namespace dateline::base {

// Gives it back to the system, after work that needed much: a few milliseconds.  Nothing where the C
// library has no call for it.
void return_freed_memory() noexcept;

}  // namespace dateline::base
