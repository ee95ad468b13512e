#include "article/html_page.hpp"
#include "base/compress.hpp"

#include <dateline/article.hpp>
#include <dateline/error.hpp>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace dateline {
namespace {

namespace fs = std::filesystem;

class Read : public ::testing::Test {
 protected:
  void SetUp() override {
    top_ = fs::path(::testing::TempDir()) / ("read_test." + std::to_string(getpid()));
    fs::remove_all(top_);
    fs::create_directories(top_);
  }
  void TearDown() override { fs::remove_all(top_); }

  fs::path put(const std::string& name, std::string_view bytes) {
    const fs::path file = top_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }

  void read(const fs::path& input) {
    articles_.clear();
    warnings_.clear();
    read_articles(
        input, [&](Article&& article) { articles_.push_back(std::move(article)); },
        [&](Warning&& warning) { warnings_.push_back(std::move(warning)); });
  }

  std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const Article& article : articles_) ids.push_back(article.id);
    return ids;
  }

  fs::path top_;
  std::vector<Article> articles_;
  std::vector<Warning> warnings_;
};

using Ids = std::vector<std::string>;

TEST_F(Read, TakesAFolderInOrder) {
  put("b.txt", "Second.");
  put("a.jsonl", "{\"id\": \"x\", \"text\": \"one\"}\n\n{\"text\": \"two\"}\n");
  put("c/d.txt", "Third.");
  put("c/e.ndjson", "{\"text\": \"four\"}");
  put("notes.pdf", "no");
  read(top_);
  EXPECT_EQ(ids(), (Ids{"x", "a.jsonl:3", "b", "c/d", "c/e.ndjson:1"}));
  EXPECT_TRUE(warnings_.empty());
  EXPECT_EQ(articles_[2].text, "Second.");
  EXPECT_EQ(articles_[2].title, std::nullopt);
}

TEST_F(Read, TakesAFile) {
  read(put("sub/000.txt", "Text."));
  EXPECT_EQ(ids(), Ids{"000"});
  read(put("sub/a.jsonl", "{\"text\": \"a\"}"));
  EXPECT_EQ(ids(), Ids{"a.jsonl:1"});
}

TEST_F(Read, KeepsTheTextByteForByte) {
  const std::string text = "\n  Title \r\n\r\nLine\u00A0with odd  spaces.\n\n";
  read(put("a.txt", text));
  EXPECT_EQ(articles_[0].text, text);
}

TEST_F(Read, PassesOverByteOrderMarksAndWindowsLineEnds) {
  put("a.jsonl",
      "\xEF\xBB\xBF{\"id\": \"1\", \"text\": \"a\"}\r\n{\"id\": \"2\", \"text\": \"b\"}\r\n\r\n");
  put("b.txt", "\xEF\xBB\xBFText.");
  read(top_);
  EXPECT_EQ(ids(), (Ids{"1", "2", "b"}));
  EXPECT_EQ(articles_[2].text, "Text.");
  EXPECT_TRUE(warnings_.empty());
}

TEST_F(Read, ReadsCompressedLines) {
  std::string lines;
  for (int i = 0; i < 20'000; ++i) lines += "{\"text\": \"the pier of the town\"}\n";
  read(put("a.jsonl.zst", base::compress(lines)));
  EXPECT_EQ(articles_.size(), 20'000u);
  EXPECT_EQ(articles_.back().id, "a.jsonl.zst:20000");
}

TEST_F(Read, SaysWhereARecordIsBroken) {
  const fs::path file = put("a.jsonl", "{\"text\": \"a\"}\n{broken\n[1]\n{\"text\": \"b\"}\n{}\n");
  read(file);
  EXPECT_EQ(ids(), (Ids{"a.jsonl:1", "a.jsonl:4"}));
  ASSERT_EQ(warnings_.size(), 3u);
  EXPECT_EQ(warnings_[0].where, file.string() + ":2");
  EXPECT_EQ(warnings_[1].where, file.string() + ":3");
  EXPECT_EQ(warnings_[2].where, file.string() + ":5");
  for (const Warning& warning : warnings_) EXPECT_EQ(warning.text.rfind("skipped: ", 0), 0u);
}

TEST_F(Read, SkipsAnEmptyText) {
  put("a.txt", "");
  put("b.txt", " \n ");
  read(top_);
  EXPECT_TRUE(articles_.empty());
  ASSERT_EQ(warnings_.size(), 2u);
  EXPECT_EQ(warnings_[0].where, (top_ / "a.txt").string());
}

TEST_F(Read, WarnsOfBytesThatHadToBeReplaced) {
  read(put("a.txt", std::string_view("The\0pier.", 9)));
  EXPECT_EQ(articles_[0].text, "The\uFFFDpier.");
  ASSERT_EQ(warnings_.size(), 1u);
  EXPECT_NE(warnings_[0].text.rfind("skipped: ", 0), 0u);
}

TEST_F(Read, SkipsARecordThatIsTooLarge) {
  {
    std::ofstream file(top_ / "a.jsonl", std::ios::binary);
    file << "{\"text\": \"";
    const std::string piece(1 << 20, 'x');
    for (int i = 0; i < 65; ++i) file << piece;
    file << "\"}\n{\"text\": \"small\"}\n";
  }
  read(top_);
  EXPECT_EQ(ids(), Ids{"a.jsonl:2"});
  ASSERT_EQ(warnings_.size(), 1u);
  EXPECT_EQ(warnings_[0].where, (top_ / "a.jsonl").string() + ":1");
}

TEST_F(Read, GoesOnBehindADamagedFile) {
  const std::string frame = base::compress("{\"text\": \"a\"}\n{\"text\": \"b\"}\n");
  put("a.jsonl.zst", frame.substr(0, frame.size() - 3));
  put("b.jsonl.gz", "this is no gzip");
  put("c.txt", "Text.");
  read(top_);
  ASSERT_FALSE(articles_.empty());
  EXPECT_EQ(articles_.back().id, "c");
  ASSERT_EQ(warnings_.size(), 2u);
  EXPECT_EQ(warnings_[0].where, (top_ / "a.jsonl.zst").string());
  EXPECT_EQ(warnings_[1].where, (top_ / "b.jsonl.gz").string());
}

TEST_F(Read, TakesWebPagesInTheirOwnEncoding) {
  if (!article::can_read_html()) GTEST_SKIP() << "built without libxml2";
  put("a.html", "<meta charset=windows-1251><title>\xCC\xE8\xF0 | X</title><p>\xCC\xE8\xF0.</p>");
  put("b.htm", "<p>caf\xC3\xA9</p>");
  put("c.html", "<script>nothing to read</script>");
  put("d.html", "<p>page</p>");
  put("d.txt", "Text.");
  read(top_);
  ASSERT_EQ(ids(), (Ids{"a", "b", "d.html", "d.txt"}));
  EXPECT_EQ(articles_[0].text, "Мир.");
  EXPECT_EQ(articles_[0].title, "Мир");
  EXPECT_EQ(articles_[1].text, "café");
  ASSERT_EQ(warnings_.size(), 1u);
  EXPECT_TRUE(warnings_[0].where.ends_with("c.html"));
  EXPECT_EQ(warnings_[0].text, "skipped: title and text are both empty");
}

TEST_F(Read, SaysWhereItLeftAPartOfAWebPageOut) {
  if (!article::can_read_html()) GTEST_SKIP() << "built without libxml2";
  std::string html = "<p>before</p>";
  for (int i = 0; i < 1000; ++i) html += "<b>";
  put("a.html", html + "behind");
  read(top_);
  ASSERT_EQ(articles_.size(), 1u);
  ASSERT_EQ(warnings_.size(), 1u);
  EXPECT_NE(warnings_[0].text.find("left out"), std::string::npos);
}

TEST_F(Read, RefusesWhatItCannotRead) {
  const auto code = [&](const fs::path& input) {
    try {
      read(input);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::kInternal;
  };
  EXPECT_EQ(code(top_ / "nothing.txt"), ErrorCode::kNotFound);
  EXPECT_EQ(code(top_ / "nothing"), ErrorCode::kNotFound);
  EXPECT_EQ(code(put("a.pdf", "x")), ErrorCode::kInvalid);
  ASSERT_EQ(::mkfifo((top_ / "pipe.txt").c_str(), 0600), 0);
  EXPECT_EQ(code(top_ / "pipe.txt"), ErrorCode::kInvalid);
  EXPECT_EQ(code(""), ErrorCode::kNotFound);
}

TEST_F(Read, LetsTheExceptionsOfItsCallerThrough) {
  put("a.jsonl", "{\"text\": \"a\"}\n{broken\n");
  put("b.txt", "Text.");
  const auto stop = [](Article&&) { throw Error(ErrorCode::kLimit, "stop", "", "enough"); };
  EXPECT_THROW(read_articles(top_, stop, [](Warning&&) {}), Error);
  const auto foreign = [](Warning&&) { throw std::runtime_error("enough"); };
  EXPECT_THROW(read_articles(
                   top_, [](Article&&) {}, foreign),
               std::runtime_error);
}

}  // namespace
}  // namespace dateline
