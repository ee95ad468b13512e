#include "storage/damage.hpp"

#include "base/hash.hpp"
#include "base/secure_hash.hpp"
#include "sample.hpp"
#include "storage/segment_format.hpp"

#include <gtest/gtest.h>

namespace dateline::storage {
namespace {

TEST(Damage, TheErrorNamesTheFileAndSaysWhatToDo) {
  const Caught caught = error_of([] { fail_damaged("news.index/text", "it is cut short"); });
  EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
  EXPECT_EQ(caught.message,
            "cannot read \"news.index/text\": it is cut short; "
            "restore a backup or rebuild the index");
}

TEST(Damage, AFileAsItWasWrittenIsOpened) {
  const TempFolder folder;
  overwrite(folder / "a", "some bytes");
  const FileEntry entry = describe_file(base::system_files(), folder.path(), "a");
  EXPECT_EQ(entry.size, 10U);
  const auto file = open_verified(base::system_files(), folder.path(), entry);
  EXPECT_EQ(file->read(0, 10), "some bytes");
  EXPECT_EQ(find_damage(*file, entry), std::nullopt);
}

TEST(Damage, EachChangedByteAndEachLengthIsSeen) {
  const TempFolder folder;
  const std::string bytes = "some bytes";
  overwrite(folder / "a", bytes);
  const FileEntry entry = describe_file(base::system_files(), folder.path(), "a");
  const auto damage = [&] {
    const Caught caught =
        error_of([&] { open_verified(base::system_files(), folder.path(), entry); });
    EXPECT_EQ(caught.code, ErrorCode::kCorrupt);
    EXPECT_TRUE(caught.mentions((folder / "a").native())) << caught.message;
    return caught.message;
  };
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    flip_byte(folder / "a", at);
    EXPECT_NE(damage().find("its checksum is wrong"), std::string::npos);
    flip_byte(folder / "a", at);
  }
  for (const std::string other : {"", "some byte", "some bytes."}) {
    overwrite(folder / "a", other);
    EXPECT_NE(damage().find("and should have 10"), std::string::npos);
  }
}

// Whoever changes a database cannot keep its checksum; one by XXH3 is from before.
TEST(Damage, AXapianDatabaseIsKnownByASecureHash) {
  const TempFolder folder;
  const std::string name(kArticlesFile);
  overwrite(folder / name, "some bytes");
  const auto entry = describe_file(base::system_files(), folder.path(), name);
  EXPECT_EQ(entry.checksum.size(), base::SecureHash::kDigits);
  FileEntry before = entry;
  before.checksum = base::checksum("some bytes");
  for (const FileEntry& each : {entry, before}) {
    open_verified(base::system_files(), folder.path(), each);
    flip_byte(folder / name, 3);
    EXPECT_EQ(error_of([&] { open_verified(base::system_files(), folder.path(), each); }).code,
              ErrorCode::kCorrupt);
    flip_byte(folder / name, 3);
  }
}

TEST(Damage, TheEndTellsAFileFromAnotherOfItsSize) {
  const TempFolder folder;
  const std::string bytes(2 * kEndBytes, 'a');
  overwrite(folder / "a", bytes);
  const FileEntry entry = describe_file(base::system_files(), folder.path(), "a");
  const auto open = [&] { return open_by_end(base::system_files(), folder.path(), entry); };
  EXPECT_EQ(open()->size(), entry.size);
  flip_byte(folder / "a", kEndBytes - 1);
  EXPECT_EQ(open()->size(), entry.size);
  for (const std::size_t at : {kEndBytes, 2 * kEndBytes - 1}) {
    overwrite(folder / "a", bytes);
    flip_byte(folder / "a", at);
    EXPECT_EQ(error_of(open).code, ErrorCode::kCorrupt) << at;
  }
  overwrite(folder / "a", bytes + "a");
  EXPECT_EQ(error_of(open).code, ErrorCode::kCorrupt);
}

TEST(Damage, AMissingFileIsNotFound) {
  const TempFolder folder;
  const FileEntry entry = {"gone", 0, "", ""};
  EXPECT_EQ(error_of([&] { open_verified(base::system_files(), folder.path(), entry); }).code,
            ErrorCode::kNotFound);
}

}  // namespace
}  // namespace dateline::storage
