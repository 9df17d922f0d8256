// Draws the fixed scenes without a screen and compares them with the pictures kept in expected/.
// After a change that is meant: UPDATE_GOLDEN=1, as CONTRIBUTING says, and look at every picture
// before keeping it.
#include <gtest/gtest.h>

#include <cstdlib>

#include "../source_dir.h"
#include "../unit/picture/inflate.h"
#include "base/files.h"
#include "canvas/draw/renderer.h"
#include "canvas/png.h"
#include "canvas/text_metrics.h"
#include "golden_scenes.h"
#include "host/egl_surfaceless.h"
#include "room_stages.h"

namespace meander::testing {
namespace {

constexpr int kBlock = 16;
// Of 255. Drivers round differently at soft edges; a mark that is missing, moved by a pixel or in
// another colour is far beyond the block's limit.
constexpr double kMeanTolerance = 0.6;
constexpr double kBlockTolerance = 8;

struct Difference {
  double mean = 255, worst_block = 255;
};

Difference Compare(const Picture& a, const Picture& b) {
  if (a.width != b.width || a.height != b.height || a.rgba.size() != b.rgba.size()) return {};
  Difference difference{0, 0};
  for (int top = 0; top < a.height; top += kBlock) {
    for (int left = 0; left < a.width; left += kBlock) {
      double sum = 0;
      const int bottom = std::min(top + kBlock, a.height), right = std::min(left + kBlock, a.width);
      for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) {
          const size_t at = 4 * (static_cast<size_t>(y) * a.width + x);
          for (size_t c = 0; c < 3; ++c) sum += std::abs(a.rgba[at + c] - b.rgba[at + c]);
        }
      }
      difference.mean += sum;
      difference.worst_block =
          std::max(difference.worst_block, sum / (3.0 * (bottom - top) * (right - left)));
    }
  }
  difference.mean /= 3.0 * a.width * a.height;
  return difference;
}

class Golden : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto context = SurfacelessContext::Create();
    ASSERT_TRUE(context.has_value()) << context.error().message;
    context_ = std::move(*context);
    const std::string folder = MEANDER_FONTS "/";
    const char* names[] = {"MeanderSans-Regular.ttf", "MeanderSans-Bold.ttf",
                           "Vollkorn-SemiBoldItalic.ttf", "Vollkorn-Medium.ttf"};
    for (size_t i = 0; i < 4; ++i) {
      auto bytes = ReadFile(folder + names[i]);
      ASSERT_TRUE(bytes.has_value()) << names[i];
      fonts_[i] = std::move(*bytes);
    }
    auto renderer = Renderer::Create({fonts_[0], fonts_[1], fonts_[2], fonts_[3]});
    ASSERT_TRUE(renderer.has_value()) << renderer.error().message;
    renderer_ = std::move(*renderer);
  }
  static void TearDownTestSuite() {
    renderer_ = nullptr;
    context_ = nullptr;
  }
  static Picture Draw(const GoldenScene& scene) {
    auto picture = renderer_->DrawFigure(scene.figure, scene.theme);
    EXPECT_TRUE(picture.has_value());
    return picture.value_or(Picture{});
  }

  static inline std::unique_ptr<SurfacelessContext> context_;
  static inline std::array<std::vector<uint8_t>, 4> fonts_;
  static inline std::unique_ptr<Renderer> renderer_;
};

std::vector<GoldenScene> AllScenes() {
  std::vector<GoldenScene> scenes = GoldenScenes();
  for (const auto& stages : {PicturesStages(), DrawingsStages()}) {
    scenes.insert(scenes.end(), stages.begin(), stages.end());
  }
  return scenes;
}

GoldenScene SceneNamed(std::string_view name) {
  for (GoldenScene& scene : AllScenes()) {
    if (scene.name == name) return scene;
  }
  ADD_FAILURE() << name;
  return {};
}

TEST_F(Golden, EverySceneLooksAsKept) {
  const bool update = std::getenv("UPDATE_GOLDEN") != nullptr;
  for (const GoldenScene& scene : AllScenes()) {
    const Picture drawn = Draw(scene);
    const std::string path =
        std::string(kSourceDir) + "/tests/golden/expected/" + scene.name + ".png";
    if (update) {
      ASSERT_TRUE(WriteFile(path, WritePng(drawn, {})).has_value());
      continue;
    }
    const auto file = ReadFile(path);
    ASSERT_TRUE(file.has_value()) << path;
    const auto expected = ReadPng(*file);
    ASSERT_TRUE(expected.has_value()) << path;
    const Difference difference = Compare(drawn, *expected);
    EXPECT_LE(difference.mean, kMeanTolerance) << scene.name;
    EXPECT_LE(difference.worst_block, kBlockTolerance) << scene.name;
    if (difference.mean > kMeanTolerance || difference.worst_block > kBlockTolerance) {
      (void)WriteFile(scene.name + ".drawn.png", WritePng(drawn, {}));
    }
  }
}

TEST_F(Golden, ToleranceNoticesAMissingHopStopNameAndTheOtherTheme) {
  const GoldenScene whole = SceneNamed("journey_light");
  const Picture expected = Draw(whole);
  EXPECT_EQ(Compare(Draw(whole), expected).worst_block, 0);
  for (int part = 0; part < 5; ++part) {
    GoldenScene scene = whole;
    if (part == 0) scene.figure.scene.strokes.erase(scene.figure.scene.strokes.begin() + 2);
    if (part == 1) scene.figure.scene.discs.erase(scene.figure.scene.discs.begin() + 7);
    if (part == 2) scene.figure.scene.labels.erase(scene.figure.scene.labels.begin() + 1);
    if (part == 3) scene.figure.scene.strokes[1].chevron = false;
    if (part == 4) scene.theme = ThemeKind::kDark;
    EXPECT_GT(Compare(Draw(scene), expected).worst_block, kBlockTolerance) << part;
  }
}

TEST_F(Golden, ToleranceNoticesAPictureThatIsGreyMovedOrMissing) {
  const GoldenScene whole = SceneNamed("pictures_light");
  const Picture expected = Draw(whole);
  for (int part = 0; part < 6; ++part) {
    GoldenScene scene = whole;
    auto& pictures = scene.figure.scene.pictures;
    if (part == 0) pictures[0].saturation = 0;
    if (part == 1) pictures.pop_back();
    if (part == 2) pictures[4].part = pictures[3].part;
    if (part == 3) pictures[1].in_world = {{-1.3f, -0.7f}, {-0.7f, -0.3f}};
    if (part == 4) scene.figure.scene.areas.clear();
    if (part == 5) scene.figure.scene.areas[0].holes.clear();
    EXPECT_GT(Compare(Draw(scene), expected).worst_block, kBlockTolerance) << part;
  }
}

TEST_F(Golden, ToleranceNoticesWhatAStageLoses) {
  for (const char* name : {"stage_groups_light", "drawing_light"}) {
    const GoldenScene whole = SceneNamed(name);
    const Picture expected = Draw(whole);
    const Scene& marks = whole.figure.scene;
    ASSERT_FALSE(marks.cells.empty() || marks.strokes.empty() || marks.labels.empty()) << name;
    for (int part = 0; part < 4; ++part) {
      GoldenScene scene = whole;
      Scene& lost = scene.figure.scene;
      if (part == 0) lost.cells.pop_back();
      if (part == 1) lost.strokes.clear();
      if (part == 2) lost.labels.pop_back();
      if (part == 3) scene.theme = ThemeKind::kDark;
      EXPECT_GT(Compare(Draw(scene), expected).worst_block, kBlockTolerance) << name << part;
    }
  }
}

TEST_F(Golden, PicturesBlendByTheirWeights) {
  const Picture drawn = Draw(SceneNamed("pictures_light"));
  // World (0.36, -0.21): a corner of the three that lie on each other.
  const size_t at =
      4 * (static_cast<size_t>(160 + 0.21f * 160) * 440 + static_cast<size_t>(220 + 0.36f * 160));
  const double colors[3][3] = {{190, 60, 40}, {40, 130, 70}, {50, 80, 180}};
  for (size_t c = 0; c < 3; ++c) {
    EXPECT_NEAR(drawn.rgba[at + c], (4 * colors[0][c] + 3 * colors[1][c] + colors[2][c]) / 8, 2);
  }
}

TEST_F(Golden, WhatIsNoPictureIsNotDrawn) {
  GoldenScene scene = SceneNamed("pictures_light");
  GoldenScene without = scene;
  without.figure.scene.pictures.clear();
  const Picture expected = Draw(without);
  auto broken = std::make_shared<PictureTable>();
  broken->version = 9003;
  broken->width = broken->height = 100;
  broken->rgba.resize(7);
  auto vast = std::make_shared<PictureTable>(*broken);
  vast->version = 9004;
  vast->width = 1 << 20;
  vast->height = 1;
  vast->rgba.resize(size_t{4} << 20);
  const std::shared_ptr<const PictureTable> tables[] = {nullptr, std::make_shared<PictureTable>(),
                                                        broken, vast};
  for (size_t i = 0; i < scene.figure.scene.pictures.size(); ++i) {
    scene.figure.scene.pictures[i].table = tables[i % 4];
  }
  EXPECT_EQ(Draw(scene).rgba, expected.rgba);
}

TEST_F(Golden, ALostContextComesBackTheSame) {
  for (const char* name : {"journey_light", "pictures_light"}) {
    const GoldenScene scene = SceneNamed(name);
    const Picture before = Draw(scene);
    ASSERT_TRUE(renderer_->RestoreContext().has_value());
    EXPECT_EQ(Draw(scene).rgba, before.rgba) << name;
  }
}

TEST_F(Golden, OnlyOneChartTooLargeOrEmptyIsRefused) {
  Figure figure;
  EXPECT_FALSE(renderer_->DrawFigure(figure, ThemeKind::kLight).has_value());
  figure.width_px = figure.height_px = 20;
  EXPECT_TRUE(renderer_->DrawFigure(figure, ThemeKind::kLight).has_value());
  figure.pixel_ratio = 1000;
  EXPECT_FALSE(renderer_->DrawFigure(figure, ThemeKind::kLight).has_value());
}

TEST_F(Golden, LetterFitsIntoALetter) {
  const auto file = WritePalettePng(Draw(SceneNamed("letter")), {});
  EXPECT_LE(file.size(), 300000u);
  EXPECT_GT(file.size(), 30000u);
}

}  // namespace
}  // namespace meander::testing
