// Where stops stand: as the page measured them, else as it will be; and the land is where lines
// are.
#include "sentences/strip.h"

#include <gtest/gtest.h>

#include "canvas/label_box.h"
#include "sentences/scene.h"
#include "small_way.h"

namespace meander {
namespace {

View DesktopView() {
  View view;
  view.viewport = {274, 744, 1};
  view.page_width_px = 1280;
  view.page_height_px = 800;
  return view;
}

TEST(StripTest, EstimatedRowsFollowTheDesignsMeasures) {
  const SentencesState state = StateWithWay();
  const StripFrame strip = StripOf(state, DesktopView());
  ASSERT_EQ(strip.y_px.size(), 9u);
  EXPECT_NEAR(strip.y_px[0], 65, 2);
  EXPECT_NEAR(strip.y_px[1], 122, 3);
  for (size_t i = 2; i <= 7; ++i) EXPECT_FLOAT_EQ(strip.y_px[i] - strip.y_px[i - 1], 63.5f);
  EXPECT_LT(strip.y_px[8], 744 - 66);
}

TEST(StripTest, MeasuredRowsWinAndHiddenOnesLieBetween) {
  SentencesState state = StateWithWay();
  Apply(state, "placed", "0 40;1 100;2 150;3 200;8 420");
  const StripFrame strip = StripOf(state, DesktopView());
  EXPECT_FLOAT_EQ(strip.y_px[2], 150);
  EXPECT_FLOAT_EQ(strip.y_px[4], 244);
  EXPECT_FLOAT_EQ(strip.y_px[7], 376);
  EXPECT_FLOAT_EQ(strip.y_px[8], 420);
}

View FigureView(float width_px, float height_px) {
  View view;
  view.frame_ui = FrameUi::kFigure;
  view.page_width_px = width_px;
  view.page_height_px = height_px;
  return view;
}

TEST(StripTest, AFigureShowsAsManyLinesAsItIsHighFor) {
  SentencesState state = StateWithWay();
  EXPECT_EQ(RowsShown(state, FigureView(360, 480)), 3);
  EXPECT_EQ(RowsShown(state, FigureView(320, 427)), 3);
  EXPECT_EQ(RowsShown(state, FigureView(600, 400)), 5);
  // As wide as the column of a magazine it is no higher: "I never returned." is above the bar.
  EXPECT_EQ(RowsShown(state, FigureView(720, 400)), 5);
  EXPECT_EQ(RowsShown(state, FigureView(720, 480)), 7);
  EXPECT_EQ(RowsShown(state, FigureView(1000, 300)), 3);
  EXPECT_EQ(RowsShown(state, FigureView(600, 120)), 1);
  EXPECT_EQ(RowsShown(state, DesktopView()), 7);
  View small_page = FigureView(600, 400);
  small_page.frame_ui = FrameUi::kWhole;
  EXPECT_EQ(RowsShown(state, small_page), 5);
  Apply(state, "go", "7");
  EXPECT_FALSE(IsRowShown(state, 4, 3));
  EXPECT_TRUE(IsRowShown(state, 5, 3));
  EXPECT_TRUE(IsRowShown(state, 7, 3));
}

TEST(StripTest, AStretchWithoutLinesIsWater) {
  const SentencesState state = StateWithWay();
  const StripFrame strip = StripOf(state, DesktopView());
  const auto dots = ShoreDots(state, strip, 1);
  ASSERT_GT(dots->codes.size(), 1000u);
  EXPECT_EQ(dots->hues.size() * 2, dots->codes.size());
  // Nothing has progress 171 … 204 in the fixture; that lies between stops 5 and 6.
  // Its shores are ragged by 22 px, lest two hops of unlike length meet in an edge.
  constexpr float kRagged_px = 22;
  const float from = strip.y_px[5] + 25 + kRagged_px, to = strip.y_px[6] + 25 - kRagged_px;
  ASSERT_GT(to, from + 15);
  for (size_t i = 1; i < dots->codes.size(); i += 2) {
    const float world = static_cast<float>(dots->codes[i]) * (2.f / 65535) - 1;
    const float y = strip.height_px / 2 - world * strip.height_px / 2;
    EXPECT_FALSE(y > from && y < to) << y;
  }
}

TEST(StripTest, StopsStayInTheStrip) {
  for (size_t count : {3, 7, 25}) {
    const SentencesState state = StateWithWay(count);
    for (const float width : {40.f, 78.f, 274.f}) {
      View view = DesktopView();
      view.viewport.width_px = width;
      for (const Point2 at : StopPlaces(state, StripOf(state, view))) {
        EXPECT_GT(at.x, 8);
        EXPECT_LT(at.x, width - 8);
      }
    }
  }
}

TEST(StripTest, TheDiscOfTheCurrentStopIsWholeInAFigure) {
  for (size_t count : {3, 7, 25}) {
    const SentencesState state = StateWithWay(count);
    for (const float width : {40.f, 56.f}) {
      View view = DesktopView();
      view.viewport.width_px = width;
      for (const Point2 at : StopPlaces(state, StripOf(state, view))) {
        EXPECT_GE(at.x, 14);
        EXPECT_LE(at.x, width - 14);
      }
    }
  }
}

TEST(StripTest, AFiguresRowsHaveItsMeasuresWhateverItsSize) {
  const SentencesState state = StateWithWay();
  const auto heights = [&](float width, float height) {
    View view = DesktopView();
    view.embedded = true;
    view.frame_ui = FrameUi::kFigure;
    view.page_width_px = width;
    view.page_height_px = height;
    return EstimatedHeights(state, view);
  };
  EXPECT_EQ(heights(720, 400), heights(600, 400));
  EXPECT_EQ(heights(350, 400).front(), heights(360, 480).front());
}

// Lines that stand close together on the corpus' map: those that are named are told apart.
TEST(MapSceneTest, NoNameLiesOnAnother) {
  SentencesState state = StateWithWay();
  auto points = std::make_shared<PointTable>();
  points->codes.assign(size_t{2} * kSmallItems, 32768);
  for (size_t item = 0; item < kSmallItems; item += 2) points->codes[2 * item] = 38000;
  state.map.is_open = true;
  state.map.points = points;
  View view = DesktopView();
  view.viewport = {960, 670, 1};
  view.camera = {{0, 0}, 320};
  const Scene scene = MapScene(state, view);
  // Of seven stops on two spots, two discs with all their numerals.
  ASSERT_EQ(scene.discs.size(), 2u);
  EXPECT_EQ(scene.discs[0].numeral, "1 · 3 · 5 …");
  EXPECT_EQ(scene.discs[1].numeral, "2 · 4 · 6");
  EXPECT_EQ(scene.discs[0].kind, DiscKind::kCurrent);
  EXPECT_EQ(scene.discs[1].kind, DiscKind::kStop);
  // A tap leads through those on one spot, and round.
  std::vector<uint32_t> taps;
  for (int i = 0; i < 4; ++i) {
    taps.push_back(MapScene(state, view).discs[0].item);
    GoTo(state, static_cast<float>(taps.back()));
  }
  EXPECT_EQ(taps, (std::vector<uint32_t>{3, 5, 7, 1}));
  ASSERT_FALSE(scene.labels.empty());
  EXPECT_EQ(static_cast<int>(scene.labels.front().item), std::max(state.current(), 1));
  const auto box = [&](const LabelMark& name) {
    return LabelBoxAt(name, ScreenFromWorld(view.camera, view.viewport, name.at)).bounds_px;
  };
  for (size_t i = 0; i < scene.labels.size(); ++i) {
    for (size_t j = 0; j < i; ++j) {
      EXPECT_FALSE(box(scene.labels[i]).Overlaps(box(scene.labels[j])))
          << scene.labels[i].text << " on " << scene.labels[j].text;
    }
    for (const DiscMark& disc : scene.discs) {
      const Point2 at = ScreenFromWorld(view.camera, view.viewport, disc.at);
      const Point2 half{disc.radius_px, disc.radius_px};
      EXPECT_FALSE(box(scene.labels[i]).Overlaps({at - half, at + half})) << scene.labels[i].text;
    }
  }
  EXPECT_LE(scene.labels.size(), 2u);
  // Closer in every stop has its own again.
  for (size_t item = 0; item < kSmallItems; ++item) {
    points->codes[2 * item + 1] = static_cast<uint16_t>(20000 + 1000 * item);
  }
  EXPECT_EQ(MapScene(state, view).discs.size(), 7u);
}

}  // namespace
}  // namespace meander
