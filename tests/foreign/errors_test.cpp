// Each kind of failure from outside, at each border: only Error and std::bad_alloc come out.
// A failing operator new stands for all that may fail anywhere: it fails at the first allocation, at
// the second, ... of each call of a user.
#include "base/compress.hpp"
#include "base/json.hpp"
#include "index/sample.hpp"
#include "storage/xapian_guard.hpp"
#include "text/icu.hpp"

#include <dateline/dateline.hpp>

#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <new>
#include <stdexcept>

namespace {

constexpr long kNever = -1;
thread_local long allocations_left = kNever;  // of this thread, until one fails

void* allocate(std::size_t size) {
  if (allocations_left == 0) {
    allocations_left = kNever;
    throw std::bad_alloc();
  }
  if (allocations_left > 0) --allocations_left;
  void* const place = std::malloc(size == 0 ? 1 : size);
  if (place == nullptr) throw std::bad_alloc();
  return place;
}

}  // namespace

void* operator new(std::size_t size) {
  return allocate(size);
}
void* operator new[](std::size_t size) {
  return allocate(size);
}
void operator delete(void* place) noexcept {
  std::free(place);
}
void operator delete[](void* place) noexcept {
  std::free(place);
}
void operator delete(void* place, std::size_t) noexcept {
  std::free(place);
}
void operator delete[](void* place, std::size_t) noexcept {
  std::free(place);
}

namespace dateline {
namespace {

enum class Escaped { kNothing, kError, kNoMemory, kForeign };

template <class Action>
Escaped escaped(Action&& action) {
  try {
    action();
    return Escaped::kNothing;
  } catch (const Error&) {
    return Escaped::kError;
  } catch (const std::bad_alloc&) {
    return Escaped::kNoMemory;
  } catch (...) {
    return Escaped::kForeign;
  }
}

// Runs the action once for each allocation that may fail, `step` apart, until none does.
void fail_each_allocation(const std::function<void()>& action, long step = 1) {
  long failed = 0;
  for (long at = 0;; at += step) {
    allocations_left = at;
    const Escaped what = escaped(action);
    const bool all_went_well = allocations_left != kNever;
    allocations_left = kNever;
    ASSERT_NE(what, Escaped::kForeign) << "at allocation " << at;
    if (all_went_well) break;
    ++failed;
  }
  EXPECT_GT(failed, 0);
}

TEST(ForeignErrors, AnEscapeIsSeen) {
  EXPECT_EQ(escaped([] {}), Escaped::kNothing);
  EXPECT_EQ(escaped([] { throw Error(ErrorCode::kIo, "a", "b", "c"); }), Escaped::kError);
  EXPECT_EQ(escaped([] { throw std::bad_alloc(); }), Escaped::kNoMemory);
  EXPECT_EQ(escaped([] { throw std::runtime_error("foreign"); }), Escaped::kForeign);
  EXPECT_EQ(escaped([] { throw Xapian::DatabaseError("foreign"); }), Escaped::kForeign);
  EXPECT_EQ(escaped([] { throw 7; }), Escaped::kForeign);
}

template <class Thrown>
Escaped through_the_guard() {
  return escaped([] { storage::guarded("read", "segment", [] { throw Thrown("planted"); }); });
}

TEST(ForeignErrors, XapiansBecomeOurs) {
  for (const Escaped each :
       {through_the_guard<Xapian::DatabaseError>(), through_the_guard<Xapian::DatabaseLockError>(),
        through_the_guard<Xapian::DatabaseCorruptError>(),
        through_the_guard<Xapian::DatabaseOpeningError>(),
        through_the_guard<Xapian::DatabaseModifiedError>(),
        through_the_guard<Xapian::DatabaseVersionError>(),
        through_the_guard<Xapian::InvalidArgumentError>(), through_the_guard<Xapian::RangeError>(),
        through_the_guard<Xapian::NetworkError>(), through_the_guard<Xapian::InternalError>()}) {
    EXPECT_EQ(each, Escaped::kError);
  }
}

TEST(ForeignErrors, IcusCodesBecomeOurs) {
  for (const UErrorCode code :
       {U_ILLEGAL_ARGUMENT_ERROR, U_MISSING_RESOURCE_ERROR, U_MEMORY_ALLOCATION_ERROR,
        U_INVALID_CHAR_FOUND, U_BUFFER_OVERFLOW_ERROR}) {
    EXPECT_EQ(escaped([&] { text::check(code, "find words"); }), Escaped::kError);
  }
  EXPECT_EQ(escaped([] { text::check(U_USING_DEFAULT_WARNING, "find words"); }), Escaped::kNothing);
}

TEST(ForeignErrors, JsonsBecomeOurs) {
  for (const char* odd :
       {"", "{", "[1,", "\"\\ud800\"", "\"\xff\"", "1e999999", "nul", "{\"a\":}"}) {
    EXPECT_EQ(escaped([&] { base::Json::parse(odd); }), Escaped::kError) << odd;
  }
  EXPECT_NE(escaped([] { base::Json::parse(std::string(100'000, '[')); }), Escaped::kForeign);
  EXPECT_NE(escaped([] { base::Json("\xff").dump(); }), Escaped::kForeign);
}

TEST(ForeignErrors, ZstdsBecomeOurs) {
  const std::string frame = base::compress(std::string(1000, 'x'));
  EXPECT_EQ(escaped([&] { base::decompress("no frame", 10); }), Escaped::kError);
  EXPECT_EQ(escaped([&] { base::decompress(frame, 10); }), Escaped::kError);
  for (std::size_t size = 0; size < frame.size(); ++size) {
    EXPECT_EQ(escaped([&] { base::decompress(frame.substr(0, size), 1000); }), Escaped::kError);
  }
}

TEST(ForeignErrors, WithoutMemoryAQueryIsNotParsed) {
  fail_each_allocation(
      [] { to_string(parse_query("+a \"b c\" NEAR/3 d title:(e OR f*) date:2025").query); });
}

TEST(ForeignErrors, WithoutMemoryARecipeIsNotLoaded) {
  TempFolder temp;
  const auto folder = write_recipe(temp / "recipe");
  fail_each_allocation([&] { Recipe::load(folder); }, 13);
}

TEST(ForeignErrors, WithoutMemoryAnIndexGoesOnAfterwards) {
  TempFolder temp;
  const auto path = temp / "news.index";
  auto index = Index::create(path, Recipe::load(write_recipe(temp / "recipe")));
  // A commit that failed took what was put with it.
  const auto put_and_commit = [&] {
    index.put(make_article("a", "Ceasefire talks in Kyiv.", "Truce"));
    index.commit();
  };
  fail_each_allocation(put_and_commit, 5);
  index.put(make_article("b", "The grid has power again."));
  index.commit();
  EXPECT_EQ(index.size(), 2U);

  fail_each_allocation([&] { Searcher::open(path); }, 13);
  const auto searcher = Searcher::open(path);
  fail_each_allocation([&] { searcher.search("talks Kyiv \"the grid\" actor:who topic:energy"); },
                       7);
  EXPECT_EQ(searcher.search("ceasefire grid").hits.size(), 2U);
}

}  // namespace
}  // namespace dateline
