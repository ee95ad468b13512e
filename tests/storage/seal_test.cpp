#include "storage/seal.hpp"

#include "base/temp_folder.hpp"
#include "storage/forwarding_files.hpp"
#include "storage/manifest_text.hpp"

#include <dateline/error.hpp>

#include <gtest/gtest.h>

namespace dateline::storage {
namespace {

const std::string kKey(32, 'k');
const std::string kOtherKey(32, 'o');

Manifest over_xapian() {
  Manifest manifest;
  manifest.text_store = kXapianStore;
  manifest.generation = 7;
  return manifest;
}

Manifest sealed(std::string_view key) {
  Manifest manifest = over_xapian();
  manifest.seal = seal_of(manifest, key);
  return manifest;
}

// In a folder of another user.
class Foreign : public ForwardingFiles {
 public:
  bool is_own(const Path&) override { return false; }
};

std::string refusal(const Manifest& manifest, std::string_view key,
                    base::FileSystem& files = base::system_files()) {
  const TempFolder folder;
  try {
    refuse_foreign(files, folder.path(), manifest, key);
    return {};
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kInvalid);
    return error.what();
  }
}

TEST(Seal, IsByTheKeyAndOfAllThatTheManifestSays) {
  Manifest manifest = sealed(kKey);
  EXPECT_EQ(manifest.seal.size(), 64u);
  EXPECT_NE(seal_of(manifest, kOtherKey), manifest.seal);
  EXPECT_EQ(seal_of(parse_manifest(print_manifest(manifest), "m"), kKey), manifest.seal);
  manifest.segments.push_back({"000001", 1, 0, {{"articles.xapian", 3, "cc", "c"}}, {}});
  EXPECT_NE(seal_of(manifest, kKey), manifest.seal);
  EXPECT_NE(refusal(manifest, kKey), "");
}

TEST(Seal, IsAskedForOfXapianDatabasesOnly) {
  Manifest manifest;
  manifest.segments.push_back({"000001", 1, 0, {{"segments/000001/words.dlw", 3, "c", "c"}}, {}});
  EXPECT_EQ(seal_of(manifest, kKey), "");
  EXPECT_EQ(refusal(manifest, kKey), "");
}

// What is opened decides, whatever the manifest calls it.
TEST(Seal, IsAskedForOfADatabaseInAnIndexThatSaysItHasWordsFiles) {
  Manifest manifest;
  manifest.segments.push_back({"000001", 1, 0, {{"segments/000001/words.dlw", 3, "c", "c"}}, {}});
  manifest.segments.push_back({"000002", 1, 0, {{"segments/000002/articles.xapian", 3, "c"}}, {}});
  EXPECT_NE(refusal(manifest, kKey), "");
  manifest.seal = seal_of(manifest, kKey);
  EXPECT_EQ(refusal(manifest, kKey), "");
}

TEST(Seal, OfAnotherKeyOrNoneIsRefused) {
  EXPECT_EQ(refusal(sealed(kKey), kKey), "");
  EXPECT_NE(refusal(sealed(kOtherKey), kKey).find("--trust"), std::string::npos);
  EXPECT_NE(refusal(over_xapian(), kKey).find("rebuild"), std::string::npos);
}

TEST(Seal, IsNotAskedForWithoutAKeyButTheOwnerIs) {
  Foreign foreign;
  EXPECT_EQ(refusal(sealed(kKey), ""), "");
  EXPECT_NE(refusal(over_xapian(), "", foreign).find("another user made it"), std::string::npos);
  EXPECT_NE(refusal(sealed(kKey), kKey, foreign).find("another user made it"), std::string::npos);
}

TEST(Seal, IsNotBrokenByWhoHasNoKey) {
  EXPECT_THROW(refuse_keyless("index", sealed(kKey), ""), Error);
  EXPECT_NO_THROW(refuse_keyless("index", sealed(kKey), kKey));
  EXPECT_NO_THROW(refuse_keyless("index", over_xapian(), ""));
}

TEST(Seal, AKeyHas16To64Bytes) {
  for (const std::size_t size : {0, 16, 32, 64}) {
    EXPECT_NO_THROW(check_key(std::string(size, 'k'))) << size;
  }
  for (const std::size_t size : {1, 15, 65, 1000}) {
    EXPECT_THROW(check_key(std::string(size, 'k')), Error) << size;
    EXPECT_NE(refusal(Manifest(), std::string(size, 'k')), "") << size;
  }
  EXPECT_NE(seal_of(over_xapian(), std::string(64, 'k')),
            seal_of(over_xapian(), std::string(63, 'k') + 'l'));
}

}  // namespace
}  // namespace dateline::storage
