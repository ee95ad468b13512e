// The library's one way to files, so that faults can be put in between.
// In: paths.  Out: bytes, or Error(kIo or kNotFound) that names the path.
// Invariants: what `sync` and `sync_folder` returned from is on disk; a failed sync is never retried.
// Tested by tests/base/files_test.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::base {

// A file open for reading; the bytes stay readable when its name is gone.
class ReadableFile {
 public:
  virtual ~ReadableFile() = default;
  virtual std::uint64_t size() const = 0;
  // The bytes [offset, offset + length); fewer only at the end of the file.
  virtual std::string read(std::uint64_t offset, std::size_t length) const = 0;
  // The whole file, mapped or read into memory; valid as long as this object.
  virtual std::string_view map() const = 0;
  // Lets go of the memory that a mapping took so far; what is touched again is read again.
  virtual void forget() const {}
  // The descriptor, for a library that opens files itself.
  virtual int descriptor() const = 0;
};

// A file that is written from its beginning to its end.
class WritableFile {
 public:
  virtual ~WritableFile() = default;
  virtual void append(std::string_view bytes) = 0;
  // Flushes the bytes to the disk.
  virtual void sync() = 0;
  virtual void close() = 0;
};

// Held as long as the object lives; freed by the system when the process dies.
class FileLock {
 public:
  virtual ~FileLock() = default;
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;

  virtual std::unique_ptr<ReadableFile> open(const std::filesystem::path& path) = 0;
  // Fails when the file exists.
  virtual std::unique_ptr<WritableFile> create(const std::filesystem::path& path) = 0;
  // nullptr when somebody else holds it.
  virtual std::unique_ptr<FileLock> try_lock(const std::filesystem::path& path) = 0;
  virtual bool exists(const std::filesystem::path& path) = 0;
  virtual bool is_folder(const std::filesystem::path& path) = 0;
  // Names, sorted.
  virtual std::vector<std::string> list(const std::filesystem::path& folder) = 0;
  virtual void create_folder(const std::filesystem::path& folder) = 0;  // its parents too
  // Gives a file a second name, which must be new; false where the file system cannot.
  virtual bool link(const std::filesystem::path& file, const std::filesystem::path& name) = 0;
  // Whether it belongs to the user of this process, or to root.
  virtual bool is_own(const std::filesystem::path& path) = 0;
  virtual void rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
  virtual void remove_all(const std::filesystem::path& path) = 0;  // no error when absent
  virtual void sync_file(const std::filesystem::path& path) = 0;   // one written by another library
  virtual void sync_folder(const std::filesystem::path& folder) = 0;

  // The whole file.
  std::string read_all(const std::filesystem::path& path);
  // create, append, sync, close.
  void write_all(const std::filesystem::path& path, std::string_view bytes);
};

// The system's own files.
FileSystem& system_files();
// The same, read into memory instead of mapped: a disk that fails then is Error(kIo) and not SIGBUS.
FileSystem& unmapped_files();

}  // namespace dateline::base
