#include "article/inputs.hpp"

#include <dateline/error.hpp>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace dateline::article {
namespace {

namespace fs = std::filesystem;

class Inputs : public ::testing::Test {
 protected:
  void SetUp() override {
    top_ = fs::path(::testing::TempDir()) / ("inputs_test." + std::to_string(getpid()));
    fs::remove_all(top_);
    fs::create_directories(top_);
  }
  void TearDown() override { fs::remove_all(top_); }

  void put(const std::string& name) {
    fs::create_directories((top_ / name).parent_path());
    std::ofstream(top_ / name) << "x";
  }

  // "id" of each file, in order.
  std::vector<std::string> ids() {
    std::vector<std::string> found;
    walk(
        top_, [&](const InputFile& file) { found.push_back(file.id); },
        [&](Warning&& warning) { warnings_.push_back(std::move(warning)); });
    return found;
  }

  fs::path top_;
  std::vector<Warning> warnings_;
};

TEST_F(Inputs, KnowFilesByTheirSuffix) {
  const auto kind = [](std::string_view name) { return kind_of(name).kind; };
  EXPECT_EQ(kind("a.txt"), FileKind::kText);
  EXPECT_EQ(kind("A.TXT"), FileKind::kText);
  EXPECT_EQ(kind("a.html"), FileKind::kPage);
  EXPECT_EQ(kind("A.Htm"), FileKind::kPage);
  for (const char* name : {"a.jsonl", "a.ndjson", "a.jsonl.zst", "a.ndjson.gz", "a.JSONL.GZ"}) {
    EXPECT_EQ(kind(name), FileKind::kLines) << name;
  }
  for (const char* name : {"a", "a.json", "a.txt.gz", "a.zst", "txt", "a.txt~", ""}) {
    EXPECT_EQ(kind(name), FileKind::kNone) << name;
  }
  EXPECT_EQ(kind_of("a.jsonl.zst").compression, base::Compression::kZstd);
  EXPECT_EQ(kind_of("a.jsonl.gz").compression, base::Compression::kGzip);
  EXPECT_EQ(kind_of("a.jsonl").compression, base::Compression::kNone);
}

TEST_F(Inputs, LoseTheirSuffix) {
  EXPECT_EQ(without_suffix("000.txt"), "000");
  EXPECT_EQ(without_suffix("a.b.txt"), "a.b");
  EXPECT_EQ(without_suffix(".txt"), ".txt");
}

TEST_F(Inputs, ComeInTheByteOrderOfTheirPaths) {
  for (const char* name :
       {"b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "B.txt", "a-c.txt", "\u00E9.txt"}) {
    put(name);
  }
  EXPECT_EQ(ids(), (std::vector<std::string>{"B", "a-c", "a", "a/b/c", "a/z", "b", "\u00E9"}));
  EXPECT_TRUE(warnings_.empty());
}

TEST_F(Inputs, KeepTheirSuffixWhereTwoClash) {
  for (const char* name : {"a.txt", "a.TXT", "b.txt", "c.jsonl", "c.txt"}) put(name);
  EXPECT_EQ(ids(), (std::vector<std::string>{"a.TXT", "a.txt", "b", "c.jsonl", "c"}));
}

TEST_F(Inputs, OfOtherKindsArePassedOverSilently) {
  put("a.pdf");
  put("README");
  EXPECT_TRUE(ids().empty());
  EXPECT_TRUE(warnings_.empty());
}

TEST_F(Inputs, ThatAreNoFilesAreWarnedOf) {
  ASSERT_EQ(::mkfifo((top_ / "pipe.txt").c_str(), 0600), 0);
  put("real/a.txt");
  fs::create_symlink(top_ / "real" / "a.txt", top_ / "link.txt");
  fs::create_symlink(top_, top_ / "loop");
  EXPECT_EQ(ids(), std::vector<std::string>{"real/a"});
  ASSERT_EQ(warnings_.size(), 3u);
  EXPECT_EQ(warnings_[0].where, (top_ / "link.txt").string());
  EXPECT_EQ(warnings_[1].where, (top_ / "loop").string());
  EXPECT_EQ(warnings_[2].where, (top_ / "pipe.txt").string());
  for (const Warning& warning : warnings_) EXPECT_EQ(warning.text.rfind("skipped: ", 0), 0u);
}

TEST_F(Inputs, HaveNamesInUtf8) {
  put("caf\xE9.txt");
  EXPECT_EQ(ids(), std::vector<std::string>{"caf\uFFFD"});
}

TEST_F(Inputs, OfAFolderThatIsNotThereAreAnError) {
  top_ /= "nothing";
  EXPECT_THROW(ids(), Error);
}

// The superuser may read every folder, so the test is somebody else for a while.
class AsAnybody {
 public:
  AsAnybody() {
    if (was_root_) become(kNobody);
  }
  ~AsAnybody() {
    if (was_root_) become(0);
  }

 private:
  static void become(uid_t user) { EXPECT_EQ(::seteuid(user), 0); }
  static constexpr uid_t kNobody = 65534;
  bool was_root_ = ::geteuid() == 0;
};

TEST_F(Inputs, OfAFolderThatCannotBeListedAreAWarning) {
  put("shut/a.txt");
  put("z.txt");
  fs::permissions(top_ / "shut", fs::perms::none);
  {
    const AsAnybody anybody;
    EXPECT_EQ(ids(), std::vector<std::string>{"z"});
  }
  fs::permissions(top_ / "shut", fs::perms::owner_all);
  ASSERT_EQ(warnings_.size(), 1u);
  EXPECT_EQ(warnings_[0].where, (top_ / "shut/").string());
}

}  // namespace
}  // namespace dateline::article
