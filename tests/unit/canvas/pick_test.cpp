// What lies under a finger, what lies beyond the edge, and taking back.
#include <gtest/gtest.h>

#include "canvas/edge_marks.h"
#include "canvas/label_box.h"
#include "canvas/undo.h"

namespace meander {
namespace {

constexpr Viewport kViewport{800, 600, 1};
const Camera kCamera{{0, 0}, 300};

Point2 OnScreen(Point2 in_world) { return ScreenFromWorld(kCamera, kViewport, in_world); }

// A dot at the middle, a stop 30 px to its right, a name 60 px below, a line far above.
Scene SmallScene() {
  Scene scene;
  auto table = std::make_shared<PointTable>();
  table->codes = {32768, 32768};
  table->hues = {0};
  scene.points.table = table;
  DiscMark stop;
  stop.at = {0.1f, 0};
  stop.item = 7;
  scene.discs.push_back(stop);
  LabelMark name;
  name.at = {0, -0.2f};
  name.text = "Cartography";
  name.item = 8;
  scene.labels.push_back(name);
  StrokeMark line;
  line.from = {-0.5f, 0.5f};
  line.control = {0, 0.5f};
  line.to = {0.5f, 0.5f};
  line.item = 9;
  scene.strokes.push_back(line);
  return scene;
}

TEST(Pick, FindsDiscsThenNamesThenLinesThenDots) {
  const Scene scene = SmallScene();
  const auto pick = [&](Point2 at_px, float reach_px) {
    return Pick(scene, kCamera, kViewport, at_px, reach_px);
  };
  EXPECT_EQ(pick(OnScreen({0, 0}), 8), 0u);
  EXPECT_EQ(pick(OnScreen({0.1f, 0}), 8), 7u);
  EXPECT_EQ(pick(OnScreen({0.05f, 0}), 22), 7u);  // a finger between dot and disc means the disc
  EXPECT_EQ(pick(OnScreen({0, -0.2f}), 8), 8u);
  EXPECT_EQ(pick(OnScreen({0.02f, 0.5f}), 8), 9u);
  EXPECT_EQ(pick(OnScreen({-0.7f, -0.7f}), 22), std::nullopt);
}

TEST(Pick, AreasLieOnPicturesUnderCellsAndOverDots) {
  Scene scene = SmallScene();
  for (const uint32_t item : {20u, 21u}) {
    scene.pictures.push_back({});
    scene.pictures.back().in_world = {{-1, -0.9f}, {0.9f, 0.9f}};
    scene.pictures.back().item = item;
  }
  scene.pictures.push_back(scene.pictures.back());
  scene.pictures.back().item = kNoItem;
  AreaMark area;
  area.outline = {{0.2f, 0.2f}, {0.8f, 0.2f}, {0.8f, 0.8f}, {0.7f, 0.3f}, {0.2f, 0.3f}};
  area.holes = {{{0.3f, 0.22f}, {0.4f, 0.22f}, {0.4f, 0.28f}, {0.3f, 0.28f}}};
  area.item = 30;
  scene.areas.push_back(area);
  scene.cells.push_back({});
  scene.cells.back().in_world = {{0.5f, 0.2f}, {0.6f, 0.3f}};
  scene.cells.back().item = 40;
  const auto pick = [&](Point2 in_world) {
    return Pick(scene, kCamera, kViewport, OnScreen(in_world), 8);
  };
  EXPECT_EQ(pick({0.1f, 0}), 7u);        // the disc as before
  EXPECT_EQ(pick({-0.5f, 0.1f}), 21u);   // the topmost that means something
  EXPECT_EQ(pick({0, 0}), 21u);          // a dot under a picture is not seen
  EXPECT_EQ(pick({0.25f, 0.25f}), 30u);  // on the area
  EXPECT_EQ(pick({0.35f, 0.25f}), 21u);  // in its hole
  EXPECT_EQ(pick({0.4f, 0.4f}), 21u);    // in its bay
  EXPECT_EQ(pick({0.78f, 0.6f}), 30u);
  EXPECT_EQ(pick({0.55f, 0.25f}), 40u);
  EXPECT_EQ(pick({0.97f, -0.97f}), std::nullopt);
}

TEST(Pick, ACapsuleIsHitAlongAllItsLength) {
  Scene scene = SmallScene();
  scene.discs[0].numeral = "11 · 12 · 13";
  const float half_px = CapsuleHalf_px(scene.discs[0]);
  ASSERT_GT(half_px, 15);
  const Point2 middle = OnScreen(scene.discs[0].at);
  EXPECT_EQ(Pick(scene, kCamera, kViewport, middle + Point2{half_px + 6, 0}, 8), 7u);
  EXPECT_EQ(Pick(scene, kCamera, kViewport, middle + Point2{half_px + 10, 0}, 8), std::nullopt);
  EXPECT_EQ(Pick(scene, kCamera, kViewport, middle + Point2{half_px, 12}, 8), std::nullopt);
}

TEST(Pick, ANameThatIsFadingOutIsNotHit) {
  Scene scene = SmallScene();
  scene.labels[0].fade = 0.2f;
  EXPECT_EQ(Pick(scene, kCamera, kViewport, OnScreen({0, -0.2f}), 8), std::nullopt);
}

TEST(Pick, TheSmallerItemOfTwoInTheSamePlace) {
  Scene scene = SmallScene();
  scene.discs.push_back(scene.discs[0]);
  scene.discs[0].item = 12;
  scene.discs[1].item = 5;
  EXPECT_EQ(Pick(scene, kCamera, kViewport, OnScreen({0.1f, 0}), 8), 5u);
}

TEST(EdgeMarks, StandWhereTheWayLeavesTheChart) {
  const auto right = ExitToward({0, 0}, {4, 0}, kCamera, kViewport);
  ASSERT_TRUE(right.has_value());
  EXPECT_NEAR(right->at_px.x, 800 - kEdgeMargin_px, 1e-3);
  EXPECT_NEAR(right->at_px.y, 300, 1e-3);
  EXPECT_NEAR(right->direction.x, 1, 1e-6);
  const auto up = ExitToward({0, 0}, {1, 40}, kCamera, kViewport);
  ASSERT_TRUE(up.has_value());
  EXPECT_NEAR(up->at_px.y, kEdgeMargin_px, 1e-3);
  EXPECT_LT(up->direction.y, -0.9f);
  EXPECT_FALSE(ExitToward({0, 0}, {0.5f, 0.5f}, kCamera, kViewport).has_value());
  EXPECT_FALSE(ExitToward({9, 0}, {12, 0}, kCamera, kViewport).has_value());
  Viewport covered = kViewport;
  covered.inset_right_px = 300;
  EXPECT_NEAR(ExitToward({0, 0}, {4, 0}, kCamera, covered)->at_px.x, 500 - kEdgeMargin_px, 1e-3);
}

TEST(EdgeMarks, AChevronPointsOutwardsAndIsPicked) {
  const EdgeExit exit{{786, 300}, {1, 0}};
  Scene scene;
  AddEdgeChevron(exit, kCamera, kViewport, {Token::kInk2, 1}, 42, scene.strokes);
  ASSERT_EQ(scene.strokes.size(), 2u);
  for (const StrokeMark& arm : scene.strokes) {
    EXPECT_LT(OnScreen(arm.to).x, 786 - 4);
    EXPECT_NEAR(Distance(OnScreen(arm.to), exit.at_px), 7, 0.1);
  }
  EXPECT_EQ(Pick(scene, kCamera, kViewport, {784, 300}, 8), 42u);
}

TEST(Undo, GivesBackTheLatestFirstAndForgetsTheOldest) {
  Undo<int> undo(2);
  EXPECT_EQ(undo.Take(), std::nullopt);
  for (const int value : {1, 2, 3}) undo.Keep(value);
  EXPECT_EQ(undo.Take(), 3);
  EXPECT_EQ(undo.Take(), 2);
  EXPECT_FALSE(undo.can_undo());
  undo.Keep(4);
  undo.Forget();
  EXPECT_EQ(undo.Take(), std::nullopt);
}

}  // namespace
}  // namespace meander
