// The border to Xapian, whose errors are no std::exception.
// In: an error of Xapian.  Out: Error with its kind and its text: kCorrupt for damage, kIo where the
// system refused, else kInternal.
// Tested by tests/storage/xapian_guard_test.cpp.
#include "storage/xapian_guard.hpp"

#include "storage/damage.hpp"

#include <dateline/error.hpp>

#include <string>

namespace dateline::storage {

void fail_xapian(const Xapian::Error& error, std::string_view action,
                 const std::filesystem::path& path) {
  const std::string type = error.get_type();
  std::string reason = type + ": " + error.get_msg();
  const char* const system = error.get_error_string();
  if (system != nullptr) reason.append(" (").append(system).append(")");
  // The class has no virtuals.  A plain DatabaseError that the system knows nothing of is a file that ends
  // too early.
  const bool is_cut = type == "DatabaseError" && system == nullptr;
  if (type == "DatabaseCorruptError" || is_cut) fail_damaged(path, reason);
  throw Error(system != nullptr ? ErrorCode::kIo : ErrorCode::kInternal, action, path.native(),
              reason);
}

}  // namespace dateline::storage
