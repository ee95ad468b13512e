// Marks what the shared library shows to the programs that link it; everything else is hidden.
// Tested by tests/layout/symbols.sh.
#pragma once

#define DATELINE_API __attribute__((visibility("default")))
