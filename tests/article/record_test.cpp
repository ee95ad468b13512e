#include "article/record.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace dateline::article {
namespace {

struct Read {
  std::optional<Article> article;
  std::vector<std::string> complaints;
};

Read taken(std::string_view line) {
  Read result;
  result.article = read_record(
      line, "a.jsonl:1", [&](std::string text) { result.complaints.push_back(std::move(text)); });
  // A text says "skipped: " when there is no article, and only then.
  std::size_t skips = 0;
  for (const std::string& text : result.complaints)
    skips += text.rfind("skipped: ", 0) == 0 ? 1u : 0u;
  EXPECT_EQ(skips, result.article ? 0u : 1u) << line;
  return result;
}

TEST(Record, ReadsAllKeys) {
  const Read got = taken(
      R"({"id": "7", "title": "Pier", "text": "Old.", "date": "2025-02", "source": "Corvina",
          "url": "u", "language": "en", "authors": ["Jane", "Max"], "n": {"b": [1, 2.5, null]}})");
  ASSERT_TRUE(got.article);
  EXPECT_TRUE(got.complaints.empty());
  Article want;
  want.id = "7";
  want.title = "Pier";
  want.text = "Old.";
  want.date = "2025-02";
  want.source = "Corvina";
  want.url = "u";
  want.language = "en";
  want.authors = {"Jane", "Max"};
  want.extra = {{"n", R"({"b":[1,2.5,null]})"}};
  EXPECT_EQ(*got.article, want);
}

TEST(Record, TakesANumberForAnIdOrADate) {
  const Read got = taken(R"({"id": 17, "text": "Old.", "date": 2025})");
  EXPECT_EQ(got.article->id, "17");
  EXPECT_EQ(got.article->date, "2025");
  EXPECT_EQ(taken(R"({"id": 1.5, "text": "Old."})").article->id, "1.5");
}

TEST(Record, ReplacesHalfASurrogatePair) {
  const Read got = taken(R"({"text": "Old \uD83D pier", "title": "\uDE00"})");
  ASSERT_TRUE(got.article);
  EXPECT_EQ(got.article->text, "Old \uFFFD pier");
  ASSERT_EQ(got.complaints.size(), 1u);
  EXPECT_NE(got.complaints[0].find("in 2 places"), std::string::npos);
}

TEST(Record, NamesTheKeysThatItFoundAndThoseThatItKnows) {
  const Read got = taken(R"({"headline": "Pier", "body": "Old."})");
  ASSERT_EQ(got.complaints.size(), 1u);
  for (const char* part : {"\"headline\", \"body\"", "id, title, text, date"}) {
    EXPECT_NE(got.complaints[0].find(part), std::string::npos) << got.complaints[0];
  }
}

TEST(Record, TakesNullAndBlankForAbsent) {
  const Read got =
      taken(R"({"id": null, "title": " ", "text": "Old.", "date": null, "authors": null,
                            "source": "", "language": null})");
  EXPECT_TRUE(got.complaints.empty());
  EXPECT_EQ(got.article->id, "a.jsonl:1");
  EXPECT_FALSE(got.article->title || got.article->date || got.article->source);
  EXPECT_TRUE(got.article->authors.empty() && got.article->extra.empty());
}

TEST(Record, TakesOneAuthorAsAString) {
  EXPECT_EQ(taken(R"({"text": "a", "authors": "Jane"})").article->authors,
            std::vector<std::string>{"Jane"});
}

TEST(Record, KeepsWhatIsOfAWrongTypeAndSaysWhich) {
  for (const char* key : {"id", "title", "source", "url", "language", "authors", "date"}) {
    const Read got = taken(std::string(R"({"text": "Old.", ")") + key + R"(": {"a": 1}})");
    ASSERT_TRUE(got.article) << key;
    ASSERT_EQ(got.complaints.size(), 1u) << key;
    EXPECT_NE(got.complaints[0].find(std::string("\"") + key + "\""), std::string::npos);
    ASSERT_EQ(got.article->extra.size(), 1u) << key;
    EXPECT_EQ(got.article->extra[0], (std::pair<std::string, std::string>(key, R"({"a":1})")));
  }
  EXPECT_EQ(taken(R"({"text": "a", "authors": ["Jane", 7]})").complaints.size(), 1u);
  EXPECT_EQ(taken(R"({"title": "a", "text": true})").complaints.size(), 1u);
  EXPECT_FALSE(taken(R"({"text": true})").article);
}

TEST(Record, KeepsADateThatCannotBeRead) {
  const Read got = taken(R"({"text": "Old.", "date": "last week"})");
  EXPECT_EQ(got.article->date, std::nullopt);
  EXPECT_EQ(got.article->extra[0].second, "\"last week\"");
  EXPECT_EQ(got.complaints.size(), 1u);
}

TEST(Record, IsSkippedWhenItIsNone) {
  for (const char* line : {"{", "[1]", "7", "null", "\"text\"", "{\"text\": \"a\"} x", "{}",
                           R"({"title": "", "text": " \n"})", R"({"id": "a\u0001b", "text": "a"})",
                           R"({"id": "a\u0085b", "text": "a"})"}) {
    EXPECT_FALSE(taken(line).article) << line;
  }
  EXPECT_FALSE(taken("{\"text\": \"a\", \"id\": \"" + std::string(231, 'x') + "\"}").article);
  EXPECT_TRUE(taken("{\"text\": \"a\", \"id\": \" " + std::string(230, 'x') + " \"}").article);
  EXPECT_FALSE(taken(std::string(100'000, '[')).article);
}

TEST(Record, TrimsItsId) {
  EXPECT_EQ(taken(R"({"id": " a b ", "text": "a"})").article->id, "a b");
}

TEST(Record, IsRepaired) {
  const Read utf8 = taken("{\"text\": \"caf\xE9 au lait\"}");
  EXPECT_EQ(utf8.article->text, "caf\uFFFD au lait");
  EXPECT_EQ(utf8.complaints.size(), 1u);
  const Read escaped = taken(R"({"text": "a\u0000b", "x": "c"})");
  EXPECT_EQ(escaped.article->text, "a\uFFFDb");
  EXPECT_EQ(escaped.complaints.size(), 1u);
  const Read raw = taken(std::string_view("{\"text\": \"a\0b\"}", 15));
  EXPECT_EQ(raw.article->text, "a\uFFFDb");
  EXPECT_EQ(raw.complaints.size(), 1u);
}

}  // namespace
}  // namespace dateline::article
