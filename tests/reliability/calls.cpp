// In: calls of this process and its libraries.  Out: the same calls, or their failure.
// The dynamic linker takes the program's own functions before those of the C library (ld.so(8)).
#undef _FORTIFY_SOURCE
#include "reliability/calls.hpp"

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <mutex>
#include <set>

namespace dateline::reliability {
namespace {

struct State {
  std::mutex mutex;
  Plan plan;
  std::atomic<bool> active{false};
  bool met = false;
  std::uint64_t count = 0;
  std::vector<Call> calls;
  std::set<ino_t> failed_syncs;
  bool synced_again = false;
};

State& state() {
  static State* const the_state = new State;  // lives longer than whatever calls
  return *the_state;
}

template <class Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

std::string path_of(int descriptor) {
  std::array<char, 4096> target;
  const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
  const ssize_t size = ::readlink(link.c_str(), target.data(), target.size());
  return size < 0 ? std::string() : std::string(target.data(), static_cast<std::size_t>(size));
}

std::string path_at(int folder, const char* path) {
  if (path[0] == '/' || folder == AT_FDCWD) return path;
  return path_of(folder) + '/' + path;
}

ino_t number_of(int descriptor) {
  struct stat status = {};
  return ::fstat(descriptor, &status) == 0 ? status.st_ino : 0;
}

bool is_folder(int descriptor) {
  struct stat status = {};
  return ::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
}

enum class Class { kRead, kWrite };

// Whether the plan's fault meets this call.
Fault meet(Class what, const std::string& path) {
  State& now = state();
  if (!now.active) return Fault::kNone;
  const std::lock_guard guard(now.mutex);
  if (!now.active || (what == Class::kRead && !now.plan.reads)) return Fault::kNone;
  if (!path.starts_with(now.plan.folder)) return Fault::kNone;
  ++now.count;
  if (now.plan.at == 0) return Fault::kNone;
  if (now.count != now.plan.at && !(now.plan.for_good && now.count > now.plan.at)) {
    return Fault::kNone;
  }
  now.met = true;
  return now.plan.fault;
}

void die() {
  ::kill(::getpid(), SIGKILL);
}

// For calls that are done whole or not at all: true where the call fails.
bool fails(Class what, const std::string& path) {
  switch (meet(what, path)) {
    case Fault::kKill:
      die();
      return true;
    case Fault::kError:
      errno = state().plan.error;
      return true;
    default:
      return false;
  }
}

void record(Call call) {
  State& now = state();
  const std::lock_guard guard(now.mutex);
  if (now.active && now.plan.record && call.path.starts_with(now.plan.folder)) {
    now.calls.push_back(std::move(call));
  }
}

template <class Real>
int open_file(Real real, const std::string& path, int flags) {
  const bool writes = (flags & (O_CREAT | O_TRUNC)) != 0;
  if (fails(writes ? Class::kWrite : Class::kRead, path)) return -1;
  const bool is_new = (flags & O_CREAT) != 0 && ::access(path.c_str(), F_OK) != 0;
  const int descriptor = real();
  if (descriptor < 0) return descriptor;
  const int before = errno;
  if (is_new) record({Kind::kCreate, number_of(descriptor), 0, path, {}, {}});
  if ((flags & O_TRUNC) != 0 && !is_new) {
    record({Kind::kCut, number_of(descriptor), 0, path, {}, {}});
  }
  errno = before;
  return descriptor;
}

// Every second write is begun before the process ends.
template <class Real>
ssize_t write_file(Real real, int descriptor, const void* bytes, std::size_t size, off_t offset) {
  const std::string path = path_of(descriptor);
  const Fault fault = meet(Class::kWrite, path);
  if (fault == Fault::kError) {
    errno = state().plan.error;
    return -1;
  }
  if (fault == Fault::kShort || (fault == Fault::kKill && state().plan.at % 2 == 1)) {
    size = (size + 1) / 2;
  } else if (fault == Fault::kKill) {
    die();
  }
  if (offset < 0) offset = ::lseek(descriptor, 0, SEEK_CUR);
  const ssize_t written = real(size);
  if (fault == Fault::kKill) die();
  if (written > 0) {
    const auto count = static_cast<std::size_t>(written);
    record({Kind::kWrite,
            number_of(descriptor),
            static_cast<std::uint64_t>(offset),
            path,
            {},
            std::string(static_cast<const char*>(bytes), count)});
  }
  return written;
}

// The disk itself is spared: what was synced is known from here, and a process that dies loses nothing
// of what the system holds.
int sync_file(int descriptor) {
  const std::string path = path_of(descriptor);
  const ino_t file = number_of(descriptor);
  State& now = state();
  const bool failed = fails(Class::kWrite, path);
  if (now.active) {
    const std::lock_guard guard(now.mutex);
    if (now.failed_syncs.contains(file) && !is_folder(descriptor)) now.synced_again = true;
    if (failed) now.failed_syncs.insert(file);
  }
  if (failed) {
    errno = now.plan.error;
    return -1;
  }
  record({is_folder(descriptor) ? Kind::kSyncFolder : Kind::kSync, file, 0, path, {}, {}});
  return 0;
}

template <class Real>
ssize_t read_file(Real real, int descriptor, std::size_t size) {
  switch (meet(Class::kRead, path_of(descriptor))) {
    case Fault::kError:
      errno = state().plan.error;
      return -1;
    case Fault::kShort:
      return real((size + 1) / 2);
    default:
      return real(size);
  }
}

template <class Real>
int change_path(Real real, Kind kind, const std::string& path, const std::string& to = {}) {
  if (fails(Class::kWrite, path)) return -1;
  const int result = real();
  if (result == 0) record({kind, 0, 0, path, to, {}});
  return result;
}

// Otherwise calls go straight on, and allocate nothing.
bool is_active() {
  return state().active;
}

mode_t mode_of(int flags, std::va_list arguments) {
  return (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
}

}  // namespace

void begin(const Plan& plan) {
  State& now = state();
  const std::lock_guard guard(now.mutex);
  now.plan = plan;
  now.count = 0;
  now.met = false;
  now.synced_again = false;
  now.calls.clear();
  now.failed_syncs.clear();
  now.active = true;
}

std::uint64_t end() {
  State& now = state();
  const std::lock_guard guard(now.mutex);
  now.active = false;
  return now.count;
}

std::vector<Call> recorded() {
  return state().calls;
}

void tell(std::uint64_t commit) {
  record({Kind::kTold, 0, commit, state().plan.folder, {}, {}});
}

bool synced_again() {
  return state().synced_again;
}

bool was_met() {
  return state().met;
}

}  // namespace dateline::reliability

namespace calls = dateline::reliability;

extern "C" {

int open(const char* path, int flags, ...) {
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = calls::mode_of(flags, arguments);
  va_end(arguments);
  static auto* const real = calls::next<int(const char*, int, ...)>("open");
  if (!calls::is_active()) return real(path, flags, mode);
  return calls::open_file([&] { return real(path, flags, mode); }, path, flags);
}

int open64(const char* path, int flags, ...) {
  std::va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = calls::mode_of(flags, arguments);
  va_end(arguments);
  static auto* const real = calls::next<int(const char*, int, ...)>("open64");
  if (!calls::is_active()) return real(path, flags, mode);
  return calls::open_file([&] { return real(path, flags, mode); }, path, flags);
}

ssize_t write(int file, const void* bytes, size_t size) {
  static auto* const real = calls::next<ssize_t(int, const void*, size_t)>("write");
  if (!calls::is_active()) return real(file, bytes, size);
  return calls::write_file([&](size_t some) { return real(file, bytes, some); }, file, bytes, size,
                           -1);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
  static auto* const real = calls::next<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
  if (!calls::is_active()) return real(file, bytes, size, offset);
  return calls::write_file([&](size_t some) { return real(file, bytes, some, offset); }, file,
                           bytes, size, offset);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
  return pwrite64(file, bytes, size, offset);
}

ssize_t read(int file, void* bytes, size_t size) {
  static auto* const real = calls::next<ssize_t(int, void*, size_t)>("read");
  if (!calls::is_active()) return real(file, bytes, size);
  return calls::read_file([&](size_t some) { return real(file, bytes, some); }, file, size);
}

ssize_t pread64(int file, void* bytes, size_t size, off64_t offset) {
  static auto* const real = calls::next<ssize_t(int, void*, size_t, off64_t)>("pread64");
  if (!calls::is_active()) return real(file, bytes, size, offset);
  return calls::read_file([&](size_t some) { return real(file, bytes, some, offset); }, file, size);
}

ssize_t pread(int file, void* bytes, size_t size, off_t offset) {
  return pread64(file, bytes, size, offset);
}

void* mmap(void* where, size_t size, int protection, int flags, int file, off_t offset) noexcept {
  static auto* const real = calls::next<void*(void*, size_t, int, int, int, off_t)>("mmap");
  if (file >= 0 && calls::is_active() &&
      calls::meet(calls::Class::kRead, calls::path_of(file)) == calls::Fault::kError) {
    errno = ENOMEM;
    return MAP_FAILED;
  }
  return real(where, size, protection, flags, file, offset);
}

int fsync(int file) {
  return calls::is_active() ? calls::sync_file(file) : 0;
}

int fdatasync(int file) {
  return calls::is_active() ? calls::sync_file(file) : 0;
}

int ftruncate(int file, off_t size) noexcept {
  static auto* const real = calls::next<int(int, off_t)>("ftruncate");
  if (!calls::is_active()) return real(file, size);
  const std::string path = calls::path_of(file);
  if (calls::fails(calls::Class::kWrite, path)) return -1;
  const int result = real(file, size);
  calls::record(
      {calls::Kind::kCut, calls::number_of(file), static_cast<std::uint64_t>(size), path, {}, {}});
  return result;
}

int rename(const char* from, const char* to) noexcept {
  static auto* const real = calls::next<int(const char*, const char*)>("rename");
  if (!calls::is_active()) return real(from, to);
  return calls::change_path([&] { return real(from, to); }, calls::Kind::kRename, from, to);
}

int rmdir(const char* path) noexcept {
  static auto* const real = calls::next<int(const char*)>("rmdir");
  if (!calls::is_active()) return real(path);
  return calls::change_path([&] { return real(path); }, calls::Kind::kRemove, path);
}

int unlink(const char* path) noexcept {
  static auto* const real = calls::next<int(const char*)>("unlink");
  if (!calls::is_active()) return real(path);
  return calls::change_path([&] { return real(path); }, calls::Kind::kRemove, path);
}

int remove(const char* path) noexcept {
  static auto* const real = calls::next<int(const char*)>("remove");
  if (!calls::is_active()) return real(path);
  return calls::change_path([&] { return real(path); }, calls::Kind::kRemove, path);
}

int unlinkat(int folder, const char* path, int flags) noexcept {
  static auto* const real = calls::next<int(int, const char*, int)>("unlinkat");
  if (!calls::is_active()) return real(folder, path, flags);
  return calls::change_path([&] { return real(folder, path, flags); }, calls::Kind::kRemove,
                            calls::path_at(folder, path));
}

int mkdir(const char* path, mode_t mode) noexcept {
  static auto* const real = calls::next<int(const char*, mode_t)>("mkdir");
  if (!calls::is_active()) return real(path, mode);
  return calls::change_path([&] { return real(path, mode); }, calls::Kind::kFolder, path);
}

}  // extern "C"
