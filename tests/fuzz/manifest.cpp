// A manifest behind a right checksum is refused, or comes back as it was when it is printed.
#include "base/hash.hpp"
#include "fuzz/targets.hpp"
#include "storage/manifest_text.hpp"

#include <dateline/error.hpp>

namespace dateline::fuzz {

void manifest(std::string_view bytes) {
  std::string text(bytes.substr(0, bytes.find('\n')));
  text += '\n';
  text += base::checksum(text) + '\n';
  try {
    const storage::Manifest manifest = storage::parse_manifest(text, "manifest");
    const std::string printed = storage::print_manifest(manifest);
    require(storage::parse_manifest(printed, "manifest") == manifest, "a manifest comes back");
  } catch (const Error& error) {
    require(error.code() == ErrorCode::kCorrupt || error.code() == ErrorCode::kInvalid,
            error.what());
  }
}

}  // namespace dateline::fuzz
