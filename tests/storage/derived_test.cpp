#include "storage/derived.hpp"

#include "base/temp_folder.hpp"

#include <dateline/error.hpp>

#include <gmock/gmock.h>

namespace dateline::storage {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

class DerivedTest : public ::testing::Test {
 protected:
  void write(std::string_view kind, std::string_view bytes) {
    ++manifest_.generation;
    write_derived(files_, folder_.path(), manifest_, kind, bytes);
  }
  auto read(std::string_view kind) { return read_derived(files_, folder_.path(), manifest_, kind); }

  TempFolder folder_;
  base::FileSystem& files_ = base::system_files();
  Manifest manifest_;
};

TEST_F(DerivedTest, ComeBackByTheirKind) {
  write(kStoryLinks, "links");
  write(kAlerts, "alerts");
  EXPECT_EQ(read(kStoryLinks), "links");
  EXPECT_EQ(read(kAlerts), "alerts");
  EXPECT_EQ(read(kCommits), std::nullopt);
}

TEST_F(DerivedTest, StandOnceForEachKind) {
  write(kAlerts, "one");
  write(kAlerts, "two");
  EXPECT_THAT(manifest_.derived, SizeIs(1));
  EXPECT_EQ(read(kAlerts), "two");
}

TEST_F(DerivedTest, StayWhereTheBytesAreTheSame) {
  write(kAlerts, "one");
  const auto before = manifest_.derived;
  write(kAlerts, "one");
  EXPECT_EQ(manifest_.derived, before);
}

TEST_F(DerivedTest, AreNoFileWhereThereAreNoBytes) {
  write(kAlerts, "one");
  write(kAlerts, "");
  EXPECT_THAT(manifest_.derived, IsEmpty());
}

TEST_F(DerivedTest, ThatAreDamagedAreAnError) {
  write(kAlerts, "one");
  const auto path = folder_.path() / manifest_.derived.front().name;
  files_.remove_all(path);
  files_.write_all(path, "onE");
  EXPECT_THROW(read(kAlerts), Error);
}

}  // namespace
}  // namespace dateline::storage
