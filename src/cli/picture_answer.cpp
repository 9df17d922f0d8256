// See picture_answer.h.
#include "cli/picture_answer.h"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "base/files.h"
#include "canvas/link.h"
#include "canvas/picture_wish.h"
#include "make/photo_file.h"

namespace meander {
namespace {

// Where pixel `i` of `small` begins in `large`, and one more pixel at least for each.
int BeginOf(int i, int small, int large) {
  return static_cast<int>(static_cast<int64_t>(i) * large / small);
}

// The mean of what each pixel covers.
PictureTable Shrunk(const Photo& photo, int longest_side) {
  const double scale =
      std::min(1., static_cast<double>(longest_side) / std::max(photo.width, photo.height));
  const auto fitted = [&](int side) {
    return std::max(1, static_cast<int>(std::lround(side * scale)));
  };
  const int width = fitted(photo.width), height = fitted(photo.height);
  PictureTable out;
  out.width = static_cast<uint32_t>(width);
  out.height = static_cast<uint32_t>(height);
  out.rgba.reserve(size_t{4} * out.width * out.height);
  for (int y = 0; y < height; ++y) {
    const int top = BeginOf(y, height, photo.height);
    const int bottom = std::max(top + 1, BeginOf(y + 1, height, photo.height));
    for (int x = 0; x < width; ++x) {
      const int left = BeginOf(x, width, photo.width);
      const int right = std::max(left + 1, BeginOf(x + 1, width, photo.width));
      uint64_t sums[3] = {};
      for (int row = top; row < bottom; ++row) {
        const uint8_t* pixel = photo.rgb.data() + 3 * (size_t(row) * photo.width + left);
        for (int i = left; i < right; ++i, pixel += 3) {
          for (size_t c = 0; c < 3; ++c) sums[c] += pixel[c];
        }
      }
      const auto count = static_cast<uint64_t>(bottom - top) * static_cast<uint64_t>(right - left);
      for (const uint64_t sum : sums) {
        out.rgba.push_back(static_cast<uint8_t>((sum + count / 2) / count));
      }
      out.rgba.push_back(255);
    }
  }
  return out;
}

Result<std::vector<uint8_t>> BytesAt(std::string_view address) {
  if (address.starts_with("bytes;")) {
    TRY(const std::string bytes, DecodeBase64Url(address.substr(address.rfind(';') + 1)));
    return std::vector<uint8_t>(bytes.begin(), bytes.end());
  }
  const std::filesystem::path file{std::string(address)};
  std::error_code failed;
  if (!std::filesystem::is_regular_file(file, failed)) {
    return Fail(ErrorCode::kNotFound, "picture-gone");
  }
  const auto size = std::filesystem::file_size(file, failed);
  if (size > kMostPhotoBytes) return Fail(ErrorCode::kInvalidInput, "picture-large");
  if (size == 0) return Fail(ErrorCode::kInvalidInput, "picture-empty");
  return ReadFile(file);
}

}  // namespace

Result<std::vector<uint8_t>> AnswerPictureWish(std::string_view wish) {
  const auto asked = ReadPictureWish(wish);
  if (!asked || asked->address == "camera") return Fail(ErrorCode::kUnavailable, "camera-none");
  TRY(const std::vector<uint8_t> bytes, BytesAt(asked->address));
  const Result<Photo> photo = ReadPhoto(bytes);
  if (!photo) return Fail(photo.error().code, "picture-kind");
  return WritePictureAnswer(Shrunk(*photo, asked->longest_side));
}

}  // namespace meander
