#include "index/sample.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>

#include <fstream>

namespace dateline {
namespace {

namespace fs = std::filesystem;

class CheckTest : public ::testing::Test {
 protected:
  CheckTest() {
    Index index = Index::create(path(), Recipe::load(write_recipe(folder_ / "recipe")));
    index.put(make_article("a", "One text."));
    for (const char* id : {"b", "c", "d"}) index.put(make_article(id, "Another text."));
    index.commit();
    index.remove("a");
    index.commit();
  }
  fs::path path() const { return folder_ / "index"; }
  std::vector<fs::path> files() const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(path())) {
      if (entry.is_regular_file()) found.push_back(entry.path());
    }
    return found;
  }

  TempFolder folder_;
};

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_F(CheckTest, SoundIndexIsCountedAndFine) {
  const CheckReport report = check_index(path());
  EXPECT_TRUE(report.ok);
  EXPECT_TRUE(report.damage.empty());
  EXPECT_EQ(report.articles, 3u);
  EXPECT_EQ(report.segments, 1u);
  EXPECT_EQ(report.files,
            5u + 4u + 2u);  // the recipe's; texts, columns, words, removals; commits, learned
  EXPECT_EQ(report.bytes, Index::open(path()).bytes_on_disk());
}

TEST_F(CheckTest, ChangedByteOfAnyFileIsFound) {
  for (const char* name : {"words.dlw", "text.zst", "columns.dlc", "removed", "recipe.json"}) {
    for (const fs::path& file : files()) {
      if (file.filename().string().find(name) != 0) continue;
      const std::string bytes = read(file);
      std::string changed = bytes;
      changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
      write_text(file, changed);
      const CheckReport report = check_index(path());
      EXPECT_FALSE(report.ok) << file;
      ASSERT_EQ(report.damage.size(), 1u) << file;
      EXPECT_NE(report.damage[0].where.find(file.filename().string()), std::string::npos);
      write_text(file, bytes);
    }
  }
  EXPECT_TRUE(check_index(path()).ok);
}

TEST_F(CheckTest, MissingOrCutFileIsFound) {
  for (const fs::path& file : files()) {
    const std::string name = file.filename().string();
    if (name != "text.zst" && name != "words.dlw") continue;
    const std::string bytes = read(file);
    write_text(file, bytes.substr(0, bytes.size() / 2));
    EXPECT_FALSE(check_index(path()).ok) << file;
    fs::remove(file);
    EXPECT_FALSE(check_index(path()).ok) << file;
    EXPECT_TRUE(error_of([&] { Searcher::open(path()); }).mentions(name));
    write_text(file, bytes);
  }
}

TEST_F(CheckTest, DamagedTermIndexKeepsSearchersOut) {
  const auto over_xapian = folder_ / "xapian";
  Index index = Index::create(over_xapian, Recipe::load(folder_ / "recipe"), TextStore::kXapian);
  index.put(make_article("a", "One text."));
  index.commit();
  const fs::path file = over_xapian / "segments/000000/articles.xapian";
  std::string bytes = read(file);
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write_text(file, bytes);
  const auto caught = error_of([&] { Searcher::open(over_xapian); });
  EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
  EXPECT_TRUE(caught.mentions("articles.xapian"));
}

TEST_F(CheckTest, WithoutAnIndexSaysSo) {
  EXPECT_EQ(error_of([&] { check_index(folder_ / "nothing"); }).code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dateline
