// Files of pictures, made here with the libraries' own writers and damaged: read, or one sentence.
#include "make/photo_file.h"

#include <gtest/gtest.h>
#include <png.h>
#include <turbojpeg.h>
#include <webp/encode.h>
#include <zlib.h>

#include <cstdlib>
#include <string>

namespace meander {
namespace {

using namespace std::string_literals;
using Bytes = std::vector<uint8_t>;

constexpr int kWidth = 20, kHeight = 10;

// Left half red, right half blue, both soft enough for any format.
Bytes Halves(bool with_alpha = false) {
  Bytes pixels;
  for (int i = 0; i < kWidth * kHeight; ++i) {
    const bool is_left = i % kWidth < kWidth / 2;
    pixels.insert(pixels.end(), {uint8_t(is_left ? 200 : 20), 20, uint8_t(is_left ? 20 : 200)});
    if (with_alpha) pixels.push_back(is_left ? 255 : 0);
  }
  return pixels;
}

Bytes PngOf(bool with_alpha) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = kWidth;
  image.height = kHeight;
  image.format = with_alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  const Bytes pixels = Halves(with_alpha);
  png_alloc_size_t size = 0;
  png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr);
  Bytes file(size);
  png_image_write_to_memory(&image, file.data(), &size, 0, pixels.data(), 0, nullptr);
  return file;
}
Bytes JpegOf(int flags = 0, bool with_inks = false) {
  tjhandle encoder = tjInitCompress();
  unsigned char* out = nullptr;
  unsigned long size = 0;
  Bytes inks(size_t{kWidth} * kHeight * 4, 100);  // each ink missing by 100 of 255
  const Bytes pixels = with_inks ? inks : Halves();
  tjCompress2(encoder, pixels.data(), kWidth, 0, kHeight, with_inks ? TJPF_CMYK : TJPF_RGB, &out,
              &size, TJSAMP_444, 95, flags);
  const Bytes file(out, out + size);
  tjFree(out);
  tjDestroy(encoder);
  return file;
}
Bytes WebpOf(bool with_alpha) {
  uint8_t* out = nullptr;
  const Bytes pixels = Halves(with_alpha);
  const size_t size = with_alpha
                          ? WebPEncodeLosslessRGBA(pixels.data(), kWidth, kHeight, kWidth * 4, &out)
                          : WebPEncodeLosslessRGB(pixels.data(), kWidth, kHeight, kWidth * 3, &out);
  const Bytes file(out, out + size);
  WebPFree(out);
  return file;
}

void ExpectHalves(const Bytes& file, const char* kind, bool right_is_clear) {
  const Result<Photo> photo = ReadPhoto(file);
  ASSERT_TRUE(photo) << kind << ": " << photo.error().message;
  EXPECT_STREQ(photo->kind, kind);
  ASSERT_EQ(photo->width, kWidth);
  ASSERT_EQ(photo->height, kHeight);
  ASSERT_EQ(photo->rgb.size(), size_t{kWidth} * kHeight * 3);
  const auto expect = [&](int x, std::initializer_list<int> colour) {
    for (int c = 0; c < 3; ++c) {
      EXPECT_NEAR(photo->rgb[size_t(5 * kWidth + x) * 3 + size_t(c)], colour.begin()[c], 6) << kind;
    }
  };
  expect(2, {200, 20, 20});
  right_is_clear ? expect(17, {255, 255, 255}) : expect(17, {20, 20, 200});
}

TEST(PhotoFile, ReadsThreeKindsAndPutsWhatIsClearOnWhite) {
  ExpectHalves(PngOf(false), "PNG", false);
  ExpectHalves(PngOf(true), "PNG", true);
  ExpectHalves(JpegOf(), "JPEG", false);
  ExpectHalves(JpegOf(TJFLAG_PROGRESSIVE), "JPEG", false);
  ExpectHalves(WebpOf(false), "WebP", false);
  ExpectHalves(WebpOf(true), "WebP", true);
}

TEST(PhotoFile, HalfClearIsMixedAlikeWhateverTheFileIs) {
  const Bytes pixels = [] {
    Bytes black;
    for (int i = 0; i < kWidth * kHeight; ++i) black.insert(black.end(), {0, 0, 0, 128});
    return black;
  }();
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = kWidth;
  image.height = kHeight;
  image.format = PNG_FORMAT_RGBA;
  png_alloc_size_t size = 0;
  png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data(), 0, nullptr);
  Bytes png(size);
  png_image_write_to_memory(&image, png.data(), &size, 0, pixels.data(), 0, nullptr);
  uint8_t* out = nullptr;
  const size_t webp_size = WebPEncodeLosslessRGBA(pixels.data(), kWidth, kHeight, kWidth * 4, &out);
  const Bytes webp(out, out + webp_size);
  WebPFree(out);
  for (const Bytes& file : {png, webp}) {
    const Result<Photo> photo = ReadPhoto(file);
    ASSERT_TRUE(photo) << photo.error().message;
    for (const uint8_t value : photo->rgb) ASSERT_EQ(value, 127) << photo->kind;
  }
}

TEST(PhotoFile, OddBytesInAJpegAreNoDamageAndHideNone) {
  const Bytes odd{1, 2, 3};
  const auto mark = [](const Bytes& file, uint8_t wanted, int nth) {
    size_t at = 2;
    for (; at + 1 < file.size(); ++at) {
      if (file[at] == 0xff && file[at + 1] == wanted && --nth == 0) break;
    }
    return at;
  };
  Bytes early = JpegOf();
  early.insert(early.begin() + static_cast<long>(mark(early, 0xdb, 1)), odd.begin(), odd.end());
  ExpectHalves(early, "JPEG", false);
  Bytes between = JpegOf(TJFLAG_PROGRESSIVE);
  const size_t second = mark(between, 0xda, 2);
  ASSERT_LT(second + 40, between.size());
  between.insert(between.begin() + static_cast<long>(mark(between, 0xc4, 3)), odd.begin(),
                 odd.end());
  EXPECT_TRUE(ReadPhoto(between)) << "whole";
  between.resize(second + 30);
  EXPECT_FALSE(ReadPhoto(between)) << "cut off in a scan";
}

TEST(PhotoFile, ReadsPrintersInks) {
  const Result<Photo> photo = ReadPhoto(JpegOf(0, true));
  ASSERT_TRUE(photo);
  for (int c = 0; c < 3; ++c) EXPECT_NEAR(photo->rgb[size_t(c)], 100 * 100 / 255, 4);
}

TEST(PhotoFile, StandsUpright) {
  Bytes file = JpegOf();
  // Behind the first two bytes: "Exif", big-endian, one entry that says 6.
  const std::string part =
      "\xff\xe1\x00\x22"s
      "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"s;
  file.insert(file.begin() + 2, part.begin(), part.end());
  const Result<Photo> photo = ReadPhoto(file);
  ASSERT_TRUE(photo);
  EXPECT_EQ(photo->orientation, 6);
  EXPECT_EQ(photo->width, kHeight);
  EXPECT_EQ(photo->height, kWidth);
  EXPECT_NEAR(photo->rgb[size_t(2 * kHeight + 5) * 3], 200, 6) << "the left half is above now";
  EXPECT_NEAR(photo->rgb[size_t(17 * kHeight + 5) * 3 + 2], 200, 6);
}

std::string SentenceFor(const Bytes& file) {
  const Result<Photo> photo = ReadPhoto(file);
  return photo ? "" : photo.error().message;
}
std::string SentenceFor(const std::string& text) {
  return SentenceFor(Bytes(text.begin(), text.end()));
}

TEST(PhotoFile, SaysOfEverythingElseWhatItIs) {
  EXPECT_EQ(SentenceFor(""s), "This file is empty.");
  EXPECT_NE(SentenceFor("\0\0\0\x18"
                        "ftypheic\0\0\0\0"s)
                .find("HEIC"),
            std::string::npos);
  EXPECT_NE(SentenceFor("\0\0\0\x18"
                        "ftypavif\0\0\0\0"s)
                .find("AVIF"),
            std::string::npos);
  EXPECT_NE(SentenceFor("\0\0\0\x18"
                        "ftypisom\0\0\0\0"s)
                .find("film"),
            std::string::npos);
  EXPECT_NE(SentenceFor("GIF89a"s).find("GIF"), std::string::npos);
  EXPECT_NE(SentenceFor("II*\0\x08\0\0\0"s).find("raw"), std::string::npos);
  EXPECT_NE(SentenceFor("MM\0*\0\0\0\x08"s).find("TIFF"), std::string::npos);
  EXPECT_NE(SentenceFor("BM1234"s).find("BMP"), std::string::npos);
  EXPECT_NE(SentenceFor("%PDF-1.7"s).find("PDF"), std::string::npos);
  EXPECT_NE(SentenceFor("<svg xmlns='x'/>"s).find("SVG"), std::string::npos);
  EXPECT_NE(SentenceFor("hello"s).find("no picture"), std::string::npos);
  EXPECT_NE(SentenceFor("RIFF\0\0\0\0WAVE"s).find("no picture"), std::string::npos);
}

TEST(PhotoFile, CutOffAnywhereItIsDamaged) {
  for (const Bytes& whole : {PngOf(true), JpegOf(), WebpOf(false), WebpOf(true)}) {
    // The last bytes of a PNG and a JPEG are only its end mark.
    for (size_t size = 12; size + 40 < whole.size(); size += 7) {
      const Bytes cut(whole.begin(), whole.begin() + static_cast<long>(size));
      EXPECT_NE(SentenceFor(cut), "") << size << " of " << whole.size();
    }
  }
}

TEST(PhotoFile, TooManyPixelsAreRefusedBeforeTheyAreMade) {
  // A PNG's size with its checksum: 20,000 by 20,000.
  Bytes file = PngOf(false);
  const Bytes size{0, 0, 0x4e, 0x20, 0, 0, 0x4e, 0x20};
  std::copy(size.begin(), size.end(), file.begin() + 16);
  const uLong sum = crc32(0, &file[12], 17);
  for (size_t i = 0; i < 4; ++i) file[29 + i] = static_cast<uint8_t>(sum >> (24 - 8 * i));
  EXPECT_NE(SentenceFor(file).find("too many pixels"), std::string::npos) << SentenceFor(file);
  Bytes jpeg = JpegOf();
  for (size_t i = 0; i + 9 < jpeg.size(); ++i) {
    if (jpeg[i] != 0xff || jpeg[i + 1] != 0xc0) continue;
    jpeg[i + 5] = jpeg[i + 7] = 0x4e;  // 20,000 by 20,000
    jpeg[i + 6] = jpeg[i + 8] = 0x20;
  }
  EXPECT_NE(SentenceFor(jpeg).find("too many pixels"), std::string::npos) << SentenceFor(jpeg);
  for (size_t i = 0; i + 9 < jpeg.size(); ++i) {
    if (jpeg[i] == 0xff && jpeg[i + 1] == 0xc0) jpeg[i + 7] = 0xfd;  // and one that is long
  }
  EXPECT_NE(SentenceFor(jpeg).find("longer than 30,000"), std::string::npos) << SentenceFor(jpeg);
  EXPECT_NE(SentenceFor(Bytes(kMostPhotoBytes + 1)).find("64 MB"), std::string::npos);
}

TEST(PhotoFile, OneAnimatedPictureIsSaidToMove) {
  // VP8X with the animation's bit, 20 × 10, and an ANIM part.
  const std::string file =
      "RIFF\x2a\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x13\0\0\x09\0\0"s
      "ANIM\x06\0\0\0\0\0\0\0\0\0"s
      "ANMF\0\0\0\0"s;
  EXPECT_NE(SentenceFor(file).find("moves"), std::string::npos) << SentenceFor(file);
}

}  // namespace
}  // namespace meander
