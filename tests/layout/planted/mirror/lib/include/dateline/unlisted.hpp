// A header that CMake does not list.
// Tested by tests/text/orphan_test.cpp.
