// Writes a file that somebody asked for by an option.
#pragma once

#include <string>

namespace examples {

// In place of what is there.  Throws Error(kIo) where it cannot be written.
void write_file(const std::string& path, const std::string& text);

}  // namespace examples
