// An error code is compared with its name.
// Message: no match for .operator==.
#include <dateline/error.hpp>

bool is_missing(const dateline::Error& error) {
#ifdef WRONG
  return error.code() == 1;
#else
  return error.code() == dateline::ErrorCode::kNotFound;
#endif
}
