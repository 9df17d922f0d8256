// A typed text lies where most of the weight of its neighbours is, never in the sea between.
#include "ideas/text_place.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "small_map.h"

namespace meander {
namespace {

// Twelve dots close together at the left and one far off at the right; see the test that uses it.
IdeaMap CrowdedMap() {
  SmallPack pack = MakePlainPack(13);
  Positions positions;
  for (uint32_t item = 0; item < 13; ++item) {
    const bool is_far = item == 12;
    positions.codes.push_back(static_cast<uint16_t>(is_far ? 60000 : 8000 + 200 * (item % 4)));
    positions.codes.push_back(static_cast<uint16_t>(is_far ? 60000 : 8000 + 200 * (item / 4)));
  }
  pack.chunks["positions"][0].second = WritePositions(positions);
  return MapOf(pack);
}

TEST(PlaceOfText, OneNeighbourIsThePlace) {
  const auto place = PlaceOfText(Map(), std::vector<Neighbor>{{7, 0.4f}});
  ASSERT_TRUE(place.has_value());
  EXPECT_NEAR(place->x, Map().PlaceOf(7).x, 1e-6);
  EXPECT_NEAR(place->y, Map().PlaceOf(7).y, 1e-6);
}

TEST(PlaceOfText, NothingNearHasNoPlace) {
  EXPECT_FALSE(PlaceOfText(Map(), {}).has_value());
  EXPECT_FALSE(PlaceOfText(Map(), std::vector<Neighbor>{{7, 0}, {8, -0.5f}}).has_value());
}

// 0.36 apart and a reach of 0.12: on the grid no neighbour pulls another, the closest wins.
TEST(PlaceOfText, TheClosestWinsAmongTheScattered) {
  const auto place = PlaceOfText(Map(), std::vector<Neighbor>{{0, 0.5f}, {14, 0.8f}, {29, 0.6f}});
  ASSERT_TRUE(place.has_value());
  EXPECT_NEAR(Distance(*place, Map().PlaceOf(14)), 0, 1e-6);
}

TEST(PlaceOfText, ManyTogetherWinOverACloserOneFarOff) {
  const IdeaMap map = CrowdedMap();
  std::vector<Neighbor> neighbors{{12, 0.6f}};
  for (uint32_t item = 0; item < 12; ++item) neighbors.push_back({item, 0.5f});
  const auto place = PlaceOfText(map, neighbors);
  ASSERT_TRUE(place.has_value());
  // Equal weights: the middle of the twelve, untouched by the thirteenth.
  EXPECT_NEAR(place->x, (8000 + 300) * 2.f / 65535 - 1, 1e-4);
  EXPECT_NEAR(place->y, (8000 + 200) * 2.f / 65535 - 1, 1e-4);
  // Alone against one of them, the closer one wins.
  const auto pair = PlaceOfText(map, std::vector<Neighbor>{{12, 0.6f}, {0, 0.5f}});
  EXPECT_NEAR(Distance(*pair, map.PlaceOf(12)), 0, 1e-6);
}

TEST(PlaceOfText, TheCloserNeighbourDrawsThePlaceItsWay) {
  const IdeaMap map = CrowdedMap();
  const auto place = PlaceOfText(map, std::vector<Neighbor>{{0, 0.8f}, {3, 0.4f}});
  ASSERT_TRUE(place.has_value());
  // Weights are cubes of closeness: 8 to 1, a ninth of the way over.
  EXPECT_NEAR(place->x, map.PlaceOf(0).x + Distance(map.PlaceOf(0), map.PlaceOf(3)) / 9, 1e-5);
}

TEST(PlaceOfText, NeverFarFromSomeNeighbourNorDependentOnTheirOrder) {
  Rng rng(4);
  for (int round = 0; round < 500; ++round) {
    std::vector<Neighbor> neighbors;
    for (uint32_t i = 0; i < 10; ++i) {
      neighbors.push_back({rng.Below(kSmallItems), 0.05f + 0.95f * rng.Unit()});
    }
    const auto place = PlaceOfText(Map(), neighbors);
    ASSERT_TRUE(place.has_value());
    float nearest = 10;
    for (const Neighbor& neighbor : neighbors) {
      nearest = std::min(nearest, Distance(*place, Map().PlaceOf(neighbor.item)));
    }
    EXPECT_LE(nearest, 0.12f);
    std::reverse(neighbors.begin(), neighbors.end());
    const auto reversed = PlaceOfText(Map(), neighbors);
    EXPECT_NEAR(Distance(*place, *reversed), 0, 1e-4);
  }
}

}  // namespace
}  // namespace meander
