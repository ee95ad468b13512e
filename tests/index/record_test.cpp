#include "index/record.hpp"

#include "base/temp_folder.hpp"

#include <gtest/gtest.h>

namespace dateline::index {
namespace {

Record full_record() {
  Record record;
  record.fingerprint = 0xfedcba9876543210;
  record.article = {"an id",
                    "Text \xc3\xa9\0 more",
                    "Title",
                    "2025-02-24",
                    "Wire",
                    "https://example.org/1",
                    "en",
                    {"A. Writer", ""},
                    {{"key", "[1]"}},
                    {{Role::kCaption, {1, 2}, "marked"}},
                    ""};
  record.page.title = Judgement{"Title", "given", std::nullopt};
  record.page.date = Judgement{"2025-02-24", "stated", Range{3, 9}};
  record.page.language = {"en", "given", std::nullopt};
  record.page.blocks = {{Role::kBody, {0, 4}, "text"}, {Role::kJunk, {5, 6}, "furniture"}};
  record.mentions = {{7, {1, 3}, 2, 4, How::kOffice}};
  record.quotes = {{QuoteKind::kPartial,
                    "~jane-roe",
                    {1, 3},
                    {4, 6},
                    {{7, 9}, {10, 12}},
                    Range{13, 14},
                    Field::kCaption,
                    0.75}};
  record.topics = {{"ceasefire", 0.625, {{"truce", {1, 6}, Field::kCaption}}}};
  return record;
}

TEST(Record, ComesBackAsItWasWritten) {
  const Record record = full_record();
  const Record back = decode(encode(record));
  EXPECT_EQ(back.fingerprint, record.fingerprint);
  EXPECT_EQ(back.article, record.article);
  EXPECT_EQ(back.page, record.page);
  EXPECT_EQ(back.topics, record.topics);
  EXPECT_EQ(back.quotes, record.quotes);
  ASSERT_EQ(back.mentions.size(), 1u);
  EXPECT_EQ(back.mentions[0].actor, 7u);
  EXPECT_EQ(back.mentions[0].range, (Range{1, 3}));
  EXPECT_EQ(back.mentions[0].passage, 2u);
  EXPECT_EQ(back.mentions[0].word, 4u);
  EXPECT_EQ(back.mentions[0].how, How::kOffice);
}

TEST(Record, OfNothingComesBackToo) {
  const Record back = decode(encode({}));
  EXPECT_EQ(back.article, Article());
  EXPECT_EQ(back.page, Page());
}

TEST(Record, TellsItsFingerprintAlone) {
  EXPECT_EQ(fingerprint_of(encode(full_record())), 0xfedcba9876543210);
}

TEST(Record, FingerprintDiffersWhereAnyPartOfTheArticleDoes) {
  const Article article = full_record().article;
  std::vector<Article> others(5, article);
  others[0].text += ' ';
  others[1].title.reset();
  others[2].authors = {"A. Writer"};
  others[3].extra[0].second = "[2]";
  others[4].url = "https://example.org/2";
  EXPECT_EQ(fingerprint(article), fingerprint(full_record().article));
  for (const Article& other : others) EXPECT_NE(fingerprint(article), fingerprint(other));
}

TEST(Record, CutAnywhereIsCorrupt) {
  const std::string bytes = encode(full_record());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto caught = error_of([&] { decode(bytes.substr(0, size)); });
    EXPECT_EQ(caught.code, ErrorCode::kCorrupt) << size;
  }
}

TEST(Record, WithAnyByteChangedIsReadOrCorruptAndNothingElse) {
  const std::string bytes = encode(full_record());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const char change : {'\x01', '\x7f', '\xff'}) {
      std::string changed = bytes;
      changed[i] = static_cast<char>(changed[i] ^ change);
      try {
        decode(changed);
      } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::kCorrupt);
      }
    }
  }
}

}  // namespace
}  // namespace dateline::index
