// Writes files.
#include "common/write.hpp"

#include <dateline/error.hpp>

#include <fstream>

namespace examples {

void write_file(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (file.fail()) {
    throw dateline::Error(dateline::ErrorCode::kIo, "write", path, "it cannot be written",
                          "check the folder and the space left");
  }
}

}  // namespace examples
