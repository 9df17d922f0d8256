// PNG files, read back.
#include "canvas/png.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "base/bytes.h"
#include "base/rng.h"
#include "inflate.h"

namespace meander {
namespace {

Picture Noise(int width, int height, uint64_t seed) {
  Picture picture{width, height, {}};
  Rng rng(seed);
  for (int i = 0; i < width * height; ++i) {
    const auto shade = static_cast<uint8_t>(i / width + rng.Below(12));
    picture.rgba.insert(picture.rgba.end(), {shade, static_cast<uint8_t>(rng.Below(256)), 30, 255});
  }
  return picture;
}

// Two flat fields, and soft coloured edges between them.
Picture Flat() {
  Picture picture{300, 100, {}};
  for (int y = 0; y < 100; ++y) {
    for (int x = 0; x < 300; ++x) {
      const float share = std::clamp(
          (static_cast<float>(x) + std::sin(static_cast<float>(y)) - 140) / 20, 0.f, 1.f);
      picture.rgba.insert(picture.rgba.end(),
                          {static_cast<uint8_t>(0xE3 + share * (0xB3 - 0xE3)),
                           static_cast<uint8_t>(0xEC + share * (0x12 - 0xEC)),
                           static_cast<uint8_t>(0xEC + share * (0x5F - 0xEC)), 255});
    }
  }
  return picture;
}

TEST(Png, TrueColourIsLossless) {
  for (const auto& [width, height] : {std::pair{1, 1}, std::pair{7, 5}, std::pair{251, 130}}) {
    const Picture picture = Noise(width, height, 4);
    const auto read = testing::ReadPng(WritePng(picture, {}));
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->width, width);
    EXPECT_EQ(read->rgba, picture.rgba);
  }
}

TEST(Png, AlphaIsKeptWhenAsked) {
  Picture picture = Noise(20, 10, 1);
  for (size_t i = 3; i < picture.rgba.size(); i += 8) picture.rgba[i] = 40;
  PngOptions options;
  options.keep_alpha = true;
  EXPECT_EQ(testing::ReadPng(WritePng(picture, options))->rgba, picture.rgba);
}

TEST(Png, CarriesItsTitleAndWords) {
  const auto file = WritePng(Noise(2, 2, 1), {"Från Ö till Å", "A path of seven stops.", 2});
  const std::string text(file.begin(), file.end());
  EXPECT_NE(text.find(std::string("iTXtTitle\0\0\0\0\0Från Ö till Å", 28)), std::string::npos);
  EXPECT_NE(text.find("A path of seven stops."), std::string::npos);
}

TEST(Palette, FewColoursAreKeptExactly) {
  Picture picture{16, 16, {}};
  for (int i = 0; i < 256; ++i) {
    picture.rgba.insert(picture.rgba.end(), {static_cast<uint8_t>(i % 16 * 16),
                                             static_cast<uint8_t>(i / 16 * 15), 9, 255});
  }
  const auto read = testing::ReadPng(WritePalettePng(picture, {}));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->rgba, picture.rgba);
}

TEST(Palette, FlatFieldsStayExactAndEdgesClose) {
  const Picture picture = Flat();
  const auto read = testing::ReadPng(WritePalettePng(picture, {}));
  ASSERT_TRUE(read.has_value());
  int worst = 0;
  for (size_t i = 0; i < picture.rgba.size(); ++i) {
    worst = std::max(worst, std::abs(picture.rgba[i] - read->rgba[i]));
  }
  EXPECT_LE(worst, 3);
  for (const size_t pixel : {size_t{0}, size_t{299}}) {
    for (size_t c = 0; c < 3; ++c)
      EXPECT_EQ(read->rgba[4 * pixel + c], picture.rgba[4 * pixel + c]);
  }
}

TEST(Palette, NeverMoreThan256AndSmall) {
  const Picture picture = Noise(400, 300, 8);
  const PalettePicture reduced = ReduceColors(picture);
  EXPECT_EQ(reduced.colors.size(), 256u);
  EXPECT_EQ(reduced.indices.size(), size_t{400} * 300);
  EXPECT_LT(WritePalettePng(picture, {}).size(), WritePng(picture, {}).size() / 2);
  EXPECT_EQ(WritePalettePng(picture, {}), WritePalettePng(picture, {}));
}

}  // namespace
}  // namespace meander
