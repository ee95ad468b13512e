#include "query/fields.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace dateline::query {
namespace {

int day(const char* iso) {
  return Date::parse(iso)->first_day();
}

TEST(Fields, AreKnownInAnyCase) {
  for (const char* name : {"title", "TITLE", "Since", "lang"})
    EXPECT_NE(find_field(name), nullptr) << name;
  for (const char* name : {"", "titel", "quoted", "titles"})
    EXPECT_EQ(find_field(name), nullptr) << name;
}

TEST(Fields, ASpanThatEndsBeforeItBeginsIsSuggestedTheOtherWayRound) {
  EXPECT_EQ(turned_span("2025-12..2025-02", 0), "2025-02..2025-12");
  for (const char* value : {"..", "2025", "soon..2025", "2025-13..2025-02"}) {
    EXPECT_EQ(turned_span(value, 0), "") << value;
  }
  for (const char* field : {"since:", "until:"}) {
    const auto refused = parse_query(std::string(field) + "2025-12..2025-02").warnings;
    EXPECT_EQ(refused.at(0).text.find("did you mean"), std::string::npos) << field;
  }
  const auto warnings = parse_query("date:2025-12..2025-02").warnings;
  ASSERT_EQ(warnings.size(), 1U);
  EXPECT_NE(warnings[0].text.find("did you mean \"2025-02..2025-12\""), std::string::npos);
}

TEST(Fields, AreSuggestedForANameWithOneWrongLetter) {
  struct FieldsRow {
    const char* typed;
    const char* meant;
  };
  for (const FieldsRow& row :
       {FieldsRow{"tile", "title"}, FieldsRow{"sorce", "source"}, FieldsRow{"actors", "actor"},
        FieldsRow{"Dste", "date"}, FieldsRow{"opic", "topic"}, FieldsRow{"rg", "org"}}) {
    const std::string text = unknown_field(row.typed);
    EXPECT_NE(text.find("did you mean \"" + std::string(row.meant) + ":\""), std::string::npos)
        << text;
  }
}

TEST(Fields, AreListedForANameThatResemblesNone) {
  for (const char* name : {"author", "quoted", "xxx", "titlexx"}) {
    const std::string text = unknown_field(name);
    EXPECT_EQ(text.find("did you mean"), std::string::npos) << text;
    EXPECT_NE(text.find("title, body, caption, junk, about, actor"), std::string::npos) << text;
  }
}

TEST(Fields, ANumberOfMentionsStandsBehindAName) {
  struct LeastRow {
    std::string_view typed;
    std::string_view name;
    unsigned least;
  };
  for (const LeastRow& row :
       {LeastRow{"nato>=3", "nato", 3}, LeastRow{"nato", "nato", 0},
        LeastRow{"nato>=", "nato>=", 0}, LeastRow{"nato>=x", "nato>=x", 0},
        LeastRow{"a>=2>=3", "a>=2", 3}, LeastRow{"nato>=99999999", "nato>=99999999", 0}}) {
    std::string_view name = row.typed;
    EXPECT_EQ(take_least(name), row.least) << row.typed;
    EXPECT_EQ(name, row.name) << row.typed;
  }
}

TEST(Fields, MakeNodesOfNames) {
  const Query person = *value_node(*find_field("person"), "Vladimir Putin");
  EXPECT_EQ(person.kind, Query::Kind::kActor);
  EXPECT_EQ(person.text, "Vladimir Putin");
  EXPECT_EQ(person.field, "person");
  EXPECT_EQ(value_node(*find_field("actor"), "nato")->field, "");
  EXPECT_EQ(value_node(*find_field("said"), "nato")->kind, Query::Kind::kSpeaker);
  EXPECT_EQ(value_node(*find_field("lang"), "en")->kind, Query::Kind::kLanguage);
}

TEST(Fields, ReadDatesAndSpans) {
  struct FieldsRow {
    const char* field;
    const char* text;
    int first;
    int last;
  };
  const DayRange open;
  for (const FieldsRow& row :
       {FieldsRow{"date", "2025-02", day("2025-02-01"), day("2025-02-28")},
        FieldsRow{"date", "2024", day("2024-01-01"), day("2024-12-31")},
        FieldsRow{"date", "2025-02..2025-12", day("2025-02-01"), day("2025-12-31")},
        FieldsRow{"date", "2025-02..", day("2025-02-01"), open.last},
        FieldsRow{"date", "..2025-02", open.first, day("2025-02-28")},
        FieldsRow{"since", "2025-02", day("2025-02-01"), open.last},
        FieldsRow{"until", "2025-02", open.first, day("2025-02-28")}}) {
    const auto node = value_node(*find_field(row.field), row.text);
    ASSERT_TRUE(node) << row.text;
    EXPECT_EQ(node->days, (DayRange{row.first, row.last})) << row.text;
    EXPECT_EQ(node->text, row.text);
    EXPECT_EQ(node->field, row.field);
  }
}

TEST(Fields, PassOverSignsBehindADate) {
  EXPECT_EQ(value_node(*find_field("date"), "2025-02,")->text, "2025-02");
  EXPECT_EQ(value_node(*find_field("date"), "2025-02...")->text, "2025-02..");
  EXPECT_EQ(value_node(*find_field("since"), "2025.")->text, "2025");
}

TEST(Fields, RefuseWhatIsNoDate) {
  const std::string long_date = "2025" + std::string(200, ',');
  for (const char* text : {"soon", "", "..", "2025-13", "2025-02-30", "2025..x", "x..2025", "1399",
                           "2025-12..2025-02", "20250224", long_date.c_str()}) {
    EXPECT_FALSE(value_node(*find_field("date"), text)) << text;
  }
  EXPECT_FALSE(value_node(*find_field("since"), "2024..2025"));
}

TEST(Fields, HaveTheirNamesPrinted) {
  for (const char* name : {"actor", "person", "said", "by", "topic", "source", "lang", "until"}) {
    EXPECT_EQ(field_of(*value_node(*find_field(name), "2025")), name);
  }
}

TEST(Fields, MentionsTakesDaysAndSpansOfThem) {
  const auto span = value_node(*find_field("mentions"), "2024..2025-02");
  ASSERT_TRUE(span);
  EXPECT_EQ(span->field, "mentions");
  EXPECT_EQ(span->days, (DayRange{Date{2024, 1, 1}.first_day(), Date{2025, 2, 28}.first_day()}));
  EXPECT_FALSE(value_node(*find_field("mentions"), "soon"));
}

}  // namespace
}  // namespace dateline::query
