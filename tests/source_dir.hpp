// Where the project's sources are, for tests that read its recipes or the data beside it.
#pragma once

#include <string>

// The top level of the source tree, without a slash at its end.
std::string source_dir();
