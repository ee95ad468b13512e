// What fuzzing begins with and what it has found: each file of corpus/<target>/ keeps the promises.
#include "fuzz/targets.hpp"
#include "source_dir.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace dateline::fuzz {
namespace {

namespace fs = std::filesystem;

struct Row {
  const char* name;
  void (*target)(std::string_view);
};

constexpr Row kRows[] = {{"query", query},       {"text", text},   {"page", page},
                         {"html", html},         {"json", json},   {"recipe", recipe},
                         {"manifest", manifest}, {"words", words}, {"calls", calls}};

class Corpus : public ::testing::TestWithParam<Row> {};

TEST_P(Corpus, KeepsThePromises) {
  int files = 0;
  for (const auto& entry :
       fs::directory_iterator(source_dir() + "/tests/fuzz/corpus/" + GetParam().name)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    SCOPED_TRACE(entry.path().string());
    GetParam().target(bytes);
    GetParam().target(std::string_view(bytes).substr(0, bytes.size() / 2));
    ++files;
  }
  EXPECT_GE(files, 3);
}

TEST(CorpusDeathTest, ABrokenPromiseIsSeen) {
  EXPECT_DEATH(require(false, "two is three"), "two is three");
}

INSTANTIATE_TEST_SUITE_P(Of, Corpus, ::testing::ValuesIn(kRows),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace dateline::fuzz
