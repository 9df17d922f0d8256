// See picture_warp.h.
#include "net/convnet/picture_warp.h"

#include <cstddef>
#include <numbers>

#include "net/convnet/convnet_layout.h"
#include "space/angles.h"

namespace meander {
namespace {

constexpr float kMostTurn = 10 * std::numbers::pi_v<float> / 180;  // radians
constexpr float kMostScale = .1f;
constexpr float kMostShift = 1.f / 16;  // of the side: 8 of 128 pixels

float Between(Rng& rng, float most) { return (2 * rng.Unit() - 1) * most; }

// Whole numbers below `value`, also below zero.
int Floor(float value) {
  const int whole = static_cast<int>(value);
  return static_cast<float>(whole) > value ? whole - 1 : whole;
}

}  // namespace

PictureWarp::PictureWarp(int side) : side_(side) { Aim(0, 1, 0, 0); }

PictureWarp::PictureWarp(int side, Rng& rng) : side_(side) {
  const float turn = Between(rng, kMostTurn), scale = 1 + Between(rng, kMostScale);
  const float right = Between(rng, kMostShift) * static_cast<float>(side);
  const float down = Between(rng, kMostShift) * static_cast<float>(side);
  Aim(turn, scale, right, down);
}

void PictureWarp::Aim(float turn, float scale, float right, float down) {
  const double angle = double{turn < 0 ? -turn : turn};
  const float sine = static_cast<float>(turn < 0 ? -SineOf(angle) : SineOf(angle)) / scale;
  const float cosine = static_cast<float>(SineOf(std::numbers::pi / 2 - angle)) / scale;
  const float middle = static_cast<float>(side_ - 1) / 2;
  taps_.reserve(size_t(side_) * size_t(side_));
  const auto within = [this](int at) { return (at % side_ + side_) % side_; };
  for (int y = 0; y < side_; ++y) {
    for (int x = 0; x < side_; ++x) {
      const float across = static_cast<float>(x) - middle - right;
      const float along = static_cast<float>(y) - middle - down;
      const float from_x = middle + cosine * across - sine * along;
      const float from_y = middle + sine * across + cosine * along;
      const int left = Floor(from_x), top = Floor(from_y);
      const float u = from_x - static_cast<float>(left), v = from_y - static_cast<float>(top);
      const auto at = [&](int row, int column) {
        return static_cast<uint32_t>((within(row) * side_ + within(column)) * kPictureChannels);
      };
      taps_.push_back({{at(top, left), at(top, left + 1), at(top + 1, left), at(top + 1, left + 1)},
                       {(1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v}});
    }
  }
}

std::vector<float> PictureWarp::Forward(std::span<const float> picture) const {
  std::vector<float> result(picture.size());
  float* to = result.data();
  for (const Tap& tap : taps_) {
    for (uint32_t c = 0; c < kPictureChannels; ++c) {
      float sum = 0;
      for (int i = 0; i < 4; ++i) sum += picture[tap.at[i] + c] * tap.share[i];
      *to++ = sum;
    }
  }
  return result;
}

std::vector<float> PictureWarp::Reverse(std::span<const float> gradient) const {
  std::vector<float> result(gradient.size());
  const float* from = gradient.data();
  for (const Tap& tap : taps_) {
    for (uint32_t c = 0; c < kPictureChannels; ++c) {
      const float value = *from++;
      for (int i = 0; i < 4; ++i) result[tap.at[i] + c] += value * tap.share[i];
    }
  }
  return result;
}

}  // namespace meander
