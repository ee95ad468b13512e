// Opens indexes as those of this process's user, by a key that only this user can read.
// In: a program, a folder.  Out: a searcher or a writer.
#pragma once

#include "common/program.hpp"

#include <dateline/dateline.hpp>

#include <filesystem>
#include <string>

namespace examples {

// The user's key, $XDG_CONFIG_HOME/dateline/key or ~/.config/dateline/key, made where there is none.
// Where it cannot be made there is a note, and the key is empty.
std::string make_user_key();

// With --trust nobody's seal is asked for; what is written then bears this user's.
dateline::Searcher open_searcher(const Program& program, const std::filesystem::path& path,
                                 dateline::OpenOptions options = {});
dateline::Index open_index(const Program& program, const std::filesystem::path& path);

}  // namespace examples
