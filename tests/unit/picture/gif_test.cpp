// GIF files, read back by a reader of our own: every picture as it was, the first whole.
#include "canvas/gif.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/rng.h"

namespace meander {
namespace {

struct ReadGif {
  int width = 0, height = 0;
  std::vector<std::vector<uint32_t>> pictures;  // as shown, 0x00BBGGRR a pixel
  std::vector<int> delays_cs;
  std::vector<size_t> drawn_pixels;  // how many each carries
  bool is_whole = false;             // its end was there
};

// The reader's half of GIF's appendix F, written without a look at the writer's.
std::vector<uint8_t> Unpacked(const std::vector<uint8_t>& bytes, size_t& at) {
  const int code_bits = bytes[at++];
  std::vector<uint8_t> data;
  while (bytes[at] != 0) {
    data.insert(data.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                bytes.begin() + static_cast<std::ptrdiff_t>(at) + 1 + bytes[at]);
    at += size_t{1} + bytes[at];
  }
  ++at;
  const int clear = 1 << code_bits, end = clear + 1;
  std::vector<std::vector<uint8_t>> table;
  int width = 0;
  const auto restart = [&] {
    table.clear();
    for (int i = 0; i < clear + 2; ++i) {
      table.push_back(i < clear ? std::vector<uint8_t>{static_cast<uint8_t>(i)}
                                : std::vector<uint8_t>{});
    }
    width = code_bits + 1;
  };
  restart();
  std::vector<uint8_t> out, last;
  size_t bit = 0;
  for (;;) {
    int code = 0;
    for (int i = 0; i < width; ++i, ++bit) {
      if (bit / 8 >= data.size()) return {};
      code |= (data[bit / 8] >> (bit % 8) & 1) << i;
    }
    if (code == end) return out;
    if (code == clear) {
      restart();
      last.clear();
      continue;
    }
    std::vector<uint8_t> now;
    if (code < static_cast<int>(table.size())) {
      now = table[static_cast<size_t>(code)];
    } else if (code == static_cast<int>(table.size()) && !last.empty()) {
      now = last;
      now.push_back(last[0]);
    } else {
      return {};
    }
    out.insert(out.end(), now.begin(), now.end());
    if (!last.empty() && table.size() < 4096) {
      last.push_back(now[0]);
      table.push_back(last);
      if (static_cast<int>(table.size()) == 1 << width && width < 12) ++width;
    }
    last = now;
  }
}

ReadGif Read(const std::vector<uint8_t>& bytes) {
  ReadGif gif;
  const auto word = [&](size_t at) { return bytes[at] | bytes[at + 1] << 8; };
  if (bytes.size() < 800 || std::string(bytes.begin(), bytes.begin() + 6) != "GIF89a") return gif;
  gif.width = word(6);
  gif.height = word(8);
  std::array<uint32_t, 256> palette{};
  for (size_t i = 0; i < 256; ++i) {
    const uint8_t* p = &bytes[13 + 3 * i];
    palette[i] = p[0] | static_cast<uint32_t>(p[1]) << 8 | static_cast<uint32_t>(p[2]) << 16;
  }
  std::vector<uint32_t> canvas(static_cast<size_t>(gif.width) * static_cast<size_t>(gif.height));
  int transparent = -1;
  for (size_t at = 13 + 768; at < bytes.size();) {
    if (bytes[at] == 0x3B) {
      gif.is_whole = at + 1 == bytes.size();
      break;
    }
    if (bytes[at] == 0x21 && bytes[at + 1] == 0xF9) {
      transparent = (bytes[at + 3] & 1) != 0 ? bytes[at + 6] : -1;
      gif.delays_cs.push_back(word(at + 4));
      at += 8;
    } else if (bytes[at] == 0x21) {
      at += 2;
      while (bytes[at] != 0) at += size_t{1} + bytes[at];
      ++at;
    } else {
      const int left = word(at + 1), top = word(at + 3), wide = word(at + 5), high = word(at + 7);
      at += 10;
      const std::vector<uint8_t> pixels = Unpacked(bytes, at);
      if (pixels.size() != static_cast<size_t>(wide) * static_cast<size_t>(high)) return gif;
      for (int y = 0; y < high; ++y) {
        for (int x = 0; x < wide; ++x) {
          const uint8_t index = pixels[static_cast<size_t>(y * wide + x)];
          if (index == transparent) continue;
          canvas[static_cast<size_t>((top + y) * gif.width + left + x)] = palette[index];
        }
      }
      gif.drawn_pixels.push_back(pixels.size());
      gif.pictures.push_back(canvas);
    }
  }
  return gif;
}

std::vector<uint32_t> ColorsOf(const Picture& picture) {
  std::vector<uint32_t> colors;
  for (size_t i = 0; i < picture.rgba.size(); i += 4) {
    colors.push_back(picture.rgba[i] | static_cast<uint32_t>(picture.rgba[i + 1]) << 8 |
                     static_cast<uint32_t>(picture.rgba[i + 2]) << 16);
  }
  return colors;
}

// A field with a square that wanders; `colors` shades of noise, so that strings do not repeat.
Picture Wandering(int width, int height, int place, int colors, uint64_t seed) {
  Picture picture{width, height, {}};
  Rng rng(seed);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool is_square = x >= place && x < place + 9 && y > 4 && y < 14;
      const auto shade = static_cast<uint8_t>(rng.Below(static_cast<uint32_t>(colors)) * 5);
      picture.rgba.insert(picture.rgba.end(), {is_square ? uint8_t{200} : shade,
                                               static_cast<uint8_t>(is_square ? 0 : 40), 90, 255});
    }
  }
  return picture;
}

TEST(Gif, EveryPictureIsReadBackAsItWas) {
  // Enough noise that the table of strings fills up and is begun anew, and every width of code
  // ends a picture at some size.
  for (const int width : {1, 17, 40, 150, 311}) {
    std::vector<Picture> pictures;
    for (int i = 0; i < 4; ++i) pictures.push_back(Wandering(width, 97, 10 * i, 40, 5));
    const std::vector<int> delays = {250, 50, 50, 300};
    const ReadGif gif = Read(WriteGif(pictures, delays));
    ASSERT_TRUE(gif.is_whole) << width;
    EXPECT_EQ(gif.width, width);
    EXPECT_EQ(gif.height, 97);
    EXPECT_EQ(gif.delays_cs, delays);
    ASSERT_EQ(gif.pictures.size(), 4u);
    for (size_t i = 0; i < 4; ++i) EXPECT_EQ(gif.pictures[i], ColorsOf(pictures[i])) << width;
  }
}

TEST(Gif, TheFirstIsWholeAndTheOthersCarryOnlyWhatChanged) {
  std::vector<Picture> pictures;
  for (int i = 0; i < 3; ++i) pictures.push_back(Wandering(120, 60, 20 + 10 * i, 3, 1));
  pictures.push_back(pictures.back());
  const ReadGif gif = Read(WriteGif(pictures, std::vector<int>{1, 2, 3, 4}));
  ASSERT_EQ(gif.drawn_pixels.size(), 4u);
  EXPECT_EQ(gif.drawn_pixels[0], 120u * 60u);
  EXPECT_LE(gif.drawn_pixels[1], 19u * 9u);
  EXPECT_EQ(gif.drawn_pixels[3], 1u);
  EXPECT_EQ(gif.pictures[3], ColorsOf(pictures[3]));
}

TEST(Gif, MoreColoursThanAPaletteHoldsComeClose) {
  Picture picture{64, 64, {}};
  Rng rng(3);
  for (int i = 0; i < 64 * 64; ++i) {
    picture.rgba.insert(picture.rgba.end(), {static_cast<uint8_t>(rng.Below(256)),
                                             static_cast<uint8_t>(rng.Below(256)), 128, 255});
  }
  const ReadGif gif = Read(WriteGif(std::vector<Picture>{picture}, std::vector<int>{100}));
  ASSERT_EQ(gif.pictures.size(), 1u);
  const std::vector<uint32_t> wanted = ColorsOf(picture);
  double sum = 0;
  for (size_t i = 0; i < wanted.size(); ++i) {
    for (const int shift : {0, 8, 16}) {
      sum += std::abs(static_cast<int>(wanted[i] >> shift & 255) -
                      static_cast<int>(gif.pictures[0][i] >> shift & 255));
    }
  }
  EXPECT_LT(sum / static_cast<double>(wanted.size()), 24);
}

TEST(Gif, WhatIsNoRowOfPicturesIsNothing) {
  const Picture one = Wandering(20, 20, 1, 3, 1), other = Wandering(21, 20, 1, 3, 1);
  EXPECT_TRUE(WriteGif({}, {}).empty());
  EXPECT_TRUE(WriteGif(std::vector<Picture>{one}, std::vector<int>{1, 2}).empty());
  EXPECT_TRUE(WriteGif(std::vector<Picture>{one, other}, std::vector<int>{1, 2}).empty());
  Picture cut = one;
  cut.rgba.resize(40);
  EXPECT_TRUE(WriteGif(std::vector<Picture>{cut}, std::vector<int>{1}).empty());
}

}  // namespace
}  // namespace meander
