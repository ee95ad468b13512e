// Tests what is not there; CMake does not list it.
