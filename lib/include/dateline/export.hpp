// Marks what the shared library shows to the programs that link it; everything else is hidden.
#pragma once

#define DATELINE_API __attribute__((visibility("default")))
