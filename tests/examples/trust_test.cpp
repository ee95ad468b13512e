// Who opens an index over Xapian: the user who made it, others with --trust only.
#include "examples/program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace examples_test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class Environment {
 public:
  Environment(const char* name, std::optional<std::string> value) : name_(name) {
    if (const char* const was = std::getenv(name)) was_ = was;
    set(value);
  }
  ~Environment() { set(was_); }
  Environment(const Environment&) = delete;
  Environment& operator=(const Environment&) = delete;

 private:
  void set(const std::optional<std::string>& value) {
    value ? setenv(name_, value->c_str(), 1) : unsetenv(name_);
  }

  const char* name_;
  std::optional<std::string> was_;
};

class Trust : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = scratch("work");
    write(R"({"id":"a","text":"The harbour of Izmail opened again."})"
          "\n"
          R"({"id":"b","text":"Grain ships left the harbour for Egypt."})"
          "\n");
  }
  void write(const std::string& articles) const {
    std::ofstream(folder_ + "/a.jsonl", std::ios::binary) << articles;
  }
  Output build(const std::string& index, const std::string& store = "xapian") const {
    return run("index_articles",
               {index, folder_ + "/a.jsonl", "--recipe", "plain", "--text-store", store});
  }
  Output update(const std::string& index, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words = {index, folder_ + "/a.jsonl", "--update"};
    words.insert(words.end(), more.begin(), more.end());
    return run("index_articles", words);
  }
  static Output ask(const std::string& index, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words = {index, "harbour", "--json"};
    words.insert(words.end(), more.begin(), more.end());
    return run("search", words);
  }
  fs::path key_of(const std::string& config) const {
    return fs::path(folder_) / config / "dateline/key";
  }
  // As a user with this folder for configurations.
  Environment user(const std::string& config) const {
    return {"XDG_CONFIG_HOME", folder_ + "/" + config};
  }

  std::string folder_;
};

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST_F(Trust, AnIndexOverXapianThatSomebodyElseMadeIsRefusedAndRebuilt) {
  const std::string made = folder_ + "/made";
  ASSERT_EQ(build(made).status, 0);
  EXPECT_EQ(update(made).status, 0);
  const Output mine = ask(made);
  EXPECT_EQ(mine.status, 0);
  const Environment other = user("other");
  const Output refused = ask(made);
  EXPECT_EQ(refused.status, 1);
  EXPECT_THAT(refused.err,
              testing::AllOf(HasSubstr("seal"), HasSubstr("rebuild"), HasSubstr("--trust")));
  EXPECT_EQ(update(made).status, 1);
  EXPECT_FALSE(fs::exists(key_of("other"))) << "who only asks gets no key";
  EXPECT_EQ(ask(made, {"--trust"}).ids(), mine.ids());
  const std::string safe = folder_ + "/safe";
  EXPECT_EQ(run("rebuild", {made, safe, "--text-store", "xapian"}).status, 0);
  EXPECT_EQ(ask(safe).ids(), mine.ids());
}

// Even where there is nothing new.
TEST_F(Trust, AnIndexThatIsUpdatedWithTrustIsTheUsersFromThenOn) {
  const std::string made = folder_ + "/made";
  ASSERT_EQ(build(made).status, 0);
  const Environment other = user("other");
  EXPECT_EQ(update(made, {"--trust"}).status, 0);
  EXPECT_EQ(ask(made).ids().size(), 2u);
}

TEST_F(Trust, AnIndexOfWordsFilesNeedsNoKey) {
  const Environment other = user("other");
  EXPECT_EQ(build(folder_ + "/made", "words").status, 0);
  EXPECT_EQ(ask(folder_ + "/made").status, 0);
  EXPECT_FALSE(fs::exists(key_of("other")));
}

TEST_F(Trust, CopiesOfTheUsersOwnIndexAreTheUsersOwn) {
  const std::string made = folder_ + "/made";
  ASSERT_EQ(build(made).status, 0);
  ASSERT_EQ(run("backup", {made, folder_ + "/backup"}).status, 0);
  EXPECT_EQ(ask(folder_ + "/backup").status, 0);
  EXPECT_EQ(update(folder_ + "/backup").status, 0);
  fs::copy(made, folder_ + "/copy", fs::copy_options::recursive);
  EXPECT_EQ(ask(folder_ + "/copy").status, 0);
  fs::rename(made, folder_ + "/moved");
  EXPECT_EQ(ask(folder_ + "/moved").status, 0);
}

TEST_F(Trust, TheKeyIsForItsUserAlone) {
  const Environment other = user("other");
  ASSERT_EQ(build(folder_ + "/made").status, 0);
  struct stat status = {};
  ASSERT_EQ(::stat(key_of("other").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777u, 0600u);
  EXPECT_EQ(status.st_size, 32);
  const std::string key = bytes_of(key_of("other"));
  ASSERT_EQ(build(folder_ + "/again").status, 0);
  EXPECT_EQ(bytes_of(key_of("other")), key) << "it stays";
  EXPECT_EQ(std::distance(fs::directory_iterator(key_of("other").parent_path()), {}), 1);
}

TEST_F(Trust, ProgramsThatMakeTheFirstKeyAtOnceAgreeOnIt) {
  const Environment other = user("other");
  const std::string program = std::string(DATELINE_PROGRAMS) + "/index_articles";
  std::string script = "cd '" + folder_ + "'; ";
  for (const char* name : {"r1", "r2", "r3", "r4"}) {
    script += "'" + program + "' " + name + " a.jsonl --recipe plain --text-store xapian >" + name +
              ".log 2>&1 & ";
  }
  ASSERT_EQ(std::system((script + "wait").c_str()), 0);
  for (const char* name : {"r1", "r2", "r3", "r4"}) {
    EXPECT_EQ(ask(folder_ + "/" + name).status, 0) << name;
  }
}

TEST_F(Trust, WhereNoKeyCanBeKeptAnIndexOverXapianIsBuiltAndOpenedWithTrust) {
  const Environment nowhere("XDG_CONFIG_HOME", "/proc/none");
  const std::string made = folder_ + "/made";
  const Output built = build(made);
  EXPECT_EQ(built.status, 0);
  EXPECT_THAT(built.err, HasSubstr("no key can be kept in /proc/none/dateline/key"));
  EXPECT_EQ(ask(made).status, 1);
  EXPECT_EQ(ask(made, {"--trust"}).status, 0);
}

TEST_F(Trust, TheKeyLiesInTheHomeWhereThereIsNoFolderForConfigurations) {
  const Environment no_config("XDG_CONFIG_HOME", std::nullopt);
  const Environment home("HOME", folder_ + "/home");
  EXPECT_EQ(build(folder_ + "/made").status, 0);
  EXPECT_TRUE(fs::exists(folder_ + "/home/.config/dateline/key"));
  const Environment no_home("HOME", std::nullopt);
  const Output built = build(folder_ + "/other");
  EXPECT_EQ(built.status, 0);
  EXPECT_THAT(built.err, HasSubstr("HOME is not set"));
  EXPECT_EQ(ask(folder_ + "/made").status, 1);
}

TEST_F(Trust, AKeyThatIsNoneIsNamedAndLeftAsItIs) {
  const Environment other = user("other");
  const std::string made = folder_ + "/made";
  ASSERT_EQ(build(made).status, 0);
  const std::string key = bytes_of(key_of("other"));
  const auto expect_named = [&](const std::string& what) {
    const Output refused = ask(made);
    EXPECT_EQ(refused.status, 1) << what;
    EXPECT_THAT(refused.err, HasSubstr(key_of("other").string() + " is no key")) << what;
    EXPECT_EQ(build(folder_ + "/" + what).status, 0) << what;
  };
  for (const std::string& wrong : {std::string(), key.substr(1), key + "."}) {
    std::ofstream(key_of("other"), std::ios::binary) << wrong;
    expect_named("of " + std::to_string(wrong.size()));
    EXPECT_EQ(bytes_of(key_of("other")), wrong);
  }
  std::ofstream(key_of("other"), std::ios::binary) << key;
  EXPECT_EQ(ask(made).status, 0);
  fs::permissions(key_of("other"), fs::perms::group_read, fs::perm_options::add);
  expect_named("others may read");
}

// A user who may do all makes no file in the home of another who then cannot read it.
TEST_F(Trust, RootMakesNoKeyInTheHomeOfAnother) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can be another user";
  fs::create_directories(folder_ + "/theirs");
  ASSERT_EQ(::chown((folder_ + "/theirs").c_str(), 1234, 1234), 0);
  const Environment theirs = user("theirs");
  EXPECT_THAT(build(folder_ + "/made").err, HasSubstr("no key can be kept"));
  EXPECT_TRUE(fs::is_empty(folder_ + "/theirs"));
}

}  // namespace
}  // namespace examples_test
