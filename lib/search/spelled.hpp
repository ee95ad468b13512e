// A stem as the articles write it, for people to read.
// In: a stem of the plain term space.  Out: its commonest form in the first articles that hold it.
// Tested by tests/search/spelled_test.cpp.
#pragma once

#include "analysis/analyzer.hpp"
#include "search/limit.hpp"
#include "search/snapshot.hpp"

#include <string>
#include <string_view>

namespace dateline::search {

// Of equals the first in the order of bytes; the stem itself where no article holds it.  With a `beginning`,
// folded, only forms that begin so; empty where the articles read have none.  Past the limit none is read.
// Cost     reads `most_read` articles at most
std::string spelled(const Snapshot& snapshot, analysis::Analyzer& analyzer, const std::string& stem,
                    Limit& limit, std::string_view beginning = {}, int most_read = 8);

}  // namespace dateline::search
