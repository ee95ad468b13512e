// Damaged words files behind right checksums, as a mistake of a writer or an attacker would leave them.
// In: bytes.  Out: whether they were answered from or called corrupt; nothing else may happen.
#pragma once

#include <string>

namespace dateline::words {

// Computes the checksums anew, so that damage is met by what lies behind them.
void seal(std::string& bytes);

// Reads every list and asks questions of all kinds.  False where that was corrupt; throws what is
// thrown otherwise.
bool read_and_ask(const std::string& bytes);

}  // namespace dateline::words
