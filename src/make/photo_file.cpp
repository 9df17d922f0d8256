// See photo_file.h.
#include "make/photo_file.h"

#include <png.h>
#include <turbojpeg.h>
#include <webp/decode.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

#include "make/photo_exif.h"

namespace meander {
namespace {

std::unexpected<Error> Bad(const char* sentence) {
  return Fail(ErrorCode::kInvalidInput, sentence);
}
std::unexpected<Error> Damaged() {
  return Fail(ErrorCode::kCorrupt, "This picture is damaged: it cannot be read to its end.");
}

bool HasAt(ByteSpan file, size_t at, std::string_view text) {
  return file.size() >= at + text.size() && AsText(file.subspan(at, text.size())) == text;
}

// What a file is that is none of the three kinds.
std::unexpected<Error> Refuse(ByteSpan file) {
  if (file.empty()) return Bad("This file is empty.");
  if (HasAt(file, 4, "ftyp")) {
    for (const std::string_view brand : {"heic", "heix", "hevc", "mif1", "msf1"}) {
      if (HasAt(file, 8, brand)) {
        return Bad("This is a HEIC picture, as some phones store it; please save it as a JPEG.");
      }
    }
    if (HasAt(file, 8, "avif") || HasAt(file, 8, "avis")) {
      return Bad("This is an AVIF picture; please save it as a JPEG or a PNG.");
    }
    return Bad("This is a film or a camera's own format; please save one picture as a JPEG.");
  }
  if (HasAt(file, 0, "GIF8")) return Bad("This is a GIF; please save one picture of it as a PNG.");
  if (HasAt(file, 0, "II*") || HasAt(file, 0, std::string_view("MM\0*", 4))) {
    return Bad("This is a TIFF or a camera's raw picture; please save it as a JPEG or a PNG.");
  }
  if (HasAt(file, 0, "BM")) return Bad("This is a BMP picture; please save it as a PNG.");
  if (HasAt(file, 0, "%PDF")) return Bad("This is a PDF; please save one picture of it as a PNG.");
  if (HasAt(file, 0, "<svg") || HasAt(file, 0, "<?xml")) {
    return Bad("This is a drawing in SVG; please save it as a PNG.");
  }
  return Bad("This is no picture that can be read here: a PNG, a JPEG or a WebP.");
}

// Room for so many pixels, or the sentence for too many.
Result<Photo> PhotoOf(const char* kind, int64_t width, int64_t height) {
  if (width < 1 || height < 1) return Damaged();
  if (width > kLongestPhotoSide || height > kLongestPhotoSide) {
    return Bad("This picture is longer than 30,000 pixels; a part of it can be looked at.");
  }
  if (static_cast<uint64_t>(width * height) > kMostPhotoPixels) {
    return Bad("This picture has too many pixels; up to 100 million can be looked at.");
  }
  Photo photo{static_cast<int>(width), static_cast<int>(height), {}, kind};
  photo.rgb.resize(static_cast<size_t>(width * height) * 3);
  return photo;
}

// What is clear is on white, mixed as browsers and Pillow do it: by the numbers as they stand.
void PutOnWhite(const std::vector<uint8_t>& rgba, std::vector<uint8_t>& rgb) {
  for (size_t i = 0; i < rgba.size() / 4; ++i) {
    const int alpha = rgba[i * 4 + 3];
    for (size_t c = 0; c < 3; ++c) {
      rgb[i * 3 + c] =
          static_cast<uint8_t>((rgba[i * 4 + c] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
  }
}

Result<Photo> ReadPng(ByteSpan file) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, file.data(), file.size())) return Damaged();
  const std::unique_ptr<png_image, void (*)(png_image*)> freed(&image, png_image_free);
  TRY(Photo photo, PhotoOf("PNG", image.width, image.height));
  const bool has_alpha = (image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
  image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;  // or 16 bits are taken for linear light
  image.format = has_alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  std::vector<uint8_t> rgba(has_alpha ? photo.rgb.size() / 3 * 4 : 0);
  if (!png_image_finish_read(&image, nullptr, has_alpha ? rgba.data() : photo.rgb.data(), 0,
                             nullptr)) {
    return Damaged();
  }
  if (has_alpha) PutOnWhite(rgba, photo.rgb);
  return photo;
}

// Four inks as printers' files have them, each stored as how much of it is missing.
void ReadInks(const std::vector<uint8_t>& inks, std::vector<uint8_t>& rgb) {
  for (size_t i = 0; i < rgb.size() / 3; ++i) {
    for (size_t c = 0; c < 3; ++c) {
      rgb[i * 3 + c] = static_cast<uint8_t>((inks[i * 4 + c] * inks[i * 4 + 3] + 127) / 255);
    }
  }
}

// Whether the mark of its end is there: parts with a length each, and behind each scan's head its
// bits, in which FF is followed by 00 or by a restart's mark. The library fills up what is missing
// and tells only of the first thing that was odd.
bool IsWholeJpeg(ByteSpan file) {
  size_t at = 2;
  while (at + 2 <= file.size()) {
    if (file[at] != 0xff || file[at + 1] == 0 || file[at + 1] == 0xff) {
      ++at;  // bits, or what fills up
      continue;
    }
    const uint8_t marker = file[at + 1];
    if (marker == 0xd9) return true;
    at += 2;
    if ((marker >= 0xd0 && marker <= 0xd8) || marker == 0x01) continue;  // without a length
    if (at + 2 > file.size()) return false;
    at += std::max<size_t>(static_cast<size_t>(file[at]) << 8 | file[at + 1], 2);
  }
  return false;
}

Result<Photo> ReadJpeg(ByteSpan file) {
  const std::unique_ptr<void, int (*)(void*)> decoder(tjInitDecompress(), tjDestroy);
  if (decoder == nullptr) return Fail(ErrorCode::kUnavailable, "There is not enough memory.");
  int width = 0, height = 0, sampling = 0, colours = 0;
  const auto* bytes = static_cast<const unsigned char*>(file.data());
  if (tjDecompressHeader3(decoder.get(), bytes, file.size(), &width, &height, &sampling,
                          &colours) != 0 &&
      tjGetErrorCode(decoder.get()) != TJERR_WARNING) {
    return Damaged();
  }
  if (!IsWholeJpeg(file)) return Damaged();
  TRY(Photo photo, PhotoOf("JPEG", width, height));
  const bool has_inks = colours == TJCS_CMYK || colours == TJCS_YCCK;
  std::vector<uint8_t> inks(has_inks ? photo.rgb.size() / 3 * 4 : 0);
  int flags = TJFLAG_ACCURATEDCT;
#ifdef TJFLAG_LIMITSCANS
  flags |= TJFLAG_LIMITSCANS;  // a small file cannot keep us busy for hours
#endif
  if (tjDecompress2(decoder.get(), bytes, file.size(), has_inks ? inks.data() : photo.rgb.data(),
                    width, 0, height, has_inks ? TJPF_CMYK : TJPF_RGB, flags) != 0) {
    // Oddities between the parts are only a warning.
    if (tjGetErrorCode(decoder.get()) != TJERR_WARNING) return Damaged();
  }
  if (has_inks) ReadInks(inks, photo.rgb);
  return photo;
}

Result<Photo> ReadWebp(ByteSpan file) {
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(file.data(), file.size(), &features) != VP8_STATUS_OK) return Damaged();
  if (features.has_animation) {
    return Bad("This picture moves; please save one picture of it as a PNG.");
  }
  TRY(Photo photo, PhotoOf("WebP", features.width, features.height));
  if (!features.has_alpha) {
    return WebPDecodeRGBInto(file.data(), file.size(), photo.rgb.data(), photo.rgb.size(),
                             photo.width * 3) != nullptr
               ? Result<Photo>(std::move(photo))
               : Damaged();
  }
  std::vector<uint8_t> rgba(photo.rgb.size() / 3 * 4);
  if (WebPDecodeRGBAInto(file.data(), file.size(), rgba.data(), rgba.size(), photo.width * 4) ==
      nullptr) {
    return Damaged();
  }
  PutOnWhite(rgba, photo.rgb);
  return photo;
}

Result<Photo> Decoded(ByteSpan file) {
  if (HasAt(file, 0, "\x89PNG\r\n\x1a\n")) return ReadPng(file);
  if (HasAt(file, 0, "\xff\xd8\xff")) return ReadJpeg(file);
  if (HasAt(file, 0, "RIFF") && HasAt(file, 8, "WEBP")) return ReadWebp(file);
  return Refuse(file);
}

}  // namespace

Result<Photo> ReadPhoto(ByteSpan file) {
  if (file.size() > kMostPhotoBytes) return Bad("This file is larger than 64 MB.");
  TRY(Photo photo, Decoded(file));
  photo.orientation = OrientationOf(file);
  PhotoSize size{photo.width, photo.height};
  if (photo.orientation > 1) photo.rgb = Upright(photo.rgb, photo.orientation, size);
  photo.width = size.width;
  photo.height = size.height;
  return photo;
}

}  // namespace meander
