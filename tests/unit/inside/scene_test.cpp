// What is drawn says what the numbers say, stays on its stage, and can be pointed at.
#include "inside/scene.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "../canvas/letter_faults.h"
#include "canvas/fill.h"
#include "inside/figure.h"
#include "made_up_engine.h"

namespace meander {
namespace {

constexpr StageFrame kStages[] = {{842, 546}, {820, 456}, {390, 430}, {390, 540},
                                  {600, 274}, {360, 354}, {20, 20},   {2400, 300}};

InsideState With(std::string_view view, std::string a, std::string b) {
  InsideState state = Opened();
  state.map = *ReadIdeaPlaces(SmallIdeaMap());
  state.a = std::move(a);
  state.b = std::move(b);
  state.is_example = false;
  state.look.view =
      view == "grid" ? InsideView::kBridge : InsideView::kGrid;  // so that it is another
  AnswerAll(state, Apply(state, "tab", view));
  AnswerAll(state, AskNext(state));
  return state;
}

std::string ManyWords(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += (i > 0 ? " word" : "word") + std::to_string(i);
  return text;
}

TEST(InsideScene, RibbonsAreAsWideAsTheirNumbers) {
  const InsideState state = With("bridge", "a b c", "d e");
  const Scene scene = InsideScene(state, kStages[0]);
  const ShownMatrix matrix = *MatrixShown(state, false);
  float scale = 0;
  size_t counted = 0;
  for (const RibbonMark& ribbon : scene.ribbons) {
    const InsideTarget target = TargetOf(ribbon.item);
    ASSERT_EQ(target.kind, InsideTarget::Kind::kPair);
    const float value = matrix.At(target.a, target.b);
    EXPECT_EQ(ribbon.hatched, value < 0);
    if (scale == 0) scale = ribbon.width_px / std::fabs(value);
    EXPECT_NEAR(ribbon.width_px, scale * std::fabs(value), 0.01f);
    ++counted;
  }
  EXPECT_EQ(counted, 6u) << "three words by two, no marks";
}

TEST(InsideScene, TheSumBarEndsAtTheSum) {
  const InsideState state = With("bridge", "a b c", "d e");
  const ShownMatrix matrix = *MatrixShown(state, false);
  Scene scene;
  const StageFrame frame{842, 100};
  Painter paint(frame, scene);
  DrawSumBar(matrix, {}, paint, {{21, 20}, {821, 40}});
  ASSERT_FALSE(scene.strokes.empty());
  float plus = std::max(MarksShare(matrix), 0.f);
  for (const WeighedPair& pair : PairsByWeight(matrix)) plus += std::max(pair.value, 0.f);
  const float tick = scene.strokes.back().from.x * frame.height_px / 2 + frame.width_px / 2;
  EXPECT_NEAR(tick, 21 + 800 * matrix.sum / std::max(plus, matrix.cosine), 0.5f);
}

TEST(InsideScene, EveryViewStaysOnItsStageWhateverItsSize) {
  for (const std::string_view view : kViewNames) {
    for (const auto& [a, b] : {std::pair<std::string, std::string>{"a b c", "d e"},
                               {"one", "two"},
                               {ManyWords(60), ManyWords(40)},
                               {"Donaudampfschifffahrtsgesellschaftskapitän x", "y"}}) {
      InsideState state = With(view, a, b);
      for (const StageFrame& frame : kStages) {
        for (const bool ghost : {false, true}) {
          state.look.ghost = ghost;
          AnswerAll(state, AskNext(state));
          const Scene scene = InsideScene(state, frame);
          const float wide = frame.width_px / frame.height_px;
          const auto is_near = [&](Point2 at) {
            return std::isfinite(at.x) && std::isfinite(at.y) && std::fabs(at.x) < wide + 0.6f &&
                   std::fabs(at.y) < 1.6f;
          };
          for (const CellMark& cell : scene.cells) {
            EXPECT_TRUE(is_near(cell.in_world.low) && is_near(cell.in_world.high)) << view;
            EXPECT_LE(cell.in_world.low.x, cell.in_world.high.x + 1e-4f) << view;
          }
          for (const RibbonMark& ribbon : scene.ribbons) {
            EXPECT_TRUE(is_near(ribbon.from) && is_near(ribbon.to)) << view << frame.width_px;
            EXPECT_GT(ribbon.width_px, 0) << view;
          }
          for (const StrokeMark& stroke : scene.strokes) {
            EXPECT_TRUE(is_near(stroke.from) && is_near(stroke.to)) << view << frame.width_px;
          }
          for (const LabelMark& label : scene.labels) {
            EXPECT_TRUE(is_near(label.at)) << view << ' ' << label.text;
          }
        }
      }
    }
  }
}

TEST(InsideScene, WhatIsDrawnIsFoundUnderTheFinger) {
  const InsideState state = With("bridge", "a b c", "d e");
  const StageFrame frame = kStages[0];
  const Scene scene = InsideScene(state, frame);
  const Camera camera{{0, 0}, frame.height_px / 2};
  const Viewport viewport{frame.width_px, frame.height_px, 1};
  const RibbonMark& ribbon = scene.ribbons.back();
  const Point2 middle = ScreenFromWorld(camera, viewport, (ribbon.from + ribbon.to) * 0.5f);
  EXPECT_EQ(Pick(scene, camera, viewport, middle, 8), ribbon.item);
}

TEST(InsideScene, PointingAtAWordOutlinesItAndDimsTheOthers) {
  InsideState state = With("bridge", "a b c", "d e");
  const Scene before = InsideScene(state, kStages[0]);
  state.hovered = {InsideTarget::Kind::kFirst, 2, 0};
  const Scene after = InsideScene(state, kStages[0]);
  EXPECT_GT(after.strokes.size(), before.strokes.size());
  const auto opacity_of = [](const Scene& scene, uint32_t item) {
    const auto at = std::ranges::find(scene.ribbons, item, &RibbonMark::item);
    return at == scene.ribbons.end() ? -1 : at->paint.opacity;
  };
  const uint32_t of_it = ItemOf({InsideTarget::Kind::kPair, 2, 1}),
                 of_another = ItemOf({InsideTarget::Kind::kPair, 1, 1});
  EXPECT_GT(opacity_of(after, of_it), opacity_of(before, of_it));
  EXPECT_LT(opacity_of(after, of_another), opacity_of(before, of_another));
}

TEST(InsideScene, TheGhostIsGrey) {
  InsideState state = With("bridge", "a b c", "d e");
  state.look.ghost = true;
  AnswerAll(state, AskNext(state));
  const Scene scene = InsideScene(state, kStages[0]);
  ASSERT_FALSE(scene.ribbons.empty());
  for (const RibbonMark& ribbon : scene.ribbons) EXPECT_EQ(ribbon.paint.token, Token::kInk3);
}

TEST(InsideScene, ThePictureHoldsBothSentencesAndTheLikeness) {
  const InsideState state = With("bridge", "a b c", "d e");
  const Figure figure = InsideFigure(state, 1200, 630);
  std::string all;
  for (const TextMark& text : figure.texts) all += text.text + "\n";
  EXPECT_NE(all.find("a b c"), std::string::npos);
  EXPECT_NE(all.find("d e"), std::string::npos);
  EXPECT_NE(all.find("0.50"), std::string::npos);
  EXPECT_FALSE(figure.alt_text.empty());
  EXPECT_FALSE(figure.scene.ribbons.empty());
}

TEST(InsideScene, ATallPictureHasItsWordsBelowTheStage) {
  const InsideState state = With("bridge", "a b c", "d e");
  const Figure figure = InsideFigure(state, 1080, 1350);
  EXPECT_EQ(figure.chart_px.width(), 1080);
  EXPECT_GT(figure.chart_px.height(), 1350 / 2);
  EXPECT_FALSE(figure.scene.ribbons.empty());
  ASSERT_GE(figure.texts.size(), 4u);
  for (const TextMark& text : figure.texts) {
    EXPECT_GT(text.at_px.y, figure.chart_px.high.y) << text.text;
    EXPECT_LT(text.at_px.y, 1350) << text.text;
    EXPECT_GE(text.at_px.x, 0) << text.text;
  }
}

TEST(InsideScene, ALetterOfEveryViewIsLegibleInMailAndSaysWhatToDo) {
  for (const std::string_view view : kViewNames) {
    const InsideState state = With(view, "a puppy chased a ball", "small dogs ran after toys");
    for (const auto& [width, height] : {std::pair{1200.f, 630.f}, {1080.f, 1350.f}, {600, 315}}) {
      EXPECT_EQ(LetterFaults(InsideFigure(state, width, height)), std::vector<std::string>{})
          << view << " " << width;
    }
  }
}

TEST(InsideScene, AMovingLettersWordsAreOfTheLayerBesideThem) {
  InsideState state = With("bridge", "a b c", "d e");
  std::set<std::string> layers;
  for (int step = 0; step <= 10; ++step) {
    const Figure figure = InsideFigure(state, 600, 315, static_cast<float>(step) / 10);
    for (const TextMark& text : figure.texts) {
      if (text.text.starts_with("seen at layer")) layers.insert(text.text);
    }
  }
  EXPECT_TRUE(layers.contains(
      Fill(words::kInsidePictureLayer, {{"layer", std::to_string(state.look.layer)}})));
  // Between the layers nothing has been read: a picture of it would say what nobody has found.
  for (const std::string& said : layers) EXPECT_EQ(said.find('.'), std::string::npos) << said;
  EXPECT_GT(layers.size(), 1u);
}

TEST(InsideScene, TheWayOfAWordStopsOncePerLayerInItsBox) {
  InsideState state = With("grid", "a b c", "d e");
  EXPECT_TRUE(std::ranges::none_of(InsideScene(state, kStages[0]).strokes,
                                   [](const StrokeMark& stroke) { return stroke.casing_px > 0; }))
      << "no word is pointed at";
  state.hovered = {InsideTarget::Kind::kCellFirst, 2, 3};
  const Scene scene = InsideScene(state, kStages[0]);
  const auto hops = std::ranges::count_if(
      scene.strokes, [](const StrokeMark& stroke) { return stroke.casing_px > 0; });
  EXPECT_GE(hops, 1);
  EXPECT_LE(hops, kLastLayer);
  std::set<char> stops;  // some share a capsule
  for (const LabelMark& label : scene.labels) {
    if (label.text.find_first_not_of(" 0123456") == std::string::npos) {
      stops.insert(label.text.begin(), label.text.end());
    }
  }
  stops.erase(' ');
  EXPECT_EQ(stops.size(), 7u);
}

TEST(InsideScene, AHiddenGroupsRibbonsNearlyGo) {
  InsideState state = With("groups", "a b c", "d e");
  AnswerAll(state, Apply(state, "hide", ""));
  ASSERT_TRUE(HiddenGroup(state));
  const auto hidden = static_cast<uint16_t>(*HiddenGroup(state));
  int seen = 0;
  for (const RibbonMark& ribbon : InsideScene(state, kStages[0]).ribbons) {
    if (TargetOf(ribbon.item) != InsideTarget{InsideTarget::Kind::kGroup, hidden, 0}) continue;
    EXPECT_LT(ribbon.paint.opacity, 0.1f);
    ++seen;
  }
  EXPECT_GT(seen, 0);
}

}  // namespace
}  // namespace meander
