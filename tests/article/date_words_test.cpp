#include "article/date_words.hpp"

#include "pages.hpp"

#include <utility>

namespace dateline::article {
namespace {

TEST(DateWords, AreKnownInSeveralLanguages) {
  const std::pair<const char*, DateWord> rows[] = {
      {"last", DateWord::kLast},         {"Next", DateWord::kNext},
      {"gestern", DateWord::kYesterday}, {"month's", DateWord::kMonthUnit},
      {"году", DateWord::kYearUnit},     {"Tuesday", DateWord::kName},
      {"février", DateWord::kName},      {"ago", DateWord::kAgo},
      {"mill", DateWord::kNone},         {"sun", DateWord::kNone},
      {"2008", DateWord::kNone}};
  for (const auto& [word, meaning] : rows)
    EXPECT_EQ(date_word(tokens_of(word)[0]), meaning) << word;
}

}  // namespace
}  // namespace dateline::article
