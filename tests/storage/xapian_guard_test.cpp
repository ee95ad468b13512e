#include "storage/xapian_guard.hpp"

#include "../base/temp_folder.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <string>

namespace dateline::storage {
namespace {

template <class Thrown>
Caught guarded_error(const Thrown& error) {
  return error_of([&] { guarded("read", "segments/7", [&]() -> int { throw error; }); });
}

TEST(XapianGuard, DamageIsCorrupt) {
  const Caught caught = guarded_error(Xapian::DatabaseCorruptError("block 5 is odd"));
  EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
  EXPECT_TRUE(caught.mentions("segments/7\": DatabaseCorruptError: block 5 is odd"))
      << caught.message;
}

// What Xapian says then has no class of its own.
TEST(XapianGuard, AFileThatEndsTooEarlyIsCorrupt) {
  EXPECT_EQ(guarded_error(Xapian::DatabaseError("EOF reading block 5")).code, ErrorCode::kCorrupt);
}

TEST(XapianGuard, WhatTheSystemRefusedIsIo) {
  const Caught caught = guarded_error(Xapian::DatabaseError("cannot write", ENOSPC));
  EXPECT_EQ(caught.code, ErrorCode::kIo);
  EXPECT_TRUE(caught.mentions("No space left on device")) << caught.message;
  EXPECT_EQ(guarded_error(Xapian::DatabaseOpeningError("cannot open", EMFILE)).code,
            ErrorCode::kIo);
}

TEST(XapianGuard, AnythingElseIsInternal) {
  for (const Caught& caught : {guarded_error(Xapian::InvalidArgumentError("term is empty")),
                               guarded_error(Xapian::DocNotFoundError("no document 9")),
                               guarded_error(Xapian::UnimplementedError("not here"))}) {
    EXPECT_EQ(caught.code, ErrorCode::kInternal);
    EXPECT_TRUE(caught.mentions("Error: ")) << caught.message;
  }
}

TEST(XapianGuard, ResultsPassAndSoDoOurErrors) {
  EXPECT_EQ(guarded("read", "s", [] { return 7; }), 7);
  EXPECT_EQ(guarded_error(Error(ErrorCode::kLimit, "a", "b", "c")).code, ErrorCode::kLimit);
}

}  // namespace
}  // namespace dateline::storage
