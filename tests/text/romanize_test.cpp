#include "text/romanize.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace dateline::text {
namespace {

TEST(Romanize, WritesEveryScriptInLatinLetters) {
  struct Row {
    std::string_view name;
    std::string_view letters;
  };
  for (const Row& row :
       {Row{"Zelensky", "zelensky"}, Row{"Зеленский", "zelenskij"}, Row{"Erdoğan", "erdogan"},
        Row{"Μητσοτάκης", "metsotakes"}, Row{"习近平", "xi jin ping"}, Row{"", ""}}) {
    EXPECT_EQ(romanize(row.name), row.letters);
  }
}

}  // namespace
}  // namespace dateline::text
