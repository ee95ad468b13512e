#include "base/posix_file.hpp"

#include "temp_folder.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

namespace dateline::base {
namespace {

void write(const std::filesystem::path& path, std::string_view bytes) {
  const auto file = create_writable(path);
  file->append(bytes);
  file->sync();
  file->close();
}

TEST(PosixFile, ReadsAnyPartOfWhatWasWritten) {
  const TempFolder folder;
  std::string bytes;
  for (int i = 0; i < 100000; ++i) bytes += static_cast<char>(i * 31 % 251);
  {
    const auto file = create_writable(folder / "a");
    for (std::size_t at = 0; at < bytes.size(); at += 777) file->append(bytes.substr(at, 777));
    file->close();
  }
  const auto file = open_readable(folder / "a");
  EXPECT_EQ(file->size(), bytes.size());
  EXPECT_EQ(file->read(0, bytes.size()), bytes);
  EXPECT_EQ(file->read(12345, 678), bytes.substr(12345, 678));
  EXPECT_EQ(file->read(bytes.size() - 3, 100), bytes.substr(bytes.size() - 3));
  EXPECT_EQ(file->read(bytes.size(), 1), "");
  EXPECT_EQ(file->read(~std::uint64_t{0}, ~std::size_t{0}), "");
  EXPECT_EQ(file->map(), bytes);
}

TEST(PosixFile, AnEmptyFileMapsToNothing) {
  const TempFolder folder;
  write(folder / "empty", "");
  EXPECT_EQ(open_readable(folder / "empty")->map(), "");
}

// How many pages of a mapping are in this process' memory.
std::size_t resident_pages(std::string_view mapped) {
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  std::vector<std::uint64_t> entries(mapped.size() / page);
  const int pages = ::open("/proc/self/pagemap", O_RDONLY);
  const auto begin =
      static_cast<::off_t>(reinterpret_cast<std::uintptr_t>(mapped.data()) / page * 8);
  const ::ssize_t got = ::pread(pages, entries.data(), entries.size() * 8, begin);
  ::close(pages);
  EXPECT_EQ(got, static_cast<::ssize_t>(entries.size() * 8));
  return static_cast<std::size_t>(std::count_if(
      entries.begin(), entries.end(), [](std::uint64_t entry) { return entry >> 63 != 0; }));
}

TEST(PosixFile, ForgetsTheMemoryOfAMappingAndReadsItAgain) {
  const TempFolder folder;
  write(folder / "a", std::string(std::size_t{1} << 20, 'a'));
  const auto file = open_readable(folder / "a");
  file->forget();  // nothing yet
  const std::string_view bytes = file->map();
  EXPECT_EQ(std::count(bytes.begin(), bytes.end(), 'a'), std::ptrdiff_t{1} << 20);
  EXPECT_GT(resident_pages(bytes), 200U);
  file->forget();
  EXPECT_EQ(resident_pages(bytes), 0U);
  EXPECT_EQ(std::count(bytes.begin(), bytes.end(), 'a'), std::ptrdiff_t{1} << 20);
}

TEST(PosixFile, ThatIsReadIntoMemoryForgetsNothing) {
  const TempFolder folder;
  write(folder / "a", std::string(std::size_t{1} << 20, 'a'));
  const auto file = unmapped_files().open(folder / "a");
  const std::string_view bytes = file->map();
  file->forget();
  EXPECT_EQ(std::count(bytes.begin(), bytes.end(), 'a'), std::ptrdiff_t{1} << 20);
}

TEST(PosixFile, BytesStayReadableWhenTheNameIsGone) {
  const TempFolder folder;
  write(folder / "a", "still here");
  const auto file = open_readable(folder / "a");
  std::filesystem::remove(folder / "a");
  EXPECT_EQ(file->read(0, 5), "still");
  EXPECT_EQ(file->map(), "still here");
  const auto again = open_readable("/proc/self/fd/" + std::to_string(file->descriptor()));
  EXPECT_EQ(again->read(6, 4), "here");
}

TEST(PosixFile, ThreadsMapOneFile) {
  const TempFolder folder;
  write(folder / "a", std::string(10000, 'z'));
  const auto file = open_readable(folder / "a");
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] { EXPECT_EQ(file->map(), std::string(10000, 'z')); });
  }
  for (auto& thread : threads) thread.join();
}

TEST(PosixFile, AnUnmappedFileIsReadWholeAndKept) {
  const TempFolder folder;
  write(folder / "a", "all of it");
  write(folder / "empty", "");
  EXPECT_EQ(open_unmapped(folder / "empty")->map(), "");
  const auto file = open_unmapped(folder / "a");
  const std::string_view bytes = file->map();
  EXPECT_EQ(bytes, "all of it");
  std::filesystem::resize_file(folder / "a", 0);
  EXPECT_EQ(bytes, "all of it");
  EXPECT_EQ(file->map().data(), bytes.data());
  EXPECT_EQ(file->read(0, 3), "");
}

TEST(PosixFile, AnUnmappedFileThatIsCutBeforeItIsReadIsAnError) {
  const TempFolder folder;
  write(folder / "a", "all of it");
  const auto file = open_unmapped(folder / "a");
  std::filesystem::resize_file(folder / "a", 4);
  for (int attempt = 1; attempt <= 2; ++attempt) {
    const Caught caught = error_of([&] { file->map(); });
    EXPECT_EQ(caught.code, ErrorCode::kIo);
    EXPECT_TRUE(caught.mentions("cuts it short")) << caught.message;
  }
}

TEST(PosixFile, AMissingFileIsNotFoundAndNamed) {
  const TempFolder folder;
  write(folder / "file", "");
  for (const std::string name : {"missing", "missing/deeper", "file/deeper"}) {
    const Caught caught = error_of([&] { open_readable(folder / name); });
    EXPECT_EQ(caught.code, ErrorCode::kNotFound) << name;
    EXPECT_TRUE(caught.mentions(name)) << caught.message;
  }
}

TEST(PosixFile, CreatingWhatExistsFailsAndLeavesIt) {
  const TempFolder folder;
  write(folder / "a", "first");
  const Caught caught = error_of([&] { create_writable(folder / "a"); });
  EXPECT_EQ(caught.code, ErrorCode::kIo);
  EXPECT_TRUE(caught.mentions("File exists")) << caught.message;
  EXPECT_EQ(open_readable(folder / "a")->map(), "first");
}

TEST(PosixFile, OnlyRegularFilesAreOpened) {
  const TempFolder folder;
  ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
  EXPECT_EQ(error_of([&] { open_readable(folder / "pipe"); }).code, ErrorCode::kIo);
  EXPECT_EQ(error_of([&] { open_readable(folder.path()); }).code, ErrorCode::kIo);
}

// A limit on the size of files stands in for a full disk: the first write is cut short by it.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit = {bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  void (*handler_)(int);
  rlimit before_ = {};
};

TEST(PosixFile, AWriteThatDoesNotFitIsAnError) {
  const TempFolder folder;
  Caught caught;
  {
    const FileSizeLimit limit(1000);
    caught = error_of([&] { create_writable(folder / "big")->append(std::string(1500, 'x')); });
  }
  EXPECT_EQ(caught.code, ErrorCode::kIo);
  EXPECT_TRUE(caught.mentions("big\": File too large")) << caught.message;
  EXPECT_EQ(open_readable(folder / "big")->size(), 1000U);
}

TEST(PosixFile, AnErrorNamesThePathAndTheReason) {
  const Caught caught = error_of([] { fail_with(ENOSPC, "write", "some/file"); });
  EXPECT_EQ(caught.code, ErrorCode::kIo);
  EXPECT_EQ(caught.message, "cannot write \"some/file\": No space left on device");
}

TEST(PosixFile, TheLockExcludesASecondHolderOfTheSameProcess) {
  const TempFolder folder;
  auto first = lock_file(folder / "lock");
  ASSERT_NE(first, nullptr);
  EXPECT_EQ(lock_file(folder / "lock"), nullptr);
  first.reset();
  EXPECT_NE(lock_file(folder / "lock"), nullptr);
}

// What a child process finds when it tries to take the lock.
bool child_gets_lock(const std::filesystem::path& path) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(lock_file(path) != nullptr ? 1 : 0);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WEXITSTATUS(status) == 1;
}

TEST(PosixFile, TheLockExcludesAnotherProcess) {
  const TempFolder folder;
  auto lock = lock_file(folder / "lock");
  EXPECT_FALSE(child_gets_lock(folder / "lock"));
  lock.reset();
  EXPECT_TRUE(child_gets_lock(folder / "lock"));
}

TEST(PosixFile, TheLockOfADeadProcessIsFree) {
  const TempFolder folder;
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto lock = lock_file(folder / "lock");
    const char sign = lock != nullptr ? 'y' : 'n';
    if (::write(ready[1], &sign, 1) != 1) ::_exit(1);
    for (;;) ::pause();
  }
  char sign = 0;
  ASSERT_EQ(::read(ready[0], &sign, 1), 1);
  EXPECT_EQ(sign, 'y');
  EXPECT_EQ(lock_file(folder / "lock"), nullptr);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_NE(lock_file(folder / "lock"), nullptr);
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST(PosixFile, GivesAFileASecondNameWhichMustBeNew) {
  const TempFolder folder;
  system_files().write_all(folder / "a", "bytes");
  EXPECT_TRUE(link_file(folder / "a", folder / "b"));
  std::filesystem::remove(folder / "a");
  EXPECT_EQ(system_files().read_all(folder / "b"), "bytes");
  EXPECT_EQ(error_of([&] { link_file(folder / "a", folder / "c"); }).code, ErrorCode::kNotFound);
  system_files().write_all(folder / "c", "others");
  EXPECT_EQ(error_of([&] { link_file(folder / "b", folder / "c"); }).code, ErrorCode::kIo);
}

TEST(PosixFile, OwnIsWhatTheUserOrRootMade) {
  const TempFolder folder;
  EXPECT_TRUE(is_own_path(folder.path()));
  EXPECT_TRUE(is_own_path("/"));
  EXPECT_EQ(error_of([&] { is_own_path(folder / "none"); }).code, ErrorCode::kNotFound);
}

TEST(PosixFile, SyncsFilesAndFolders) {
  const TempFolder folder;
  write(folder / "a", "x");
  sync_path(folder / "a");
  sync_path(folder.path());
  EXPECT_EQ(error_of([&] { sync_path(folder / "b"); }).code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dateline::base
