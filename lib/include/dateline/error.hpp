// The one exception of the library.  In: what failed, on what, what to do.  Out: one clear line.
// Tested by tests/base/error_test.cpp.
#pragma once

#include <dateline/export.hpp>

#include <exception>
#include <string>
#include <string_view>

namespace dateline {

/// Why an operation could not be done.  The eight codes are frozen.
enum class ErrorCode {
  kNotFound = 1,  ///< a file, an index, a recipe is not there
  kExists,        ///< it is there already
  kLocked,        ///< another process is writing the index
  kInvalid,       ///< an argument, a recipe or a record does not make sense
  kCorrupt,       ///< a file of the index is damaged
  kIo,            ///< the operating system refused to read or write
  kLimit,         ///< a stated limit was reached
  kInternal       ///< a library below failed in a way that is not expected
};

/// What every function of the library throws, and nothing else.
///
/// The message has three parts: `cannot <what failed> "<on what>": <why>; <what to do>`.
class DATELINE_API Error : public std::exception {
 public:
  /// `failed`: the action ("open index"); `subject`: the file or name; `reason`: why; `advice`: what
  /// to do, may be empty.
  Error(ErrorCode code, std::string_view failed, std::string_view subject, std::string_view reason,
        std::string_view advice = {});

  ErrorCode code() const noexcept { return code_; }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  ErrorCode code_;
  std::string message_;
};

}  // namespace dateline
