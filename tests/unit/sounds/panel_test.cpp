// What a hand does to the grid of steps: clicks, strokes along a lane, up and down, swipes; with
// Dear ImGui in memory, frame by frame, and no picture.
#include "sounds/panel/panel.h"

#include <gtest/gtest.h>
#include <imgui.h>

#include "base/files.h"
#include "canvas/theme.h"
#include "grid_views.h"
#include "sounds/grid_places.h"

namespace meander {
namespace {

class PanelTest : public testing::Test {
 protected:
  void SetUp() override {
    context_ = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = io.LogFilename = nullptr;
    io.UserData = &settings_;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    const char* names[] = {"MeanderSans-Regular", "MeanderSans-Bold", "Vollkorn-SemiBoldItalic",
                           "Vollkorn-Medium"};
    for (size_t face = 0; face < 4; ++face) {
      auto bytes = ReadFile(std::string(MEANDER_FONTS) + "/" + names[face] + ".ttf");
      ASSERT_TRUE(bytes) << bytes.error().message;
      faces_[face] = std::move(*bytes);
    }
    ASSERT_TRUE(LoadFaces({faces_[0], faces_[1], faces_[2], faces_[3]}));
    ApplyTheme(ThemeKind::kLight);
    Look(kWidePage);
  }
  void TearDown() override { ImGui::DestroyContext(context_); }

  void Look(const PageSize& size) {
    view_ = ViewOf(*state_, size);
    ImGui::GetIO().DisplaySize = {size.chart_width_px, size.chart_height_px};
  }
  SoundsLayout Layout() const { return LayoutOf(*state_, view_); }
  Point2 StepAt(int track, int step) const {
    const SoundsLayout layout = Layout();
    return {StepX(layout, state_->pattern, step - layout.first_step()),
            PlacesOfLane(layout, track).middle_px};
  }
  static Point2 Middle(const Rect& box) { return (box.low + box.high) * 0.5f; }

  // One frame; what was done in it happens, as the room lets it happen.
  void Frame() {
    ImGui::GetIO().DeltaTime = 1.f / 60;
    ImGui::NewFrame();
    for (const PanelAction& done : panel_.Draw(*state_, view_)) {
      done_.push_back(done.action + (done.argument.empty() ? "" : " ") + done.argument);
      Apply(*state_, done.action, done.argument);
    }
    ImGui::Render();
  }
  void Move(Point2 to_px) {
    ImGui::GetIO().AddMousePosEvent(to_px.x, to_px.y);
    Frame();
  }
  void Press(Point2 at_px) {
    Move(at_px);
    ImGui::GetIO().AddMouseButtonEvent(0, true);
    Frame();
  }
  void Release() {
    ImGui::GetIO().AddMouseButtonEvent(0, false);
    Frame();
  }
  void Click(Point2 at_px) {
    Press(at_px);
    Release();
  }
  void Drag(std::initializer_list<Point2> way_px) {
    Press(*way_px.begin());
    for (const Point2 at : way_px) Move(at);
    Release();
  }
  int LoudnessAt(int track, int step) const {
    return state_->pattern.tracks[static_cast<size_t>(track)].steps[static_cast<size_t>(step)];
  }

  std::unique_ptr<SoundsState> state_ = OpenSmall();
  View view_;
  SoundsPanel panel_;
  std::vector<std::string> done_;

 private:
  ImGuiContext* context_ = nullptr;
  UiSettings settings_;
  std::vector<uint8_t> faces_[4];
};

TEST_F(PanelTest, AClickSwitchesAStep) {
  Click(StepAt(1, 6));
  EXPECT_EQ(done_, std::vector<std::string>{"step 1 6"});
  EXPECT_EQ(LoudnessAt(1, 6), kUsualLoudness);
  Click(StepAt(1, 6));
  EXPECT_EQ(LoudnessAt(1, 6), 0);
}

TEST_F(PanelTest, AClickBesideTheStepsDoesNothing) {
  const SoundsLayout layout = Layout();
  Click({StepAt(0, 3).x, layout.grid_px.low.y + 4});
  Click({600, 200});
  EXPECT_TRUE(done_.empty());
}

TEST_F(PanelTest, AStrokePaintsItsLaneEvenWhereAFrameIsMissed) {
  const Pattern before = state_->pattern;
  Drag({StepAt(2, 1), StepAt(2, 2), StepAt(2, 6), StepAt(3, 7)});
  for (int step = 1; step <= 7; ++step) EXPECT_EQ(LoudnessAt(2, step), kUsualLoudness) << step;
  EXPECT_EQ(LoudnessAt(2, 0), 0);
  EXPECT_EQ(LoudnessAt(3, 7), 0);
  EXPECT_EQ(done_.front(), "paint-begin");
  EXPECT_EQ(done_.back(), "paint-end");
  Apply(*state_, "undo", "");
  EXPECT_EQ(state_->pattern, before);  // all of it was one change
}

TEST_F(PanelTest, AStrokeThatBeginsOnAHitTakesHitsAway) {
  Drag({StepAt(1, 4), StepAt(1, 5), StepAt(1, 4), StepAt(1, 2)});
  for (int step = 2; step <= 5; ++step) EXPECT_EQ(LoudnessAt(1, step), 0) << step;
}

TEST_F(PanelTest, UpAndDownOnAHitIsItsLoudness) {
  SetLoudness(state_->pattern, 0, 0, 3);
  const Point2 at = StepAt(0, 0);
  Drag({at, at - Point2{0, 7}, at - Point2{1, 12}});
  EXPECT_EQ(LoudnessAt(0, 0), 5);
  Drag({at, at - Point2{0, 100}});
  EXPECT_EQ(LoudnessAt(0, 0), kLoudest);
  Drag({at, at + Point2{0, 150}});
  EXPECT_EQ(LoudnessAt(0, 0), 1);  // softer, but never gone
  for (int step = 1; step < kBarSteps; ++step) EXPECT_EQ(LoudnessAt(0, step), 0);
}

TEST_F(PanelTest, LockAndNameAreClicked) {
  const LanePlaces places = PlacesOfLane(Layout(), 2);
  Click(Middle(places.lock_px));
  EXPECT_TRUE(state_->pattern.tracks[2].locked);
  Click(Middle(places.label_px));
  EXPECT_EQ(state_->chosen, 2);
  EXPECT_EQ(done_, (std::vector<std::string>{"lock 2", "ring 2"}));
}

TEST_F(PanelTest, TheThinBarIsTheVolume) {
  const Rect bar = PlacesOfLane(Layout(), 1).volume_px;
  const Point2 left{bar.low.x + 1, Middle(bar).y}, right{bar.high.x + 30, left.y};
  Drag({Middle(bar), left});
  EXPECT_EQ(state_->pattern.tracks[1].volume, 0);
  Drag({left, right});
  EXPECT_EQ(state_->pattern.tracks[1].volume, kFullVolume);
  Apply(*state_, "undo", "");
  EXPECT_EQ(state_->pattern.tracks[1].volume, 0);
  EXPECT_FALSE(state_->is_changing);
}

TEST_F(PanelTest, OnAPhoneSidewaysTurnsThePage) {
  Look(kPhone);
  const Pattern before = state_->pattern;
  ASSERT_EQ(Layout().pages, 2);
  const Point2 at = StepAt(1, 5);
  Drag({at, at - Point2{60, 3}, at - Point2{200, 3}});
  EXPECT_EQ(done_, std::vector<std::string>{"page 1"});
  EXPECT_EQ(state_->pattern, before);
  Click(StepAt(1, 9));
  EXPECT_EQ(LoudnessAt(1, 9), kUsualLoudness);
  // Back, by a swipe below the steps; there is no page before the first.
  const Point2 foot = PageDot(Layout(), 0) - Point2{60, 0};
  Drag({foot, foot + Point2{70, 0}});
  EXPECT_EQ(state_->page_of_steps, 0);
  Drag({foot, foot + Point2{70, 0}});
  EXPECT_EQ(state_->page_of_steps, 0);
}

TEST_F(PanelTest, APagesDotIsClicked) {
  for (const PageSize& size : {kWidePage, kPhone, kWideFigure, kNarrowFigure}) {
    Apply(*state_, "bars", "2");
    Apply(*state_, "page", "0");
    Look(size);
    Click(PageDot(Layout(), 1));
    EXPECT_EQ(state_->page_of_steps, 1) << size;
  }
}

TEST_F(PanelTest, ALockedFigureIsOnlyLookedAt) {
  Look(kWideFigure);
  view_.is_locked = true;
  Click(StepAt(1, 6));
  EXPECT_TRUE(done_.empty());
  view_.is_locked = false;
  Click(StepAt(1, 6));
  EXPECT_EQ(done_, std::vector<std::string>{"step 1 6"});
}

TEST_F(PanelTest, AStrokeEndsWhereTheStepsGoAway) {
  Press(StepAt(2, 1));
  Move(StepAt(2, 3));
  EXPECT_TRUE(state_->is_changing);
  view_.viewport.inset_bottom_px = 0;
  Frame();
  EXPECT_FALSE(state_->is_changing);
  Look(kWidePage);
  done_.clear();
  Move(StepAt(2, 9));
  Release();
  EXPECT_TRUE(done_.empty());
}

TEST_F(PanelTest, TheCardOfASoundLiesOnTheMap) {
  const Rect search{{18, 18}, {318, 60}};
  for (uint32_t item = 0; item < kSmallSounds; ++item) {
    Apply(*state_, "pin", std::to_string(item));
    const auto boxes = panel_.Boxes(*state_, view_);
    const Rect card = boxes.back();
    ASSERT_NEAR(card.width(), 244, 1) << "the card comes last";
    EXPECT_GE(card.low.x, 0);
    EXPECT_LE(card.high.x, view_.viewport.width_px - 56) << "over the zoom column";
    EXPECT_LE(card.high.y, Layout().map_px.high.y);
    EXPECT_FALSE(card.Overlaps(search));
    const Point2 sound = ScreenFromWorld(view_.camera, view_.viewport, PlaceOf(*state_, item));
    EXPECT_FALSE(card.Contains(sound)) << "the card hides its own sound";
  }
  Apply(*state_, "unpin", "");
  for (const Rect& box : panel_.Boxes(*state_, view_)) EXPECT_GT(std::abs(box.width() - 244), 1);
}

TEST_F(PanelTest, TheCardPutsItsSoundIntoARing) {
  Apply(*state_, "pin", "7");
  done_.clear();
  const Rect card = panel_.Boxes(*state_, view_).back();
  const uint32_t clip = SmallId(7);
  Click({card.low.x + 40, card.high.y - 14 - 14});
  ASSERT_FALSE(done_.empty());
  EXPECT_EQ(done_.front(), "put 7");
  EXPECT_TRUE(std::ranges::any_of(state_->pattern.tracks,
                                  [&](const Track& track) { return track.clip_id == clip; }));
}

}  // namespace
}  // namespace meander
