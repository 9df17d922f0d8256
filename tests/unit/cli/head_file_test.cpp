// A pack is named by its folder or by its head file, from wherever one stands.
#include "cli/head_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/files.h"

namespace meander {
namespace {

namespace fs = std::filesystem;

class HeadFileTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("meander-head-" + std::to_string(getpid()));
    fs::create_directories(folder_);
    ASSERT_TRUE(WriteFile(folder_ / kPackHead, std::vector<uint8_t>{1, 2, 3}));
    before_ = fs::current_path();
    fs::current_path(folder_);
  }
  void TearDown() override {
    fs::current_path(before_);
    fs::remove_all(folder_);
  }
  fs::path folder_, before_;
};

TEST_F(HeadFileTest, TheFolderAndTheFileAreTheSamePack) {
  EXPECT_EQ(HeadFileOf(folder_), folder_ / kPackHead);
  EXPECT_EQ(HeadFileOf(folder_ / kPackHead), folder_ / kPackHead);
  EXPECT_EQ(HeadFileOf(folder_, kModelHead), folder_ / kModelHead);
  for (const fs::path& named : {folder_, folder_ / kPackHead}) {
    const auto head = ReadHeadOnDisk(named, kPackHead);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->bytes, (std::vector<uint8_t>{1, 2, 3}));
    EXPECT_EQ(head->folder, folder_.string() + "/");
  }
}

TEST_F(HeadFileTest, ABareNameMeansTheFolderOneStandsIn) {
  for (const char* named : {"pack.meander", "."}) {
    const auto head = ReadHeadOnDisk(named, kPackHead);
    ASSERT_TRUE(head) << named;
    EXPECT_EQ(head->folder, "./") << named;
  }
}

TEST_F(HeadFileTest, WhatIsNotThereIsSaid) {
  EXPECT_FALSE(ReadHeadOnDisk(folder_, kModelHead));
  EXPECT_FALSE(ReadHeadOnDisk(folder_ / "nowhere", kPackHead));
}

}  // namespace
}  // namespace meander
