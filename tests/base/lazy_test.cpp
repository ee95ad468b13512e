#include "base/lazy.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace dateline::base {
namespace {

TEST(Lazy, MakesItsValueOnceWhicheverThreadAsks) {
  Lazy<std::string> lazy;
  std::atomic<int> made = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      EXPECT_EQ(lazy.get([&] {
        ++made;
        return std::string("value");
      }),
                "value");
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(made, 1);
}

TEST(Lazy, IsMadeByTheNextOneWhereMakingFailed) {
  Lazy<int> lazy;
  EXPECT_THROW(lazy.get([]() -> int { throw std::runtime_error("not now"); }), std::runtime_error);
  EXPECT_EQ(lazy.get([] { return 7; }), 7);
  EXPECT_EQ(lazy.get([] { return 8; }), 7);
}

}  // namespace
}  // namespace dateline::base
