// In: the user's configuration.  Out: 32 random bytes, the same each time.
#include "common/key.hpp"

#include "common/terminal.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace examples {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKeyBytes = 32;

// Empty where the user has no home.
fs::path key_file() {
  const char* const config = std::getenv("XDG_CONFIG_HOME");
  if (config != nullptr && *config == '/') return fs::path(config) / "dateline" / "key";
  const char* const home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? fs::path(home) / ".config/dateline/key" : fs::path();
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  operator int() const { return number_; }

 private:
  int number_;
};

// Nobody else may have written it or can read it.
bool is_private(int file) {
  struct stat status = {};
  return ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid() &&
         (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

std::string read_key(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  if (file < 0 && (errno == ENOENT || errno == ENOTDIR)) return {};
  std::string key(kKeyBytes + 1, '\0');  // one more shows whether it ends there
  if (file >= 0 && is_private(file) && ::read(file, key.data(), key.size()) == ssize_t{kKeyBytes}) {
    key.resize(kKeyBytes);
    return key;
  }
  complain("note", path.string() +
                       " is no key: it has to be a file of 32 bytes that is yours and that nobody "
                       "else can read; put it right, or delete it, and a new one is made");
  return {};
}

// Root makes none in another user's home, who could not read it.
bool may_write(fs::path folder) {
  struct stat status = {};
  while (::stat(folder.c_str(), &status) != 0 && folder.has_relative_path()) {
    folder = folder.parent_path();
  }
  return ::geteuid() != 0 || status.st_uid == 0;
}

std::string random_key() {
  std::string key(kKeyBytes, '\0');
  if (::getentropy(key.data(), key.size()) == 0) return key;
  throw dateline::Error(dateline::ErrorCode::kIo, "make", "a key",
                        "the system has no random bytes");
}

// Under a name of its own first, so that no other process reads a part of it, and a quicker one's stays.
void write_key(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::string part = path.string() + ".XXXXXX";
  const Descriptor file(::mkostemp(part.data(), O_CLOEXEC));  // mode 0600
  if (file < 0) return;
  if (::write(file, random_key().data(), kKeyBytes) == ssize_t{kKeyBytes} && ::fsync(file) == 0) {
    fs::create_hard_link(part, path, error);
  }
  fs::remove(part, error);
  const Descriptor folder(::open(path.parent_path().c_str(), O_RDONLY | O_CLOEXEC));
  ::fsync(folder);
}

// Who has no key has sealed nothing: one that fits no index.
std::string user_key() {
  std::string key = read_key(key_file());
  return key.empty() ? random_key() : key;
}

}  // namespace

std::string make_user_key() {
  const fs::path path = key_file();
  std::error_code error;
  if (!path.empty() && !fs::exists(path, error) && may_write(path.parent_path())) write_key(path);
  std::string key = read_key(path);
  if (key.empty()) {
    complain("note", (path.empty() ? "HOME is not set, so no key can be kept"
                                   : "no key can be kept in " + path.string()) +
                         ": this index over Xapian opens with --trust only");
  }
  return key;
}

dateline::Searcher open_searcher(const Program& program, const fs::path& path,
                                 dateline::OpenOptions options) {
  options.trust = program.trust;
  if (!options.trust) options.key = user_key();
  return dateline::Searcher::open(path, options);
}

dateline::Index open_index(const Program& program, const fs::path& path) {
  return dateline::Index::open(
      path, {.key = program.trust ? make_user_key() : user_key(), .trust = program.trust});
}

}  // namespace examples
