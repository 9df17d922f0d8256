// See picture_input.h.
#include "net/convnet/picture_input.h"

#include <algorithm>
#include <cmath>

namespace meander {
namespace {

constexpr int kWeightBits = 32 - 8 - 2;  // as Pillow's Resample.c
constexpr double kCubic = -0.5;

double Cubic(double x) {
  x = std::fabs(x);
  if (x < 1) return ((kCubic + 2) * x - (kCubic + 3)) * x * x + 1;
  if (x < 2) return (((x - 5) * x + 8) * x - 4) * kCubic;
  return 0;
}

// Which of `side` numbers one of `to` is made of, and with which weights.
struct Taps {
  int first = 0;
  std::vector<int32_t> weights;
};

std::vector<Taps> TapsOf(int side, int to, PhotoFilter filter) {
  const bool is_cubic = filter == PhotoFilter::kBicubic;
  const double scale = static_cast<double>(side) / to;
  const double widened = std::max(scale, 1.0), reach = (is_cubic ? 2 : 1) * widened;
  std::vector<Taps> all(static_cast<size_t>(to));
  for (int out = 0; out < to; ++out) {
    const double middle = (out + 0.5) * scale;
    const int first = std::max(0, static_cast<int>(middle - reach + 0.5));
    const int last = std::min(side, static_cast<int>(middle + reach + 0.5));
    std::vector<double> weights;
    double sum = 0;
    for (int i = first; i < last; ++i) {
      const double x = (i - middle + 0.5) * (1.0 / widened);
      weights.push_back(is_cubic ? Cubic(x) : std::max(1 - std::fabs(x), 0.0));
      sum += weights.back();
    }
    Taps& taps = all[static_cast<size_t>(out)];
    taps.first = first;
    const double share = 1.0 / sum;
    for (const double weight : weights) {
      const double whole = weight * share * (1 << kWeightBits);
      taps.weights.push_back(static_cast<int32_t>(whole < 0 ? whole - 0.5 : whole + 0.5));
    }
  }
  return all;
}

// One colour of one pixel, `step` bytes apart.
uint8_t Mixed(const Taps& taps, const uint8_t* from, size_t step) {
  int32_t sum = 1 << (kWeightBits - 1);
  for (const int32_t weight : taps.weights) {
    sum += weight * *from;
    from += step;
  }
  return static_cast<uint8_t>(std::clamp(sum >> kWeightBits, 0, 255));
}

}  // namespace

PhotoSquare MiddleSquare(int width, int height, double share) {
  const int side = std::max(1, static_cast<int>(std::min(width, height) * share));
  return {(width - side + 1) / 2, (height - side + 1) / 2, side};
}

Result<std::vector<uint8_t>> ShrinkPhoto(const PhotoPixels& photo, const PhotoSquare& square,
                                         int to) {
  return ResizePhoto(photo, {square.left, square.top, square.side, square.side}, to, to,
                     PhotoFilter::kBicubic);
}

Result<std::vector<uint8_t>> ResizePhoto(const PhotoPixels& photo, const PhotoPart& part,
                                         int to_width, int to_height, PhotoFilter filter) {
  const bool is_sound =
      photo.width > 0 && photo.height > 0 && photo.width <= kMostPhotoSide &&
      photo.height <= kMostPhotoSide && (photo.bytes_each == 3 || photo.bytes_each == 4) &&
      photo.bytes.size() == size_t(photo.width) * size_t(photo.height) * size_t(photo.bytes_each);
  const bool is_inside = part.width > 0 && part.height > 0 && part.left >= 0 && part.top >= 0 &&
                         part.left <= photo.width - part.width &&
                         part.top <= photo.height - part.height;
  const int least = std::min(to_width, to_height), most = std::max(to_width, to_height);
  if (!is_sound || !is_inside || least < 1 || most > kMostPhotoSide) {
    return Fail(ErrorCode::kInvalidInput, "That is no part of this picture.");
  }
  const std::vector<Taps> across = TapsOf(part.width, to_width, filter);
  const std::vector<Taps> down = TapsOf(part.height, to_height, filter);
  const size_t row_bytes = size_t(photo.width) * size_t(photo.bytes_each);
  const size_t row_made = size_t(to_width) * kPictureChannels;
  std::vector<uint8_t> narrow(size_t(part.height) * row_made), small(size_t(to_height) * row_made);
  for (int y = 0; y < part.height; ++y) {
    const uint8_t* const row = photo.bytes.data() + size_t(part.top + y) * row_bytes +
                               size_t(part.left) * size_t(photo.bytes_each);
    for (size_t x = 0; x < size_t(to_width); ++x) {
      const uint8_t* const from = row + size_t(across[x].first) * size_t(photo.bytes_each);
      for (size_t c = 0; c < kPictureChannels; ++c) {
        narrow[size_t(y) * row_made + x * kPictureChannels + c] =
            Mixed(across[x], from + c, size_t(photo.bytes_each));
      }
    }
  }
  for (size_t y = 0; y < size_t(to_height); ++y) {
    for (size_t x = 0; x < row_made; ++x) {
      small[y * row_made + x] =
          Mixed(down[y], &narrow[size_t(down[y].first) * row_made + x], row_made);
    }
  }
  return small;
}

std::vector<float> PictureOf(std::span<const uint8_t> pixels) {
  std::vector<float> picture(pixels.size());
  std::ranges::transform(pixels, picture.begin(),
                         [](uint8_t v) { return (static_cast<float>(v) - 127.f) / 128.f; });
  return picture;
}

}  // namespace meander
