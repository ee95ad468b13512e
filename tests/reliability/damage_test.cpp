// Files that are not as they were written: answers are right, or there is a clear error.
#include "reliability/trial.hpp"

#include <dateline/searcher.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

namespace dateline::reliability {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

Searcher open(const fs::path& path, Io io) {
  OpenOptions options;
  options.io = io;
  return Searcher::open(path, options);
}

std::string answers_of(const Searcher& searcher) {
  std::string all;
  for (const char* query : {"ceasefire version3", "\"ceasefire talks\" version*", "actor:ukraine",
                            "topic:ceasefire lang:en", "talks NEAR/5 said"}) {
    SearchOptions options;
    options.facets = true;
    const Results results = searcher.search(query, options);
    all += std::to_string(results.count);
    for (const Hit& hit : results.hits) {
      all += ' ' + hit.id + ' ' + std::to_string(hit.score) + hit.snippet.text;
    }
    for (const Facet& facet : results.facets)
      all += facet.name + std::to_string(facet.counts.size());
  }
  return all;
}

class Damage : public ::testing::TestWithParam<TextStore> {
 protected:
  Damage() {
    Index index = Index::create(path(), Recipe::load(write_recipe(folder_ / "recipe")), GetParam());
    for (int commit = 1; commit <= 3; ++commit) flow::run_commit(index, commit);
    expected_ = answers_of(open(path(), Io::kMap));
    for (const auto& entry : fs::recursive_directory_iterator(path())) {
      if (entry.is_regular_file() && entry.file_size() > 0) files_.push_back(entry.path());
    }
    std::sort(files_.begin(), files_.end());
    std::copy_if(files_.begin(), files_.end(), std::back_inserter(segment_files_),
                 [](const fs::path& file) {
                   return file.string().find("/segments/") != file.string().npos;
                 });
  }
  fs::path path() const { return folder_ / "index"; }

  // True where the answers are right, false where there is an error.
  bool is_neutral() const {
    try {
      return is_neutral(open(path(), Io::kRead));
    } catch (const Error& error) {
      EXPECT_NE(error.code(), ErrorCode::kInternal) << error.what();
      return false;
    }
  }
  bool is_neutral(const Searcher& searcher) const {
    try {
      EXPECT_EQ(answers_of(searcher), expected_);
      return true;
    } catch (const Error& error) {
      EXPECT_NE(error.code(), ErrorCode::kInternal) << error.what();
      return false;
    }
  }

  // One of the ways in which disks and people damage files.
  void damage(const fs::path& file, const std::string& bytes, std::mt19937& random) const {
    std::string changed = bytes;
    const std::size_t at = random() % bytes.size();
    const std::size_t some = std::min<std::size_t>(bytes.size() - at, 1 + random() % 4096);
    const auto begin = changed.begin() + static_cast<std::ptrdiff_t>(at);
    switch (random() % 6) {
      case 0:
        changed[at] = static_cast<char>(changed[at] ^ (1 << random() % 8));
        break;
      case 1:
        std::fill_n(begin, some, '\0');
        break;
      case 2:
        std::generate_n(begin, some, [&] { return static_cast<char>(random()); });
        break;
      case 3:
        changed.resize(at);
        break;
      case 4:
        changed.append(some, 'x');
        break;
      default:
        changed = bytes_of(files_[random() % files_.size()]);
    }
    write(file, changed);
  }

  TempFolder folder_;
  std::string expected_;
  std::vector<fs::path> files_;
  std::vector<fs::path> segment_files_;
};

TEST_P(Damage, OfAnyKindIsDetectedOrWithoutEffect) {
  std::mt19937 random(9);
  std::size_t detected = 0;
  const std::size_t trials = (is_full() ? 500000 : 10000) / kStride;
  for (std::size_t trial = 0; trial < trials && !HasFailure(); ++trial) {
    const auto& files = random() % 4 == 0 ? files_ : segment_files_;
    const fs::path& file = files[random() % files.size()];
    SCOPED_TRACE("trial " + std::to_string(trial) + ": " + file.string());
    const std::string bytes = bytes_of(file);
    damage(file, bytes, random);
    if (bytes_of(file) != bytes && !is_neutral()) ++detected;
    write(file, bytes);
  }
  EXPECT_GT(detected, trials / 5);
}

TEST_P(Damage, OfASingleBitIsDetectedOrWithoutEffect) {
  for (const fs::path& file : files_) {
    const std::string bytes = bytes_of(file);
    const std::size_t step = is_full() ? 1 : 1 + bytes.size() / (kIsSanitized ? 3 : 12);
    for (std::size_t at = 0; at < bytes.size() && !HasFailure(); at += step) {
      SCOPED_TRACE(file.string() + " at " + std::to_string(at));
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ (1 << at % 8));
      write(file, changed);
      EXPECT_TRUE(is_neutral() || !check_index(path()).ok);
      write(file, bytes);
    }
  }
}

// Of mapped files this would end the process.
TEST_P(Damage, UnderASearcherThatReadsIsAnErrorOrWithoutEffect) {
  for (const fs::path& file : files_) {
    SCOPED_TRACE(file.string());
    const std::string bytes = bytes_of(file);
    const Searcher searcher = open(path(), Io::kRead);
    fs::resize_file(file, 0);
    is_neutral(searcher);
    write(file, bytes);
    EXPECT_TRUE(is_neutral(searcher));
  }
}

INSTANTIATE_TEST_SUITE_P(OverBothStores, Damage,
                         ::testing::Values(TextStore::kWords, TextStore::kXapian));

}  // namespace
}  // namespace dateline::reliability
