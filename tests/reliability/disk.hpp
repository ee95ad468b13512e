// What a disk may hold after power was lost: synced bytes and names for certain, of the rest anything.
// In: the calls of a writer.  Out: folders as they may be found.
// Model (POSIX): fsync of a file makes its bytes last, fsync of a folder its names.  Of what was not
// synced, any part may be there: writes up to one of them, the last torn at 512 bytes or 4 KiB, or some
// of them; of the changes of a folder's names all up to one of them.  A rename is done or not.
#pragma once

#include "reliability/calls.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dateline::reliability {

// Which of so many possibilities comes true: a number below the one given.
using Choose = std::function<std::size_t(std::size_t)>;

// A folder as it may be found: paths in it, and the bytes of files; none: a folder.
using Found = std::map<std::string, std::optional<std::string>>;

// Makes the folder so.
void write_found(const Found& found, const std::filesystem::path& folder);

class Disk {
 public:
  // The folder as it is, all of it synced.
  explicit Disk(const std::filesystem::path& folder);

  void apply(const Call& call);
  // What may be found after a loss of power now.
  Found lose_power(const Choose& choose) const;

 private:
  struct File {
    std::string synced;
    std::vector<Call> changes;  // since then: writes and cuts
  };
  using Name = std::pair<std::string, std::optional<std::size_t>>;  // none: removed
  using Names = std::map<std::string, std::size_t>;                 // path to file

  static constexpr std::size_t kFolder = 0;  // as the number of a file

  std::size_t new_file(std::string bytes);
  void change_names(const std::string& path, std::vector<Name> change);
  static std::string found(const File& file, const Choose& choose);

  std::string root_;
  std::vector<File> files_{{}};
  std::map<ino_t, std::size_t> numbers_;
  Names current_;
  Names synced_;
  std::map<std::string, std::vector<std::vector<Name>>> pending_;  // of each folder
};

}  // namespace dateline::reliability
