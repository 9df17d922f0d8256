// Which way up: found in all three kinds of file, and nothing made of nonsense.
#include <gtest/gtest.h>

#include <string>

#include "make/photo_exif.h"

namespace meander {
namespace {

using namespace std::string_literals;

// A head and a directory of two entries, the second the orientation.
std::string Tiff(bool is_big, char orientation, char type = 3) {
  const auto number = [&](unsigned value, int count) {
    std::string bytes;
    for (int i = 0; i < count; ++i) {
      const int shift = 8 * (is_big ? count - 1 - i : i);
      bytes += static_cast<char>(value >> shift & 255);
    }
    return bytes;
  };
  return (is_big ? "MM"s : "II"s) + number(42, 2) + number(8, 4) + number(2, 2) +  //
         number(0x010f, 2) + number(2, 2) + number(1, 4) + number(0, 4) +          //
         number(0x0112, 2) + number(unsigned(type), 2) + number(1, 4) +
         number(unsigned(orientation), 2) + number(0, 2) + number(0, 4);
}
int Of(const std::string& file) { return OrientationOf(AsBytes(file)); }

std::string Jpeg(const std::string& tiff) {
  const std::string part = "Exif\0\0"s + tiff;
  const size_t size = part.size() + 2;
  return "\xff\xd8\xff\xe0\x00\x04JF\xff\xff\xe1"s + static_cast<char>(size >> 8) +
         static_cast<char>(size & 255) + part + "\xff\xda\x00\x02"s;
}
std::string Png(const std::string& tiff) {
  return "\x89PNG\r\n\x1a\n\0\0\0\x01IHDRxcrc!\0\0\0"s + static_cast<char>(tiff.size()) + "eXIf" +
         tiff + "crc!";
}
std::string WebP(const std::string& tiff, const std::string& head = "") {
  const std::string part = head + tiff;
  return "RIFF\0\0\0\0WEBPVP8X\x03\0\0\0abc\0EXIF"s + static_cast<char>(part.size()) + "\0\0\0"s +
         part;
}

TEST(PhotoExif, IsFoundInEveryKindOfFile) {
  for (const bool is_big : {false, true}) {
    for (char way = 1; way <= 8; ++way) {
      const std::string tiff = Tiff(is_big, way);
      EXPECT_EQ(Of(Jpeg(tiff)), way);
      EXPECT_EQ(Of(Png(tiff)), way);
      EXPECT_EQ(Of(WebP(tiff)), way);
      EXPECT_EQ(Of(WebP(tiff, "Exif\0\0"s)), way);
    }
  }
}

TEST(PhotoExif, NonsenseIsUpright) {
  for (const char way : {'\0', '\x09', '\x7f'}) EXPECT_EQ(Of(Jpeg(Tiff(true, way))), 1);
  EXPECT_EQ(Of(Jpeg(Tiff(true, 6, 4))), 1) << "not a short number";
  EXPECT_EQ(Of(""), 1);
  EXPECT_EQ(Of("GIF89a"), 1);
  std::string far = Tiff(false, 6);
  far[4] = far[5] = far[6] = far[7] = '\xff';
  EXPECT_EQ(Of(Jpeg(far)), 1) << "a directory behind the end";
  std::string many = Tiff(false, 6);
  many[8] = many[9] = '\xff';
  EXPECT_EQ(Of(Jpeg(many)), 6) << "more entries promised than there are: those before count";
  many[22] = 0;
  EXPECT_EQ(Of(Jpeg(many)), 1);
}

TEST(PhotoExif, CutOffAnywhereNothingIsReadBehind) {
  for (const std::string& whole : {Jpeg(Tiff(true, 6)), Png(Tiff(false, 6)), WebP(Tiff(true, 6))}) {
    for (size_t size = 0; size < whole.size(); ++size) {
      const std::vector<uint8_t> cut(whole.begin(), whole.begin() + static_cast<long>(size));
      const int way = OrientationOf(cut);
      EXPECT_TRUE(way == 1 || way == 6) << size;
    }
  }
}

// Two by three pixels, numbered along the rows: what an "F" becomes.
TEST(PhotoExif, TurnsAndMirrorsAsItSays) {
  const auto turned = [](int way) {
    std::vector<uint8_t> pixels;
    for (uint8_t i = 1; i <= 6; ++i) pixels.insert(pixels.end(), 3, i);
    PhotoSize size{2, 3};
    const std::vector<uint8_t> upright = Upright(pixels, way, size);
    std::string rows = std::to_string(size.width) + "x" + std::to_string(size.height) + ":";
    for (size_t i = 0; i < upright.size(); i += 3) rows += static_cast<char>('0' + upright[i]);
    return rows;
  };
  EXPECT_EQ(turned(1), "2x3:123456");
  EXPECT_EQ(turned(2), "2x3:214365");  // mirrored
  EXPECT_EQ(turned(3), "2x3:654321");  // half round
  EXPECT_EQ(turned(4), "2x3:563412");  // upside down
  EXPECT_EQ(turned(5), "3x2:135246");  // over the diagonal
  EXPECT_EQ(turned(6), "3x2:531642");  // a quarter to the right
  EXPECT_EQ(turned(7), "3x2:642531");  // over the other diagonal
  EXPECT_EQ(turned(8), "3x2:246135");  // a quarter to the left
}

}  // namespace
}  // namespace meander
