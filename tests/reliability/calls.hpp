// The system calls of this process on files below one folder: counted, recorded, made to fail.
// The functions of the C library are defined anew in calls.cpp, so Xapian's calls are seen too.
// In: a plan.  Out: how many calls there were, and what they did.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace dateline::reliability {

enum class Fault {
  kNone,
  kKill,   // ends the process before the call; a write may be done by half
  kError,  // the call fails with `error`
  kShort   // a read or write does half of it; other calls go well
};

struct Plan {
  std::string folder;
  bool reads = false;    // counts calls that read, too
  std::uint64_t at = 0;  // which call the fault meets, from 1 on; 0: none
  Fault fault = Fault::kNone;
  int error = 0;
  bool for_good = false;  // all later calls too
  bool record = false;
};

enum class Kind { kCreate, kCut, kWrite, kSync, kSyncFolder, kRename, kRemove, kFolder, kTold };

// What a call did.  Files are told apart by their numbers, since names change.
struct Call {
  Kind kind = Kind::kTold;
  ino_t file = 0;
  std::uint64_t offset = 0;  // of a write; the size of a cut; the number that was told
  std::string path;
  std::string to;  // of a rename
  std::string bytes;
};

void begin(const Plan& plan);
// Ends the plan.  The calls that it counted.
std::uint64_t end();
// The calls since begin(), with `record`.
std::vector<Call> recorded();
// Stands in the record between calls: the workload has told of this commit.
void tell(std::uint64_t commit);
// Whether a sync was tried again on a file for which one had failed.
bool synced_again();
// Whether the fault was met.
bool was_met();

}  // namespace dateline::reliability
