// What tests of files share: a folder that is empty at first, and the error that something throws.
#pragma once

#include <dateline/error.hpp>

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

namespace dateline {

// A folder of the running test's own; removed at the end.
class TempFolder {
 public:
  TempFolder() : path_(std::filesystem::path(::testing::TempDir()) / name()) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~TempFolder() { std::filesystem::remove_all(path_); }
  TempFolder(const TempFolder&) = delete;
  TempFolder& operator=(const TempFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& part) const { return path_ / part; }

 private:
  static std::string name() {
    const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
    return std::string("dateline_") + test->test_suite_name() + "_" + test->name() + "_" +
           std::to_string(::getpid());
  }

  std::filesystem::path path_;
};

struct Caught {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
  bool mentions(const std::string& part) const { return message.find(part) != std::string::npos; }
};

template <class Action>
Caught error_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return {error.code(), error.what()};
  }
  ADD_FAILURE() << "nothing was thrown";
  return {};
}

}  // namespace dateline
