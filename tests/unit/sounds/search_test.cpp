#include "sounds/search.h"

#include <gtest/gtest.h>

#include "small_sounds.h"

namespace meander {
namespace {

std::vector<std::string> Found(std::string_view text) {
  const auto state = OpenSmall();
  std::vector<std::string> names;
  for (const uint32_t item : FindSounds(*state, text)) names.push_back(NameOf(*state, item));
  return names;
}

TEST(SoundSearch, FindsByTheBeginningOfAnyWord) {
  EXPECT_EQ(Found("sta"), std::vector<std::string>{"Boot on stairs"});
  EXPECT_EQ(Found("KEY lock"), std::vector<std::string>{"Key in a lock"});
}

TEST(SoundSearch, ForgivesASlipInALongerWord) {
  EXPECT_EQ(Found("kettel"), std::vector<std::string>{});  // two letters
  EXPECT_EQ(Found("ketle"), std::vector<std::string>{"Kettle"});
  EXPECT_EQ(Found("matchbax"), std::vector<std::string>{"Matchbox"});
}

TEST(SoundSearch, ARegionsNameFindsWhatLiesInIt) {
  EXPECT_EQ(Found("street").size(), 6u);
  EXPECT_TRUE(Found("").empty());
  EXPECT_TRUE(Found("  ,.-").empty());
  EXPECT_TRUE(Found("zzz").empty());
}

TEST(SoundSearch, WhatIsFilteredAwayIsNotFound) {
  const auto state = OpenSmall();
  Apply(*state, "filter-licence", "0");
  EXPECT_TRUE(FindSounds(*state, "boot").empty());
  EXPECT_EQ(FindSounds(*state, "door").size(), 1u);
}

}  // namespace
}  // namespace meander
