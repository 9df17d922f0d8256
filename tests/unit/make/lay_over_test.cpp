// A map laid over another: turned and mirrored back exactly, inside the other's box, nothing bent.
#include "make/lay_over.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"

namespace meander {
namespace {

std::vector<Point2> Cloud(uint64_t seed) {
  Rng rng(seed);
  std::vector<Point2> places;
  for (int i = 0; i < 200; ++i) {
    const float x = rng.Unit();
    places.push_back({1.6f * x - 0.8f, 0.9f * rng.Unit() * x - 0.3f});
  }
  return places;
}

TEST(LaidOver, FindsTheTurnTheMirrorAndTheScaleBack) {
  const std::vector<Point2> reference = Cloud(3);
  for (const float mirror : {1.f, -1.f}) {
    for (const float angle : {0.f, 0.7f, 2.f, 3.1f, 4.4f}) {
      std::vector<Point2> moved;
      for (const Point2 at : reference) {
        const float x = mirror * at.x;
        moved.push_back({5 + 40 * (std::cos(angle) * x - std::sin(angle) * at.y),
                         -7 + 40 * (std::sin(angle) * x + std::cos(angle) * at.y)});
      }
      const std::vector<Point2> back = LaidOver(reference, moved);
      for (size_t i = 0; i < back.size(); ++i) {
        ASSERT_LT(Distance(back[i], reference[i]), 1e-4f) << mirror << " " << angle << " " << i;
      }
    }
  }
}

TEST(LaidOver, LiesInTheBoxAndKeepsItsProportions) {
  const std::vector<Point2> reference = Cloud(3), other = Cloud(4);
  const std::vector<Point2> laid = LaidOver(reference, other);
  Rect box{{9, 9}, {-9, -9}};
  for (const Point2 at : reference) {
    box.low = {std::min(box.low.x, at.x), std::min(box.low.y, at.y)};
    box.high = {std::max(box.high.x, at.x), std::max(box.high.y, at.y)};
  }
  const Point2 hair{1e-5f, 1e-5f};
  for (const Point2 at : laid) {
    EXPECT_TRUE(Rect({box.low - hair, box.high + hair}).Contains(at));
  }
  const float scale = Distance(laid[0], laid[1]) / Distance(other[0], other[1]);
  for (size_t i = 2; i < laid.size(); ++i) {
    EXPECT_NEAR(Distance(laid[0], laid[i]) / Distance(other[0], other[i]), scale, 1e-3f * scale);
  }
}

TEST(LaidOver, PlacesThatFallTogetherAreJustThere) {
  const std::vector<Point2> same(5, Point2{0.2f, 0.3f});
  for (const Point2 at : LaidOver(same, same)) EXPECT_LT(Distance(at, same[0]), 1e-5f);
  EXPECT_TRUE(LaidOver({}, {}).empty());
}

}  // namespace
}  // namespace meander
