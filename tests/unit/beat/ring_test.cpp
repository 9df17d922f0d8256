// What chance picks from.
#include "audio/ring.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace meander {
namespace {

const std::vector<Point2> kPlaces = {{0, 0}, {0.05f, 0}, {0, 0.05f}, {0.5f, 0}, {0, 0}};
const std::vector<uint32_t> kIds = {50, 40, 30, 20, 10};

TEST(Ring, WithoutChanceIsTheClipItself) {
  EXPECT_EQ(ItemsInRing(kPlaces, kIds, 0, 0), std::vector<uint32_t>{0});
  EXPECT_TRUE(ItemsInRing(kPlaces, kIds, 5, 3).empty());
}

TEST(Ring, HoldsWhatIsNearInTheOrderOfIds) {
  EXPECT_EQ(ItemsInRing(kPlaces, kIds, 0, 3), (std::vector<uint32_t>{4, 2, 1, 0}));
  EXPECT_EQ(ItemsInRing(kPlaces, kIds, 3, 3), std::vector<uint32_t>{3});
}

TEST(Ring, KeepsTheNearestAndItselfOfMany) {
  std::vector<Point2> places(100, Point2{0, 0});
  std::vector<uint32_t> ids;
  for (uint32_t i = 0; i < 100; ++i) ids.push_back(i);
  const auto inside = ItemsInRing(places, ids, 77, 1);
  EXPECT_EQ(inside.size(), kMostInRing);
  EXPECT_TRUE(std::ranges::count(inside, 77u));
}

TEST(Ring, EveryOneOfThemIsPlayedInTheEnd) {
  Pattern pattern = EmptyPattern();
  pattern.seed = 3;
  ToggleStep(pattern, 0, 0);
  const auto inside = ItemsInRing(kPlaces, kIds, 0, 3);
  std::set<uint32_t> played;
  for (const Note& note : NotesBetween(pattern, 0, 100)) played.insert(ItemOfNote(note, inside));
  EXPECT_EQ(played.size(), 4u);
}

}  // namespace
}  // namespace meander
