// Pictures in SVG: what is shown travels once, and only that.
#include <gtest/gtest.h>

#include "canvas/figure.h"
#include "inflate.h"

namespace meander {
namespace {

int CountOf(std::string_view text, std::string_view part) {
  int count = 0;
  for (size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
  return count;
}

std::vector<uint8_t> FromBase64(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::vector<uint8_t> bytes;
  uint32_t group = 0;
  int bits = 0;
  for (const char c : text) {
    if (c == '=') break;
    group = group << 6 | static_cast<uint32_t>(kDigits.find(c));
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push_back(static_cast<uint8_t>(group >> bits));
  }
  return bytes;
}

// The pictures in a document, in its order.
std::vector<Picture> PicturesIn(std::string_view svg) {
  constexpr std::string_view kBegin = "data:image/png;base64,";
  std::vector<Picture> pictures;
  for (size_t at = svg.find(kBegin); at != svg.npos; at = svg.find(kBegin, at + 1)) {
    const std::string_view rest = svg.substr(at + kBegin.size());
    const auto picture = testing::ReadPng(FromBase64(rest.substr(0, rest.find('"'))));
    EXPECT_TRUE(picture.has_value());
    pictures.push_back(picture.value_or(Picture{}));
  }
  return pictures;
}

// 8 × 8 icons of 16 pixels; the red of each is its number.
std::shared_ptr<PictureTable> NumberedSheet(uint64_t version) {
  auto sheet = std::make_shared<PictureTable>();
  sheet->version = version;
  sheet->width = sheet->height = 128;
  for (int y = 0; y < 128; ++y) {
    for (int x = 0; x < 128; ++x) {
      const auto number = static_cast<uint8_t>(y / 16 * 8 + x / 16);
      sheet->rgba.insert(sheet->rgba.end(), {number, 0, 0, 255});
    }
  }
  return sheet;
}

PictureMark Icon(std::shared_ptr<const PictureTable> sheet, int number, float left) {
  PictureMark mark;
  mark.table = std::move(sheet);
  mark.in_world = {{left, 0}, {left + 0.1f, 0.1f}};
  const float u = static_cast<float>(number % 8) / 8, v = static_cast<float>(number / 8) / 8;
  mark.part = {{u, v}, {u + 0.125f, v + 0.125f}};
  return mark;
}

Figure Shown(std::vector<PictureMark> pictures) {
  Figure figure;
  figure.width_px = figure.height_px = 400;
  figure.chart_px = {{0, 0}, {400, 400}};
  figure.camera = {{0, 0}, 200};
  figure.scene.pictures = std::move(pictures);
  return figure;
}

TEST(SvgPictures, OfASheetTheShownIconsTravelOnceHoweverOftenTheyAreShown) {
  const auto sheet = NumberedSheet(1);
  std::vector<PictureMark> marks;
  for (int i = 0; i < 300; ++i) {
    marks.push_back(Icon(sheet, i % 3 == 0 ? 9 : 54, static_cast<float>(i) * 0.003f));
  }
  const std::string svg = WriteSvg(Shown(marks), ThemeKind::kLight);
  EXPECT_EQ(CountOf(svg, "<use"), 300);
  EXPECT_EQ(CountOf(svg, "<svg "), 301);
  EXPECT_EQ(CountOf(svg, "</svg>"), 301);
  const auto pictures = PicturesIn(svg);
  ASSERT_EQ(pictures.size(), 1u);
  ASSERT_EQ(pictures[0].width, 32);
  ASSERT_EQ(pictures[0].height, 16);
  EXPECT_EQ(pictures[0].rgba[0] + pictures[0].rgba[4 * 16], 9 + 54);
  // Each icon shows its own half of that.
  const bool nine_is_left = pictures[0].rgba[0] == 9;
  EXPECT_EQ(CountOf(svg, "viewBox=\"0 0 16 16\""), nine_is_left ? 100 : 200);
  EXPECT_EQ(CountOf(svg, "viewBox=\"16 0 16 16\""), nine_is_left ? 200 : 100);
}

TEST(SvgPictures, TwoTablesAreTwoPicturesAndTheirOrderStays) {
  const auto one = NumberedSheet(7), two = NumberedSheet(3);
  const std::string svg =
      WriteSvg(Shown({Icon(one, 0, 0), Icon(two, 1, 0), Icon(one, 2, 0)}), ThemeKind::kDark);
  EXPECT_EQ(PicturesIn(svg).size(), 2u);
  const size_t first = svg.find("<use href=\"#meander-picture-7\"");
  const size_t second = svg.find("<use href=\"#meander-picture-3\"");
  EXPECT_LT(first, second);
  EXPECT_LT(second, svg.rfind("<use href=\"#meander-picture-7\""));
}

TEST(SvgPictures, GreyFaintRoundedAndClearAreSaid) {
  auto sheet = NumberedSheet(1);
  sheet->rgba[3] = 0;
  PictureMark mark = Icon(sheet, 0, 0);
  mark.opacity = 0.25f;
  mark.saturation = 0.5f;
  mark.radius_px = 4;
  const std::string svg = WriteSvg(Shown({mark}), ThemeKind::kLight);
  EXPECT_NE(svg.find("opacity=\"0.25\""), std::string::npos);
  EXPECT_NE(svg.find("values=\"0.5\""), std::string::npos);
  EXPECT_NE(svg.find("filter=\"url(#meander-grey-50)\""), std::string::npos);
  EXPECT_NE(svg.find("rx=\"4\""), std::string::npos);
  const auto pictures = PicturesIn(svg);
  ASSERT_EQ(pictures.size(), 1u);
  EXPECT_EQ(pictures[0].rgba[3], 0);
  EXPECT_EQ(pictures[0].rgba[7], 255);
}

TEST(SvgPictures, WhatIsNoPictureIsLeftOut) {
  auto broken = NumberedSheet(1);
  broken->rgba.pop_back();
  PictureMark clear = Icon(NumberedSheet(2), 0, 0), none = clear;
  clear.opacity = 0;
  none.table = nullptr;
  const std::string svg = WriteSvg(Shown({Icon(broken, 0, 0), clear, none}), ThemeKind::kLight);
  EXPECT_EQ(CountOf(svg, "<image"), 0);
  EXPECT_EQ(CountOf(svg, "<use"), 0);
}

TEST(SvgPictures, AreasAreOnePathWithTheirHolesMultiplied) {
  Figure figure = Shown({});
  AreaMark area;
  area.outline = {{0, 0}, {1, 0}, {1, 1}};
  area.holes = {{{0.5f, 0.2f}, {0.8f, 0.2f}, {0.8f, 0.4f}}};
  area.fill = {Token::kAccent, 0.2f};
  area.coast = {Token::kAccent, 1};
  area.coast_px = 1.7f;
  area.casing_px = 3;
  figure.scene.areas = {area};
  const std::string svg = WriteSvg(figure, ThemeKind::kLight);
  EXPECT_EQ(CountOf(svg, "mix-blend-mode:multiply"), 1);
  EXPECT_EQ(CountOf(svg, "M200 200L400 200L400 0ZM300 160L360 160L360 120Z"), 3);
  EXPECT_NE(svg.find("stroke-width=\"4.7\""), std::string::npos);
  EXPECT_NE(svg.find("stroke-width=\"1.7\""), std::string::npos);
}

}  // namespace
}  // namespace meander
