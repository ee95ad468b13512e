// Where the project's sources are.  The build says it to this file alone, so that the objects of all
// others are the same wherever the tree lies.
#include "source_dir.hpp"

std::string source_dir() {
  return DATELINE_SOURCE_DIR;
}
