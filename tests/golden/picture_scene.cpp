// Builds the scene of pictures.
#include "picture_scene.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace meander::testing {
namespace {

// A sheet of four icons of 64 pixels, each of one colour with a lighter cross in it.
std::shared_ptr<const PictureTable> IconSheet() {
  auto sheet = std::make_shared<PictureTable>();
  sheet->version = 9001;
  sheet->width = sheet->height = 128;
  constexpr uint8_t kColors[4][3] = {{190, 60, 40}, {40, 130, 70}, {50, 80, 180}, {200, 160, 40}};
  for (int y = 0; y < 128; ++y) {
    for (int x = 0; x < 128; ++x) {
      const auto& color = kColors[(y / 64) * 2 + x / 64];
      const bool is_cross = std::abs(x % 64 - 32) < 6 || std::abs(y % 64 - 32) < 6;
      for (const uint8_t channel : color) {
        sheet->rgba.push_back(is_cross ? static_cast<uint8_t>((channel + 255) / 2) : channel);
      }
      sheet->rgba.push_back(255);
    }
  }
  return sheet;
}

// A made-up photo: a gradient with a bright disc, clear in one corner.
std::shared_ptr<const PictureTable> PhotoTable() {
  auto photo = std::make_shared<PictureTable>();
  photo->version = 9002;
  photo->width = 150;
  photo->height = 100;
  for (int y = 0; y < 100; ++y) {
    for (int x = 0; x < 150; ++x) {
      const bool is_disc = (x - 60) * (x - 60) + (y - 50) * (y - 50) < 900;
      photo->rgba.push_back(static_cast<uint8_t>(is_disc ? 240 : 40 + x));
      photo->rgba.push_back(static_cast<uint8_t>(is_disc ? 200 : 90 + y));
      photo->rgba.push_back(static_cast<uint8_t>(is_disc ? 120 : 200 - x));
      photo->rgba.push_back(x > 120 && y > 80 ? 0 : 255);
    }
  }
  return photo;
}

PictureMark Shown(std::shared_ptr<const PictureTable> table, Rect in_world) {
  PictureMark mark;
  mark.table = std::move(table);
  mark.in_world = in_world;
  return mark;
}

}  // namespace

Figure PictureScene() {
  Figure figure;
  figure.width_px = 440;
  figure.height_px = 320;
  figure.chart_px = {{0, 0}, {440, 320}};
  figure.camera = {{0, 0}, 160};
  Scene& scene = figure.scene;
  scene.pictures.push_back(Shown(PhotoTable(), {{-1.3f, -0.1f}, {0.05f, 0.8f}}));
  scene.pictures.back().radius_px = 14;
  scene.pictures.push_back(Shown(PhotoTable(), {{-1.3f, -0.75f}, {-0.7f, -0.35f}}));
  scene.pictures.back().saturation = 0;
  scene.pictures.push_back(Shown(PhotoTable(), {{-0.6f, -0.75f}, {0.f, -0.35f}}));
  scene.pictures.back().saturation = 0.5f;
  scene.pictures.back().part = {{0.2f, 0.1f}, {0.6f, 0.9f}};
  const auto sheet = IconSheet();
  const float sides[] = {0.06f, 0.12f, 0.4f};
  float left = 0.2f;
  for (const float side : sides) {
    for (int icon = 0; icon < 4; ++icon) {
      const float x = left + static_cast<float>(icon % 2) * side;
      const float y = 0.8f - static_cast<float>(icon / 2 + 1) * side;
      scene.pictures.push_back(Shown(sheet, {{x, y}, {x + side, y + side}}));
      const float u = 0.5f * static_cast<float>(icon % 2), v = 0.5f * static_cast<float>(icon / 2);
      scene.pictures.back().part = {{u, v}, {u + 0.5f, v + 0.5f}};
    }
    left += 2 * side + 0.06f;
  }
  // Three blended by weights 4 : 3 : 1 are of one colour each where none of their crosses lies.
  const float opacities[] = {1, 3.f / 7, 1.f / 8};
  for (int icon = 0; icon < 3; ++icon) {
    scene.pictures.push_back(Shown(sheet, {{0.3f, -0.75f}, {0.9f, -0.15f}}));
    scene.pictures.back().opacity = opacities[icon];
    const float u = 0.5f * static_cast<float>(icon % 2), v = 0.5f * static_cast<float>(icon / 2);
    scene.pictures.back().part = {{u, v}, {u + 0.5f, v + 0.5f}};
  }
  AreaMark area;
  std::vector<Point2> hole;
  for (int i = 0; i < 48; ++i) {
    const float angle = static_cast<float>(i) * 6.2832f / 48;
    const float reach = 0.28f + 0.09f * std::cos(5 * angle);
    const Point2 way{std::cos(angle), std::sin(angle)};
    area.outline.push_back(Point2{-0.72f, 0.36f} + way * reach);
    hole.push_back(Point2{-0.72f, 0.36f} + way * 0.08f);
  }
  area.holes = {hole};
  area.fill = {Token::kAccent, 0.4f};
  area.coast = {Token::kAccent, 1};
  area.coast_px = 1.7f;
  area.casing_px = 3.2f;
  scene.areas.push_back(area);
  return figure;
}

}  // namespace meander::testing
