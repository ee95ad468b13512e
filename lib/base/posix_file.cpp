// Open files of the operating system.  In: paths.  Out: handles, or Error(kIo or kNotFound).
// Source: POSIX.1-2017; the lock is Linux's F_OFD_SETLK (fcntl(2)), held by the open file and not by
// the process, so that two handles of one process exclude each other too.
// Tested by tests/base/posix_file_test.cpp.
#include "base/posix_file.hpp"

#include "base/lazy.hpp"

#include <dateline/error.hpp>

#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <system_error>
#include <utility>

namespace dateline::base {
namespace {

template <class Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result == -1 && errno == EINTR) result = call();
  return result;
}

class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags, std::string_view action)
      : path_(path), number_(uninterrupted([&] { return ::open(path.c_str(), flags, 0666); })) {
    if (number_ == -1) fail_with(errno, action, path);
  }
  ~Descriptor() {
    if (number_ != -1) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  const std::filesystem::path& path() const { return path_; }
  [[noreturn]] void fail(std::string_view action) const { fail_with(errno, action, path_); }
  // The number is free after a failed close too, so it is never closed again.
  void close() {
    if (::close(std::exchange(number_, -1)) == -1 && errno != EINTR) fail("close");
  }

 private:
  std::filesystem::path path_;
  int number_;
};

class PosixReadable : public ReadableFile {
 public:
  // Not to wait where the path is a pipe.
  explicit PosixReadable(const std::filesystem::path& path)
      : file_(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, "open") {
    struct stat status = {};
    if (::fstat(file_.number(), &status) == -1) file_.fail("open");
    if (!S_ISREG(status.st_mode)) {
      throw Error(ErrorCode::kIo, "open", path.native(), "it is not a regular file");
    }
    size_ = static_cast<std::uint64_t>(status.st_size);
  }
  ~PosixReadable() override {
    if (mapped_ != nullptr) ::munmap(mapped_, static_cast<std::size_t>(size_));
  }

  std::uint64_t size() const override { return size_; }
  int descriptor() const override { return file_.number(); }
  const std::filesystem::path& path() const { return file_.path(); }

  std::string read(std::uint64_t offset, std::size_t length) const override {
    std::string bytes;
    if (offset >= size_) return bytes;
    bytes.resize(static_cast<std::size_t>(std::min<std::uint64_t>(length, size_ - offset)));
    std::size_t filled = 0;
    while (filled < bytes.size()) {
      const std::size_t got =
          read_once(bytes.data() + filled, bytes.size() - filled, offset + filled);
      if (got == 0) break;  // the file became shorter
      filled += got;
    }
    bytes.resize(filled);
    return bytes;
  }

  std::string_view map() const override {
    if (size_ == 0) return {};
    const std::lock_guard guard(mutex_);
    const auto length = static_cast<std::size_t>(size_);
    if (mapped_ == nullptr) {
      void* const begin = ::mmap(nullptr, length, PROT_READ, MAP_PRIVATE, file_.number(), 0);
      if (begin == MAP_FAILED) file_.fail("map");
      mapped_ = begin;
    }
    return {static_cast<const char*>(mapped_), length};
  }

  void forget() const override {
    const std::lock_guard guard(mutex_);
    if (mapped_ != nullptr) ::madvise(mapped_, static_cast<std::size_t>(size_), MADV_DONTNEED);
  }

 private:
  std::size_t read_once(char* to, std::size_t length, std::uint64_t offset) const {
    const ssize_t got = uninterrupted(
        [&] { return ::pread(file_.number(), to, length, static_cast<off_t>(offset)); });
    if (got == -1) file_.fail("read");
    return static_cast<std::size_t>(got);
  }

  Descriptor file_;
  std::uint64_t size_ = 0;
  mutable std::mutex mutex_;
  mutable void* mapped_ = nullptr;  // guarded by mutex_
};

class UnmappedReadable : public PosixReadable {
 public:
  using PosixReadable::PosixReadable;

  std::string_view map() const override {
    return bytes_.get([this] {
      std::string bytes = read(0, static_cast<std::size_t>(size()));
      if (bytes.size() < size()) {
        throw Error(ErrorCode::kIo, "read", path().native(), "somebody cuts it short meanwhile");
      }
      return bytes;
    });
  }
  void forget() const override {}

 private:
  mutable Lazy<std::string> bytes_;
};

class PosixWritable : public WritableFile {
 public:
  explicit PosixWritable(const std::filesystem::path& path)
      : file_(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, "create") {}

  void append(std::string_view bytes) override {
    while (!bytes.empty()) {
      const ssize_t written =
          uninterrupted([&] { return ::write(file_.number(), bytes.data(), bytes.size()); });
      if (written == -1) file_.fail("write");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  void sync() override {
    if (::fsync(file_.number()) == -1) file_.fail("sync");
  }

  void close() override { file_.close(); }

 private:
  Descriptor file_;
};

class PosixLock : public FileLock {
 public:
  explicit PosixLock(const std::filesystem::path& path)
      : file_(path, O_RDWR | O_CREAT | O_CLOEXEC, "lock") {}

  bool acquire() {
    struct flock whole = {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    if (uninterrupted([&] { return ::fcntl(file_.number(), F_OFD_SETLK, &whole); }) != -1) {
      return true;
    }
    if (errno == EAGAIN || errno == EACCES) return false;
    file_.fail("lock");
  }

 private:
  Descriptor file_;
};

}  // namespace

std::unique_ptr<ReadableFile> open_readable(const std::filesystem::path& path) {
  return std::make_unique<PosixReadable>(path);
}

std::unique_ptr<ReadableFile> open_unmapped(const std::filesystem::path& path) {
  return std::make_unique<UnmappedReadable>(path);
}

std::unique_ptr<WritableFile> create_writable(const std::filesystem::path& path) {
  return std::make_unique<PosixWritable>(path);
}

std::unique_ptr<FileLock> lock_file(const std::filesystem::path& path) {
  auto lock = std::make_unique<PosixLock>(path);
  if (!lock->acquire()) return nullptr;
  return lock;
}

bool link_file(const std::filesystem::path& file, const std::filesystem::path& name) {
  if (::link(file.c_str(), name.c_str()) == 0) return true;
  if (errno == EXDEV || errno == EPERM || errno == EMLINK || errno == EOPNOTSUPP) return false;
  fail_with(errno, "link", name);
}

bool is_own_path(const std::filesystem::path& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) == -1) fail_with(errno, "look for", path);
  return status.st_uid == ::geteuid() || status.st_uid == 0;
}

void sync_path(const std::filesystem::path& path) {
  const Descriptor file(path, O_RDONLY | O_CLOEXEC, "sync");
  if (::fsync(file.number()) == -1) file.fail("sync");
}

std::vector<std::string> list_folder(const std::filesystem::path& path) {
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path.c_str()), &::closedir);
  if (folder == nullptr) fail_with(errno, "list", path);
  std::vector<std::string> names;
  while (true) {
    errno = 0;
    const dirent* entry = ::readdir(folder.get());
    if (entry == nullptr && errno != 0) fail_with(errno, "list", path);
    if (entry == nullptr) break;
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

void fail_with(int error, std::string_view action, const std::filesystem::path& path) {
  const bool absent = error == ENOENT || error == ENOTDIR;
  throw Error(absent ? ErrorCode::kNotFound : ErrorCode::kIo, action, path.native(),
              std::error_code(error, std::generic_category()).message());
}

}  // namespace dateline::base
