// Which Dateline this is.
// Tested by tests/base/error_test.cpp.
#pragma once

#define DATELINE_VERSION_MAJOR 0
#define DATELINE_VERSION_MINOR 1
#define DATELINE_VERSION_PATCH 0
