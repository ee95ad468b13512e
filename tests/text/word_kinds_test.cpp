#include "text/word_kinds.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace dateline::text {
namespace {

struct WordKindsRow {
  std::string_view characters;
  WordKind kind;
};

TEST(WordKinds, AreThoseOfTheWordBoundaryRules) {
  const std::vector<WordKindsRow> rows = {
      {"aZ@éßжЄαعՀᏣ", WordKind::kLetter},
      {"09٣", WordKind::kDigit},
      {"_", WordKind::kUnderscore},
      {"'.’‘․", WordKind::kJoins},
      {"·‧", WordKind::kJoinsLetters},
      {",;⁄", WordKind::kJoinsDigits},
      {":-\"$ \n\r\t“”—…€½²", WordKind::kOther},
      {"\u0301\u00AD\u200Dאกກខမ漢か한カ😀🇺‿＿", WordKind::kAskIcu},
  };
  for (const WordKindsRow& row : rows) {
    for (std::size_t at = 0; at < row.characters.size();) {
      const WordCharacter found = WordKinds::get().at(row.characters, at);
      EXPECT_EQ(found.kind, row.kind) << row.characters.substr(at, found.end - at);
      at = found.end;
    }
  }
}

}  // namespace
}  // namespace dateline::text
