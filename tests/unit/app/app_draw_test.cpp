// The App with a picture, drawn by OpenGL ES 3 without a screen: when it draws, when it rests, and
// that a lost context comes back.
#include <set>

#include "app_stage.h"
#include "host/egl_surfaceless.h"
#include "host/offscreen.h"

namespace meander {
namespace {

class AppDrawTest : public AppStage {
 protected:
  void SetUp() override {
    auto context = SurfacelessContext::Create();
    ASSERT_TRUE(context) << context.error().message;
    context_ = std::move(*context);
    auto frame = OffscreenFrame::Create(600, 400);
    ASSERT_TRUE(frame) << frame.error().message;
    frame_ = std::make_unique<OffscreenFrame>(std::move(*frame));
    for (const char* face : {"MeanderSans-Regular.ttf", "MeanderSans-Bold.ttf",
                             "Vollkorn-SemiBoldItalic.ttf", "Vollkorn-Medium.ttf"}) {
      auto bytes = ReadFile(std::string(MEANDER_FONTS) + "/" + face);
      ASSERT_TRUE(bytes) << "set-up makes the faces: " << bytes.error().message;
      files_[face] = std::move(*bytes);
    }
  }
  void TearDown() override {
    app_.reset();  // its GL objects go before their context
    frame_.reset();
  }
  void OpenAndDraw() {
    Open(true);
    app_->SetFramebuffer(frame_->framebuffer());
    Run();
  }
  size_t CountColors() {
    const auto pixels = frame_->ReadPixels();
    std::set<uint32_t> colors;
    for (size_t i = 0; i + 3 < pixels.size(); i += 4) {
      colors.insert(pixels[i] | pixels[i + 1] << 8 | pixels[i + 2] << 16);
    }
    return colors.size();
  }
  void Point(PointerPhase phase, float x, float y) {
    host_.queue.push_back(PointerEvent{phase, 1, false, x, y, host_.now_s});
  }
  // Where the room's item lies on the screen now.
  Point2 PlaceOnScreen(uint32_t item) {
    Scene scene = room_->BuildScene(app_->view());
    const auto& codes = scene.points.table->codes;
    const Point2 place{codes[2 * item] * (2.f / 65535) - 1,
                       codes[2 * item + 1] * (2.f / 65535) - 1};
    return ScreenFromWorld(app_->view().camera, app_->view().viewport, place);
  }

  std::unique_ptr<SurfacelessContext> context_;
  std::unique_ptr<OffscreenFrame> frame_;
};

TEST_F(AppDrawTest, TheFirstPictureIsTheWholeMapAndThenItRests) {
  OpenAndDraw();
  EXPECT_EQ(host_.ready_count, 1);
  EXPECT_TRUE(app_->view().can_draw);
  EXPECT_GT(CountColors(), 5u) << "water, land and dots";
  EXPECT_EQ(app_->view().camera, app_->view().fit);
  const int scenes = room_->scenes_built;
  host_.now_s += 5;
  EXPECT_EQ(Run(), 0) << "not one frame in five seconds";
  EXPECT_EQ(room_->scenes_built, scenes);
}

TEST_F(AppDrawTest, FramesComeWhileSomethingMovesAndNoLonger) {
  OpenAndDraw();
  room_->moves_until_s = host_.now_s + 1;
  host_.queue.push_back(VisibilityEvent{true});
  const int frames = Run(.1);
  EXPECT_GE(frames, 9);
  EXPECT_LE(frames, 13);
}

TEST_F(AppDrawTest, ALostContextIsBroughtBack) {
  OpenAndDraw();
  host_.queue.push_back(ContextEvent{true});
  Run();
  EXPECT_FALSE(host_.said.empty());
  const int scenes = room_->scenes_built;
  Act("say", "x");
  EXPECT_EQ(room_->scenes_built, scenes) << "nothing is drawn meanwhile";
  host_.queue.push_back(ContextEvent{false});
  Run();
  EXPECT_GT(room_->scenes_built, scenes);
  EXPECT_GT(CountColors(), 5u);
}

TEST_F(AppDrawTest, ADotIsPointedAtAndTapped) {
  OpenAndDraw();
  const Point2 dot = PlaceOnScreen(17);
  Point(PointerPhase::kMove, dot.x + 2, dot.y);
  Run();
  ASSERT_FALSE(room_->pointers.empty());
  EXPECT_EQ(room_->pointers.back(), (std::pair{PointerKind::kHover, std::optional<uint32_t>(17)}));
  EXPECT_EQ(host_.cursors, (std::vector<bool>{true}));
  Point(PointerPhase::kDown, dot.x, dot.y);
  Point(PointerPhase::kUp, dot.x, dot.y);
  Run();
  EXPECT_EQ(room_->pointers.back(), (std::pair{PointerKind::kTap, std::optional<uint32_t>(17)}));
}

TEST_F(AppDrawTest, DraggingPansAndTheWheelZoomsAboutThePointer) {
  OpenAndDraw();
  const Camera before = app_->view().camera;
  Point(PointerPhase::kDown, 300, 200);
  Point(PointerPhase::kMove, 340, 200);
  Point(PointerPhase::kMove, 360, 200);
  Run();
  EXPECT_LT(app_->view().camera.center_in_world.x, before.center_in_world.x);
  Point(PointerPhase::kCancel, 360, 200);
  Run();
  const Camera panned = app_->view().camera;
  const Point2 under = WorldFromScreen(panned, app_->view().viewport, {100, 100});
  host_.queue.push_back(WheelEvent{100, 100, -120, false});
  Run();
  const Camera zoomed = app_->view().camera;
  EXPECT_GT(zoomed.pixels_per_world, panned.pixels_per_world * 1.2f);
  const Point2 still_under = WorldFromScreen(zoomed, app_->view().viewport, {100, 100});
  EXPECT_NEAR(still_under.x, under.x, 1e-3);
  EXPECT_NEAR(still_under.y, under.y, 1e-3);
}

TEST_F(AppDrawTest, AFixedPictureStaysAndWhatIsOnItIsDragged) {
  OpenAndDraw();
  room_->is_fixed = true;
  host_.queue.push_back(FocusEvent{true, false});
  Run();
  const Camera fixed = app_->view().camera;
  EXPECT_EQ(fixed.center_in_world, (Point2{0, 0}));
  EXPECT_FLOAT_EQ(fixed.pixels_per_world, 200);  // world -1 … 1 from top to bottom of 400 px
  host_.queue.push_back(WheelEvent{100, 100, -120, false});
  const Point2 dot = PlaceOnScreen(17);
  Point(PointerPhase::kDown, dot.x, dot.y);
  Point(PointerPhase::kMove, dot.x + 30, dot.y);
  Run();
  EXPECT_EQ(app_->view().camera, fixed);
  EXPECT_EQ(room_->pointers.back(), (std::pair{PointerKind::kDrag, std::optional<uint32_t>(17)}));
  Point(PointerPhase::kUp, dot.x + 30, dot.y);
  Run();
  EXPECT_EQ(room_->pointers.back(), (std::pair{PointerKind::kDrop, std::optional<uint32_t>(17)}));
  Point(PointerPhase::kDown, dot.x, dot.y);
  Point(PointerPhase::kMove, dot.x + 30, dot.y);
  Point(PointerPhase::kCancel, dot.x + 30, dot.y);
  Run();
  EXPECT_EQ(room_->pointers.back(),
            (std::pair{PointerKind::kDrop, std::optional<uint32_t>()}));  // taken back
  EXPECT_EQ(app_->view().camera, fixed);
}

TEST_F(AppDrawTest, TheZoomColumnStandsAboveASheetOverTheChart) {
  OpenAndDraw();
  constexpr float kCovered_px = 104;
  host_.queue.push_back(ResizeEvent{600, 400, 600, 400, 1, 0, 0, 0, kCovered_px});
  host_.queue.push_back(WheelEvent{200, 100, -120, false});
  Run();
  ASSERT_NE(app_->view().camera, app_->view().fit);
  // The lowest of its buttons shows the whole map.
  const Point2 on_fit{600 - 18 - 17, 400 - kCovered_px - 18 - 10};
  Point(PointerPhase::kMove, on_fit.x, on_fit.y);
  Run();
  Point(PointerPhase::kDown, on_fit.x, on_fit.y);
  Run();
  Point(PointerPhase::kUp, on_fit.x, on_fit.y);
  Run();
  EXPECT_EQ(app_->view().camera, app_->view().fit);
}

TEST_F(AppDrawTest, PaperIsLightAndWithoutControlsAndThenAllIsAsBefore) {
  OpenAndDraw();
  host_.queue.push_back(SettingsEvent{true, false, false, true, false});
  Run();
  const auto on_screen = frame_->ReadPixels();
  EXPECT_EQ(app_->view().theme, ThemeKind::kDark);
  Act("paper", "on");
  EXPECT_EQ(app_->view().theme, ThemeKind::kLight);
  const auto on_paper = frame_->ReadPixels();
  Act("paper");
  EXPECT_EQ(frame_->ReadPixels(), on_screen);
  // Where the zoom column stands there is nothing but water and land: no ink.
  const size_t zoom_in = (static_cast<size_t>(400 - 18 - 95) * 600 + (600 - 18 - 19)) * 4;
  EXPECT_GT(on_paper[zoom_in], 0xC0);
  EXPECT_TRUE(room_->actions.empty()) << "the program's own matter";
}

TEST_F(AppDrawTest, TheLinkFollowsTheCameraOnceItRests) {
  OpenAndDraw();
  EXPECT_TRUE(host_.links.empty()) << "looking alone makes no link";
  host_.queue.push_back(KeyEvent{"+", false});
  Run();
  ASSERT_EQ(host_.links.size(), 1u);
  EXPECT_FALSE(host_.links[0].second) << "the view is no stop of its own";
}

TEST_F(AppDrawTest, InAnEmbedTheWheelIsThePages) {
  OpenAndDraw();
  host_.queue.push_back(SettingsEvent{false, false, true, true, false});
  Run();
  const Camera before = app_->view().camera;
  host_.queue.push_back(WheelEvent{100, 100, -120, false});
  Run();
  EXPECT_EQ(app_->view().camera, before);
  host_.queue.push_back(WheelEvent{100, 100, -120, true});
  Run();
  EXPECT_GT(app_->view().camera.pixels_per_world, before.pixels_per_world);
}

TEST_F(AppDrawTest, KeysZoomAndFitAndRoomsComeFirst) {
  OpenAndDraw();
  host_.queue.push_back(KeyEvent{"+", false});
  Run();
  EXPECT_GT(app_->view().camera.pixels_per_world, app_->view().fit.pixels_per_world * 1.3f);
  host_.queue.push_back(KeyEvent{"0", false});
  Run();
  EXPECT_NEAR(app_->view().camera.pixels_per_world, app_->view().fit.pixels_per_world, .5);
  host_.queue.push_back(KeyEvent{"n", false});
  Run();
  EXPECT_EQ(room_->actions.back().first, "key");
}

TEST_F(AppDrawTest, AFlightEndsWhereItWasWishedAndANewSizeKeepsThePlace) {
  OpenAndDraw();
  Act("fly");
  const Camera there = app_->view().camera;
  EXPECT_NEAR(there.center_in_world.x, 0, 1e-2);
  EXPECT_GT(there.pixels_per_world, app_->view().fit.pixels_per_world * 2);
  host_.queue.push_back(ResizeEvent{400, 300, 800, 600, 1, 0, 0, 0, 0});
  Run();
  EXPECT_NEAR(app_->view().camera.center_in_world.x, there.center_in_world.x, 1e-3);
  EXPECT_LT(app_->view().camera.pixels_per_world, there.pixels_per_world);
}

TEST_F(AppDrawTest, APictureIsSavedAsPng) {
  OpenAndDraw();
  Act("save-png");
  ASSERT_EQ(host_.saved.size(), 1u);
  EXPECT_EQ(host_.saved[0].name, "tiny-a-map-of-forty-things.png");
  EXPECT_EQ(AsText(host_.saved[0].bytes).substr(1, 3), "PNG");
}

}  // namespace
}  // namespace meander
