#include <dateline/error.hpp>
#include <dateline/version.hpp>

#include <gtest/gtest.h>

#include <exception>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace dateline {
namespace {

TEST(Error, SaysWhatFailedOnWhatWhyAndWhatToDo) {
  struct ErrorRow {
    std::string_view failed, subject, reason, advice, message;
  };
  const std::vector<ErrorRow> rows{
      {"open index", "a.index", "nothing is there", "make one",
       "cannot open index \"a.index\": nothing is there; make one"},
      {"open index", "a.index", "nothing is there", "",
       "cannot open index \"a.index\": nothing is there"},
      {"read JSON", "", "it is broken", "", "cannot read JSON: it is broken"},
      {"read JSON", "", "it is broken", "mend it", "cannot read JSON: it is broken; mend it"},
  };
  for (const ErrorRow& row : rows) {
    const Error error(ErrorCode::kInvalid, row.failed, row.subject, row.reason, row.advice);
    EXPECT_EQ(error.what(), row.message);
  }
}

TEST(Error, KeepsItsCode) {
  for (const ErrorCode code :
       {ErrorCode::kNotFound, ErrorCode::kExists, ErrorCode::kLocked, ErrorCode::kInvalid,
        ErrorCode::kCorrupt, ErrorCode::kIo, ErrorCode::kLimit, ErrorCode::kInternal}) {
    EXPECT_EQ(Error(code, "do", "it", "no").code(), code);
  }
  EXPECT_EQ(static_cast<int>(ErrorCode::kNotFound), 1) << "the codes are frozen";
  EXPECT_EQ(static_cast<int>(ErrorCode::kInternal), 8);
}

TEST(Error, IsAnExceptionWhoseCopiesLiveOnTheirOwn) {
  static_assert(std::is_base_of_v<std::exception, Error>);
  static_assert(std::is_nothrow_move_constructible_v<Error>);
  std::exception_ptr kept;
  try {
    throw Error(ErrorCode::kIo, "write", std::string(1000, 'x'), "the disk is full");
  } catch (const std::exception&) {
    kept = std::current_exception();
  }
  try {
    std::rethrow_exception(kept);
  } catch (const Error& error) {
    const Error copy = error;
    EXPECT_EQ(copy.what(), "cannot write \"" + std::string(1000, 'x') + "\": the disk is full");
  }
}

TEST(Error, IsOneLineWhateverANameHolds) {
  const Error error(ErrorCode::kNotFound, "open", std::string_view("a\n\0\x1b[2Jb\x7f", 9), "none");
  EXPECT_STREQ(error.what(), "cannot open \"a???[2Jb?\": none");
}

TEST(Error, TheVersionIsKnownWhenCompiling) {
  static_assert(DATELINE_VERSION_MAJOR >= 0 && DATELINE_VERSION_MINOR >= 0 &&
                DATELINE_VERSION_PATCH >= 0);
}

}  // namespace
}  // namespace dateline
