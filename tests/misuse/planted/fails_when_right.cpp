// Fails both times, by a header that is not there.
// Message: No such file
#include <dateline/no_such_header.hpp>
