#include "base/utf8.hpp"
#include "storage/segment.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace dateline::storage {
namespace {

std::size_t cost(const std::string& term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

TEST(FitTerm, ShortTermsStayAsTheyAre) {
  for (const std::string& term : {std::string(), std::string("kyiv"), std::string(240, 'x'),
                                  std::string(120, '\0'), std::string("a\0b", 3)}) {
    EXPECT_EQ(fit_term(term), term);
  }
}

TEST(FitTerm, LongTermsFitAndStayDistinct) {
  std::set<std::string> fitted;
  for (std::size_t size = 241; size < 400; ++size) {
    const std::string term = fit_term(std::string(size, 'x'));
    EXPECT_EQ(cost(term), kMaxTermBytes);
    EXPECT_EQ(term.substr(0, 224), std::string(224, 'x'));
    EXPECT_TRUE(fitted.insert(term).second);
  }
  for (std::size_t size = 121; size < 300; ++size) {
    const std::string term = fit_term(std::string(size, '\0'));
    EXPECT_LE(cost(term), kMaxTermBytes);
    EXPECT_TRUE(fitted.insert(term).second);
  }
}

TEST(FitTerm, TheCutIsBetweenCodePoints) {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string term(shift, 'a');
    for (int i = 0; i < 100; ++i) term += "\xe2\x82\xac";
    EXPECT_TRUE(base::is_utf8(fit_term(term))) << shift;
  }
  EXPECT_LE(fit_term(std::string(500, '\x80')).size(), kMaxTermBytes);
}

}  // namespace
}  // namespace dateline::storage
