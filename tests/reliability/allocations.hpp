// Allocations of this process, Dateline's and all libraries': counted, made to fail.
// malloc and its kin are defined anew in allocations.cpp; under sanitizers only operator new, since
// malloc is theirs.
#pragma once

#include <cstdint>

namespace dateline::reliability {

// From now on the allocation `at` (from 1 on) fails, with `for_good` all later ones too; 0: none.
// In all threads.
void fail_allocation(std::uint64_t at, bool for_good = false);
// Ends that.  The allocations since.
std::uint64_t end_failing();

}  // namespace dateline::reliability
