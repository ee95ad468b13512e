// What the files of this folder share of ICU: its error codes as dateline::Error.
// Tested by tests/text/segmenter_test.cpp.
#pragma once

#include <dateline/error.hpp>

#include <unicode/utypes.h>

#include <string_view>

namespace dateline::text {

inline void check(UErrorCode status, std::string_view failed) {
  if (U_SUCCESS(status)) return;
  throw Error(ErrorCode::kInternal, failed, {}, u_errorName(status), "check that ICU is whole");
}

}  // namespace dateline::text
