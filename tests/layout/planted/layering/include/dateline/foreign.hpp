// A public header that leans on an outside library and on an inner header.
#include <xapian.h>
#include "text/words.hpp"
