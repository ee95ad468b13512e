// Allocations of this process, Dateline's and all libraries': counted, made to fail, watched.
// malloc and its kin are defined anew in allocations.cpp; under sanitizers only operator new, since
// malloc is theirs.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dateline::reliability {

// From now on the allocation `at` (from 1 on) fails, with `for_good` all later ones too; 0: none.
// In all threads.
void fail_allocation(std::uint64_t at, bool for_good = false);
// Ends that.  The allocations since.
std::uint64_t end_failing();

// From now on the bytes held beyond those of now are counted, in all threads; not under sanitizers.
void watch_memory();
// Ends that.  The most that there were at a time.
std::size_t most_memory();

}  // namespace dateline::reliability
