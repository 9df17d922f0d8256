// The live frame: what is sent again, when it rests, how controls take the pointer, and that type
// is as wide as it was planned.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "base/files.h"
#include "canvas/draw/gl.h"
#include "canvas/draw/renderer.h"
#include "canvas/text_metrics.h"
#include "canvas/widgets/card.h"
#include "canvas/widgets/pill_button.h"
#include "canvas/widgets/zoom_column.h"
#include "golden_scenes.h"
#include "host/egl_surfaceless.h"

namespace meander::testing {
namespace {

constexpr Viewport kViewport{.width_px = 300, .height_px = 200, .pixel_ratio = 2};

class Frames : public ::testing::Test {
 protected:
  void SetUp() override {
    auto context = SurfacelessContext::Create();
    ASSERT_TRUE(context.has_value()) << context.error().message;
    context_ = std::move(*context);
    const char* names[] = {"MeanderSans-Regular.ttf", "MeanderSans-Bold.ttf",
                           "Vollkorn-SemiBoldItalic.ttf", "Vollkorn-Medium.ttf"};
    for (size_t i = 0; i < 4; ++i)
      fonts_[i] = ReadFile(std::string(MEANDER_FONTS "/") + names[i]).value();
    auto renderer = Renderer::Create({fonts_[0], fonts_[1], fonts_[2], fonts_[3]});
    ASSERT_TRUE(renderer.has_value()) << renderer.error().message;
    renderer_ = std::move(*renderer);
    target_ = std::make_unique<GlTarget>();
    ASSERT_TRUE(target_->Bind(600, 400).has_value());
    renderer_->SetFramebuffer(target_->framebuffer());
    scene_.points.table = CloudTable(1, 2000);
  }
  void TearDown() override {
    target_ = nullptr;
    renderer_ = nullptr;
    context_ = nullptr;
  }
  // One frame with two controls; what they said.
  struct Said {
    bool save = false;
    ZoomPress zoom = ZoomPress::kNone;
  };
  Said Frame(UiPointer pointer, float pixels_per_world = 90) {
    now_s_ += 0.016;
    renderer_->BeginUi({kViewport, ThemeKind::kLight, pointer, now_s_});
    Said said;
    {
      const Card card("card", {{10, 10}, {150, 60}});
      said.save = PillButton({{20, 20}, {80, 50}}, "Save", {});
    }
    said.zoom = ZoomColumn({290, 190}, true);
    renderer_->Draw(scene_, {{0, 0}, pixels_per_world});
    renderer_->EndUi();
    return said;
  }
  void Settle(UiPointer pointer = {}, float pixels_per_world = 90) {
    for (int i = 0; i < 40; ++i) {
      Frame(pointer, pixels_per_world);
      if (!renderer_->NeedsAnotherFrame()) return;
    }
    FAIL() << "never rests";
  }

  std::unique_ptr<SurfacelessContext> context_;
  std::array<std::vector<uint8_t>, 4> fonts_;
  std::unique_ptr<Renderer> renderer_;
  std::unique_ptr<GlTarget> target_;
  Scene scene_;
  double now_s_ = 0;
};

TEST_F(Frames, RestsAfterTheFirstFewAndSendsNoDotsAgain) {
  Frame({});
  EXPECT_GE(renderer_->last_stats().bytes_uploaded, 2000u * 5);
  Settle();
  Frame({});
  EXPECT_FALSE(renderer_->NeedsAnotherFrame());
  const size_t at_rest = renderer_->last_stats().bytes_uploaded;
  EXPECT_LT(at_rest, 90000u);  // the two controls' triangles
  Frame({});
  EXPECT_EQ(renderer_->last_stats().bytes_uploaded, at_rest);
}

TEST_F(Frames, APictureIsSentOnceAndAgainAfterALostContextOrALongTimeUnseen) {
  auto photo = std::make_shared<PictureTable>();
  photo->version = NextPictureVersion();
  photo->width = photo->height = 200;
  photo->rgba.assign(size_t{4} * 200 * 200, 255);
  Settle();
  const auto sent = [&] {
    Frame({});
    return renderer_->last_stats().bytes_uploaded;
  };
  scene_.pictures.resize(1);
  scene_.pictures[0] = {photo, {{-0.5f, -0.5f}, {0.5f, 0.5f}}};
  EXPECT_GE(sent(), photo->rgba.size());
  Settle();
  const size_t at_rest = sent();
  EXPECT_LT(at_rest, photo->rgba.size());
  ASSERT_TRUE(renderer_->RestoreContext().has_value());
  EXPECT_GE(sent(), photo->rgba.size());
  scene_.pictures.clear();
  for (int i = 0; i < 130; ++i) Frame({});
  scene_.pictures.push_back({photo, {{-0.5f, -0.5f}, {0.5f, 0.5f}}});
  EXPECT_GE(sent(), photo->rgba.size());
}

TEST_F(Frames, ANewOctaveFadesInAndThenRests) {
  Settle();
  Frame({}, 200);
  EXPECT_TRUE(renderer_->NeedsAnotherFrame());
  int frames = 0;
  while (renderer_->NeedsAnotherFrame() && frames < 100) {
    Frame({}, 200);
    ++frames;
  }
  // 180 ms at 16 ms a frame.
  EXPECT_GE(frames, 11);
  EXPECT_LE(frames, 13);
}

TEST_F(Frames, AButtonIsPressedOnceAndTheChartIsNotTouched) {
  const Point2 on_save{50, 35}, on_chart{200, 40};
  Settle({on_chart, true, false});
  EXPECT_FALSE(renderer_->PointerIsOnControls());
  Settle({on_save, true, false});
  EXPECT_TRUE(renderer_->PointerIsOnControls());
  int presses = 0;
  for (const bool down : {false, true, true, false, false, false}) {
    presses += Frame({on_save, true, down}).save ? 1 : 0;
  }
  EXPECT_EQ(presses, 1);
}

TEST_F(Frames, ZoomColumnSaysWhichButton) {
  const Point2 size = ZoomColumnSize(true);
  const float left = 290 - size.x / 2, top = 190 - size.y;
  for (const auto& [index, wanted] : {std::pair{0, ZoomPress::kIn}, std::pair{1, ZoomPress::kOut},
                                      std::pair{2, ZoomPress::kFit}}) {
    const Point2 at{left, top + size.y * (static_cast<float>(index) + 0.5f) / 3};
    Settle({at, true, false});
    ZoomPress said = ZoomPress::kNone;
    for (const bool down : {true, true, false, false}) {
      const ZoomPress now = Frame({at, true, down}).zoom;
      if (now != ZoomPress::kNone) said = now;
    }
    EXPECT_EQ(said, wanted);
  }
}

TEST_F(Frames, FingersGetLargerTargets) {
  // 5 px under the button's lower edge: a miss for a mouse, a hit for a finger.
  const Point2 below{50, 55};
  for (const bool touch : {false, true}) {
    Settle({below, true, false, touch});
    int presses = 0;
    for (const bool down : {true, true, false, false})
      presses += Frame({below, true, down, touch}).save ? 1 : 0;
    EXPECT_EQ(presses, touch ? 1 : 0);
  }
}

// What the framebuffer holds, rows from the top.
Picture ReadBack() {
  Picture picture{600, 400, std::vector<uint8_t>(size_t{4} * 600 * 400)};
  glReadPixels(0, 0, 600, 400, GL_RGBA, GL_UNSIGNED_BYTE, picture.rgba.data());
  for (size_t y = 0; y < 200; ++y) {
    std::swap_ranges(picture.rgba.begin() + static_cast<std::ptrdiff_t>(y * 2400),
                     picture.rgba.begin() + static_cast<std::ptrdiff_t>((y + 1) * 2400),
                     picture.rgba.begin() + static_cast<std::ptrdiff_t>((399 - y) * 2400));
  }
  return picture;
}

double MeanDifference(const Picture& a, const Picture& b) {
  double sum = 0;
  for (size_t i = 0; i < a.rgba.size(); ++i) sum += std::abs(a.rgba[i] - b.rgba[i]);
  return sum / static_cast<double>(a.rgba.size());
}

TEST_F(Frames, TheLiveChartIsThePosterAlsoWhileItPans) {
  Figure poster;
  poster.width_px = kViewport.width_px;
  poster.height_px = kViewport.height_px;
  poster.pixel_ratio = kViewport.pixel_ratio;
  poster.chart_px = {{0, 0}, {kViewport.width_px, kViewport.height_px}};
  poster.scene = scene_;
  // At rest, then two drags inside the kept ground, then one far beyond it. The third is by a
  // fraction of a pixel, which the kept ground rounds away.
  for (const Camera camera : {Camera{{0, 0}, 90}, Camera{{0, 0}, 90}, Camera{{0.2f, -0.1f}, 90},
                              Camera{{0.2013f, -0.1f}, 90}, Camera{{1.4f, 0.9f}, 90}}) {
    now_s_ += 1;
    renderer_->BeginUi({kViewport, ThemeKind::kLight, {}, now_s_});
    renderer_->Draw(scene_, camera);
    renderer_->EndUi();
    const Picture live = ReadBack();
    poster.camera = camera;
    const auto still = renderer_->DrawFigure(poster, ThemeKind::kLight);
    ASSERT_TRUE(still.has_value());
    EXPECT_LT(MeanDifference(live, *still), 0.25) << camera.center_in_world.x;
  }
}

TEST_F(Frames, AZoomStretchesTheGroundAndSharpensWhenItRests) {
  Settle({}, 90);
  Frame({}, 100);  // within one octave: the painted ground is stretched
  EXPECT_TRUE(renderer_->NeedsAnotherFrame());
  Frame({}, 100);
  EXPECT_FALSE(renderer_->NeedsAnotherFrame());
  const Picture rested = ReadBack();
  renderer_->RestoreContext().value();
  Frame({}, 100);
  EXPECT_LT(MeanDifference(ReadBack(), rested), 0.02);
}

TEST_F(Frames, TypeIsAsWideAsItWasPlanned) {
  Settle();
  renderer_->BeginUi({kViewport, ThemeKind::kLight, {}, now_s_ + 1});
  for (const Face face : {Face::kUi, Face::kUiBold, Face::kRegionItalic, Face::kWordMedium}) {
    for (const float size : {10.5f, 13.5f, 19.f, 49.f}) {
      const std::string text = "Philosophy & religion, Ångström’s 1905";
      const ImVec2 drawn =
          FontOf(face)->CalcTextSizeA(size, 1e6f, 0, text.data(), text.data() + text.size());
      EXPECT_NEAR(drawn.x, TextWidth(face, size, text), 0.02f * size) << size;
    }
  }
  renderer_->EndUi();
}

}  // namespace
}  // namespace meander::testing
