// Puts an error's parts into one line.  In: what failed, on what, why, what to do.
// Out: `cannot open index "a": nothing is there; make one with index_articles`.
// Tested by tests/base/error_test.cpp.
#include <dateline/error.hpp>

#include <algorithm>

namespace dateline {

Error::Error(ErrorCode code, std::string_view failed, std::string_view subject,
             std::string_view reason, std::string_view advice)
    : code_(code) {
  message_.append("cannot ").append(failed);
  if (!subject.empty()) message_.append(" \"").append(subject).append("\"");
  message_.append(": ").append(reason);
  if (!advice.empty()) message_.append("; ").append(advice);
  // What a name holds must not break the line, end it early or reach a terminal as a command.
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; };
  std::replace_if(message_.begin(), message_.end(), is_control, '?');
}

}  // namespace dateline
