// Every bit of what stands at the beginning and the end of an index's files, where readers find their
// way: turned, it is called corrupt, or what is read is the same.
#include "base/files.hpp"
#include "flow/workload.hpp"
#include "index/sample.hpp"
#include "reliability/trial.hpp"
#include "storage/manifest.hpp"
#include "storage/manifest_files.hpp"
#include "storage/segment.hpp"
#include "storage/story_file.hpp"

#include <dateline/error.hpp>
#include <dateline/index.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

namespace dateline::reliability {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kBeginBytes = 64;  // the header of a words file

// The places of the first `begin` bytes and of those of the footer.
std::vector<std::uint64_t> header_places(std::uint64_t size, std::uint64_t begin) {
  std::vector<std::uint64_t> places;
  for (std::uint64_t at = 0; at < size; ++at) {
    if ((at < begin || size - at <= storage::kEndBytes) && at % kStride == 0) places.push_back(at);
  }
  return places;
}

class HeaderBits : public ::testing::TestWithParam<TextStore> {
 protected:
  HeaderBits() {
    Index index = Index::create(path(), Recipe::load(write_recipe(folder_ / "recipe")), GetParam());
    for (int commit = 1; commit <= 12; ++commit) flow::run_commit(index, commit);
    index.merge();
    flow::run_commit(index, 13);
    manifest_ = storage::load_manifest(files_, path());
  }
  fs::path path() const { return folder_ / "index"; }

  // All that is asked of a segment, read anew.
  std::string read(const storage::SegmentEntry& entry) {
    const auto segment = storage::Segment::open(files_, path(), entry);
    std::string all = std::to_string(segment->total_length());
    for (std::uint32_t doc = 0; doc < segment->size(); ++doc) {
      all += segment->id(doc);
      all += segment->record(doc) + (segment->removed(doc) ? "-" : "+");
      all += std::to_string(segment->columns().published(doc).has_value());
    }
    auto session = segment->session();
    for (const auto& [term, documents] : session.terms("", 1000)) {
      all += term + std::to_string(documents);
    }
    const auto stories = storage::StoryFile::open(files_, path(), entry);
    if (stories == nullptr) return all;
    for (const auto& article : stories->articles()) all += std::to_string(article.body);
    return all;
  }

  // Turns each bit of the file's first `begin` bytes and its last.  Counts those that are found.
  void turn_bits(const fs::path& file, std::uint64_t begin,
                 const std::function<std::string()>& read_again) {
    const std::string expected = read_again();
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    const auto put = [&](std::uint64_t at, char byte) {
      bytes.seekp(static_cast<std::streamoff>(at)).put(byte).flush();
    };
    for (const std::uint64_t at : header_places(fs::file_size(file), begin)) {
      const auto whole = static_cast<char>(bytes.seekg(static_cast<std::streamoff>(at)).get());
      for (int bit = 0; bit < 8 && !HasFailure(); ++bit) {
        put(at, static_cast<char>(whole ^ 1 << bit));
        ++turned_;
        try {
          EXPECT_EQ(read_again(), expected) << file << " bit " << bit << " of " << at;
        } catch (const Error& error) {
          EXPECT_EQ(error.code(), ErrorCode::kCorrupt) << error.what();
          ++found_;
        }
      }
      put(at, whole);
    }
    EXPECT_EQ(read_again(), expected);
  }

  TempFolder folder_;
  base::FileSystem& files_ = base::unmapped_files();
  storage::Manifest manifest_;
  std::size_t turned_ = 0;
  std::size_t found_ = 0;
};

TEST_P(HeaderBits, AreFoundOrWithoutEffect) {
  const fs::path manifest = path() / storage::manifest_name(manifest_.generation);
  turn_bits(manifest, fs::file_size(manifest), [&] {
    return storage::load_manifest(files_, path()) == manifest_ ? "the same" : "another";
  });
  for (const auto& segment : manifest_.segments) {
    std::vector<storage::FileEntry> files = segment.files;
    if (segment.removed_file) files.push_back(*segment.removed_file);
    for (const auto& file : files) {
      turn_bits(path() / file.name, kBeginBytes, [&] { return read(segment); });
    }
  }
  EXPECT_GT(turned_, 30000 / kStride);
  EXPECT_GT(found_, turned_ / 2);
}

INSTANTIATE_TEST_SUITE_P(OverBothStores, HeaderBits,
                         ::testing::Values(TextStore::kWords, TextStore::kXapian),
                         [](const auto& store) {
                           return store.param == TextStore::kWords ? "Words" : "Xapian";
                         });

}  // namespace
}  // namespace dateline::reliability
