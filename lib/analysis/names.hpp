// Names that a stemmer would take for an ordinary word's inflection ("Paris", "Hamas", "Jones").
// In: a folded word.  Out: whether it is such a name.
// A surname that is an ordinary word too ("Gates", "Banks") is none.
// Tested by tests/analysis/names_test.cpp.
#pragma once

#include <string_view>

namespace dateline::analysis {

bool is_name(std::string_view folded);

}  // namespace dateline::analysis
