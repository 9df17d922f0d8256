// A recipe that adds to another.
#include "make/recipe_file.h"

#include <gtest/gtest.h>

namespace meander {
namespace {

namespace fs = std::filesystem;

class RecipeFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() /
              ("meander-recipe-" +
               std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::create_directories(folder_);
    Write("first.json", R"({"name": "first", "seed": 1, "packages": [{"name": "a"}],
                            "called": {"Taps": ["tap"], "Hats": ["hat"]}})");
  }
  void TearDown() override { fs::remove_all(folder_); }
  void Write(const char* name, std::string_view text) {
    ASSERT_TRUE(WriteFile(folder_ / name, AsBytes(text)));
  }
  Result<Json> Read(const char* name) {
    return ReadWholeRecipe(folder_, folder_ / name, {"packages"});
  }
  fs::path folder_;
};

TEST_F(RecipeFile, AddsToTheListsAndToTheObjectsOfAnother) {
  Write("second.json", R"({"name": "second", "adds_to": "first.json", "packages": [{"name": "b"}],
                           "called": {"Hats": ["cymbal"], "Bells": ["bell"]}})");
  const auto whole = Read("second.json");
  ASSERT_TRUE(whole) << whole.error().message;
  EXPECT_EQ((*whole)["name"], "second");
  EXPECT_EQ((*whole)["seed"], 1);
  EXPECT_EQ((*whole)["packages"], *ParseJson(R"([{"name": "a"}, {"name": "b"}])", "It"));
  EXPECT_EQ((*whole)["called"],
            *ParseJson(R"({"Taps": ["tap"], "Hats": ["cymbal"], "Bells": ["bell"]})", "It"));
}

TEST_F(RecipeFile, OneThatAddsToNoneIsAsItStands) {
  const auto whole = Read("first.json");
  ASSERT_TRUE(whole);
  EXPECT_EQ((*whole)["packages"].size(), 1u);
}

TEST_F(RecipeFile, WithoutTheOtherOrItsListsItIsASentence) {
  Write("lost.json", R"({"adds_to": "none.json", "packages": []})");
  EXPECT_FALSE(Read("lost.json"));
  Write("listless.json", R"({"adds_to": "first.json", "packages": 3})");
  EXPECT_FALSE(Read("listless.json"));
}

}  // namespace
}  // namespace meander
