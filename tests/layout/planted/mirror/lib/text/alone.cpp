// A source whose test is missing, and which CMake does not list.
// Tested by tests/text/alone_test.cpp.
