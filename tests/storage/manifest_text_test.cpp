#include "storage/manifest_text.hpp"

#include "base/hash.hpp"
#include "sample.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline::storage {
namespace {

Manifest sample_manifest() {
  Manifest manifest;
  manifest.generation = 12;
  manifest.next_arrival = 3000;
  manifest.next_segment = 7;
  manifest.recipe = {{"recipe/recipe.json", 99, "aa", "a"}};
  manifest.segments = {
      {"000005", 20, 0, {{"segments/000005/text.zst", 5, "bb", "b"}}, std::nullopt},
      {"000006", 10, 2, {}, FileEntry{"segments/000006/removed-000012", 3, "cc", "c"}}};
  manifest.derived = {{"derived/000012.stories", 7, "dd", "d"}};
  return manifest;
}

// The text with its checksum put right after `from` became `to`.
std::string changed(const std::string& from, const std::string& to) {
  std::string text = print_manifest(sample_manifest());
  text.resize(text.find('\n') + 1);
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
  return text + base::checksum(text) + '\n';
}

TEST(ManifestText, ComesBackAsItWas) {
  EXPECT_EQ(parse_manifest(print_manifest(sample_manifest()), "m"), sample_manifest());
  EXPECT_EQ(parse_manifest(print_manifest(Manifest()), "m"), Manifest());
}

TEST(ManifestText, IsALineOfJsonAndItsChecksum) {
  Manifest manifest;
  manifest.generation = 1;
  const std::string line = R"({"format":2,"generation":1,"text_store":"words","next_arrival":0,)"
                           R"("next_segment":0,"recipe":[],"segments":[],"derived":[]})"
                           "\n";
  EXPECT_EQ(print_manifest(manifest), line + base::checksum(line) + "\n");
}

TEST(ManifestText, ASealComesBackAndWhatIsNoneIsCorrupt) {
  Manifest manifest = sample_manifest();
  manifest.seal = std::string(64, 'a');
  const std::string text = print_manifest(manifest);
  EXPECT_EQ(parse_manifest(text, "m"), manifest);
  for (const std::string& wrong : {text.substr(0, text.size() - 2) + "\n",
                                   text.substr(0, text.size() - 2) + "x\n", text + "\n"}) {
    EXPECT_EQ(error_of([&] { parse_manifest(wrong, "m"); }).code, ErrorCode::kCorrupt) << wrong;
  }
}

TEST(ManifestText, EveryChangedByteAndEveryCutIsCorrupt) {
  const std::string text = print_manifest(sample_manifest());
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string damaged = text;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    const Caught caught = error_of([&] { parse_manifest(damaged, "index/manifest-000012"); });
    EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
    EXPECT_TRUE(caught.mentions("index/manifest-000012")) << caught.message;
    EXPECT_EQ(error_of([&] { parse_manifest(text.substr(0, at), "m"); }).code, ErrorCode::kCorrupt);
  }
  EXPECT_EQ(error_of([&] { parse_manifest(text + "\n", "m"); }).code, ErrorCode::kCorrupt);
}

TEST(ManifestText, ANewerFormatAsksForANewerVersion) {
  const Caught caught =
      error_of([] { parse_manifest(changed("\"format\":2", "\"format\":3"), "m"); });
  EXPECT_EQ(caught.code, ErrorCode::kInvalid);
  EXPECT_TRUE(caught.mentions("use a newer version of Dateline")) << caught.message;
  const std::string line = "{\"format\":9,\"everything\":\"else\"}\n";
  EXPECT_EQ(error_of([&] { parse_manifest(line + base::checksum(line) + "\n", "m"); }).code,
            ErrorCode::kInvalid);
}

TEST(ManifestText, AnOlderFormatIsToBeBuiltAnew) {
  const Caught caught =
      error_of([] { parse_manifest(changed("\"format\":2", "\"format\":1"), "m"); });
  EXPECT_EQ(caught.code, ErrorCode::kInvalid);
  EXPECT_TRUE(caught.mentions("build the index anew")) << caught.message;
}

TEST(ManifestText, NoNameLeadsOutOfTheIndex) {
  for (const std::string name : {"", "/etc/passwd", "../a", "segments/../../a", "segments/..",
                                 "segments//a", "./a", "a/", "a/\\u0000"}) {
    const std::string text = changed("segments/000005/text.zst", name);
    EXPECT_EQ(error_of([&] { parse_manifest(text, "m"); }).code, ErrorCode::kCorrupt) << name;
  }
  for (const std::string id : {"", "..", ".", "a/b", "/"}) {
    const std::string text = changed("\"id\":\"000005\"", "\"id\":\"" + id + "\"");
    EXPECT_EQ(error_of([&] { parse_manifest(text, "m"); }).code, ErrorCode::kCorrupt) << id;
  }
}

TEST(ManifestText, WhatMakesNoSenseIsCorrupt) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"\"format\":2", "\"format\":\"2\""},
      {"\"generation\":12", "\"generation\":-1"},
      {"\"generation\":12", "\"generation\":1.5"},
      {"\"generation\":12", "\"other\":12"},
      {"\"text_store\":\"words\"", "\"text_store\":1"},
      {"\"recipe\":[", "\"recipe\":{},\"x\":["},
      {"\"articles\":20", "\"articles\":4294967295"},
      {"\"removed\":2", "\"removed\":11"},
      {"\"removed\":2", "\"removed\":0"},
      {"\"removed\":0", "\"removed\":1"},
      {"\"size\":5", "\"size\":-5"},
      {"{\"format\"", "{{\"format\""},
      {"{\"format\"", "[\"format\""}};
  for (const auto& [from, to] : rows) {
    const std::string text = changed(from, to);
    EXPECT_EQ(error_of([&] { parse_manifest(text, "m"); }).code, ErrorCode::kCorrupt) << to;
  }
}

}  // namespace
}  // namespace dateline::storage
