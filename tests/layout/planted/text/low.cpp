#include "search/high.hpp"
