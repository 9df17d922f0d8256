// See photo_exif.h.
#include "make/photo_exif.h"

#include <string_view>
#include <utility>

namespace meander {
namespace {

constexpr int kUpright = 1;
constexpr uint16_t kOrientationTag = 0x0112, kShort = 3;

// A number of `count` bytes at `at`; 0 where the bytes end before.
uint32_t NumberAt(ByteSpan bytes, size_t at, size_t count, bool is_big_endian) {
  if (at > bytes.size() || count > bytes.size() - at) return 0;
  uint32_t value = 0;
  for (size_t i = 0; i < count; ++i) {
    value = value << 8 | bytes[at + (is_big_endian ? i : count - 1 - i)];
  }
  return value;
}

bool BeginsWith(ByteSpan bytes, size_t at, std::string_view text) {
  return at <= bytes.size() && text.size() <= bytes.size() - at &&
         AsText(bytes.subspan(at, text.size())) == text;
}

constexpr std::string_view kExifHead("Exif\0\0", 6);

int InJpeg(ByteSpan file) {
  for (size_t at = 2; at + 4 <= file.size() && file[at] == 0xff;) {
    const uint8_t marker = file[at + 1];
    if (marker == 0xff) {
      ++at;  // a byte that fills up
      continue;
    }
    if (marker == 0xda || marker == 0xd9) break;  // the picture itself
    const size_t size = NumberAt(file, at + 2, 2, true);
    if (size < 2 || size > file.size() - at - 2) break;
    if (marker == 0xe1 && BeginsWith(file, at + 4, kExifHead) && size >= 8) {
      return OrientationOfTiff(file.subspan(at + 10, size - 8));
    }
    at += 2 + size;
  }
  return kUpright;
}

// PNG and WebP are both rows of parts with a name and a size.
int InParts(ByteSpan file, size_t first, bool is_png) {
  for (size_t at = first; at + 8 <= file.size();) {
    const size_t size = NumberAt(file, is_png ? at : at + 4, 4, is_png);
    if (size > file.size() - at - 8) break;
    if (BeginsWith(file, is_png ? at + 4 : at, is_png ? "eXIf" : "EXIF")) {
      ByteSpan tiff = file.subspan(at + 8, size);
      if (BeginsWith(tiff, 0, kExifHead)) tiff = tiff.subspan(kExifHead.size());
      return OrientationOfTiff(tiff);
    }
    at += 8 + size + (is_png ? 4 : size % 2);  // a checksum; an even place
  }
  return kUpright;
}

}  // namespace

int OrientationOfTiff(ByteSpan tiff) {
  const bool is_big = BeginsWith(tiff, 0, "MM");
  if (!is_big && !BeginsWith(tiff, 0, "II")) return kUpright;
  if (NumberAt(tiff, 2, 2, is_big) != 42) return kUpright;
  const size_t directory = NumberAt(tiff, 4, 4, is_big);
  const size_t count = NumberAt(tiff, directory, 2, is_big);
  for (size_t i = 0; i < count; ++i) {
    const size_t entry = directory + 2 + i * 12;
    if (entry + 12 > tiff.size()) break;
    if (NumberAt(tiff, entry, 2, is_big) != kOrientationTag) continue;
    const uint32_t value = NumberAt(tiff, entry + 8, 2, is_big);
    const bool is_sound =
        NumberAt(tiff, entry + 2, 2, is_big) == kShort && value >= 1 && value <= 8;
    return is_sound ? static_cast<int>(value) : kUpright;
  }
  return kUpright;
}

int OrientationOf(ByteSpan file) {
  if (BeginsWith(file, 0, "\xff\xd8")) return InJpeg(file);
  if (BeginsWith(file, 0, "\x89PNG\r\n\x1a\n")) return InParts(file, 8, true);
  if (BeginsWith(file, 0, "RIFF") && BeginsWith(file, 8, "WEBP")) return InParts(file, 12, false);
  return kUpright;
}

std::vector<uint8_t> Upright(const std::vector<uint8_t>& pixels, int orientation, PhotoSize& size) {
  if (orientation <= kUpright || orientation > 8) return pixels;
  const int width = size.width, height = size.height;
  if (orientation >= 5) std::swap(size.width, size.height);
  std::vector<uint8_t> turned(pixels.size());
  uint8_t* to = turned.data();
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      // Columns and rows change places from 5 on; then each runs forward or back.
      int column = orientation >= 5 ? y : x, row = orientation >= 5 ? x : y;
      if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) {
        column = width - 1 - column;
      }
      if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) {
        row = height - 1 - row;
      }
      const uint8_t* from = &pixels[(static_cast<size_t>(row) * static_cast<size_t>(width) +
                                     static_cast<size_t>(column)) *
                                    3];
      for (int c = 0; c < 3; ++c) *to++ = *from++;
    }
  }
  return turned;
}

}  // namespace meander
