// See fourier_picture.h. One row of waves is orthonormal: 1, cos x, sin x, cos 2x, sin 2x, … and
// the highest, which has no sine. Products of two rows are waves that stand; a quarter turn makes
// of each four the plane waves cos(fx ± gy), sin(fx ± gy), so that no direction is a favourite.
#include "net/convnet/fourier_picture.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "base/rng.h"
#include "net/convnet/convnet_weights.h"
#include "net/convnet/panel_product.h"
#include "net/row_math.h"
#include "space/angles.h"

namespace meander {
namespace {

constexpr int kColours = 3;
// What each of three unrelated colours, brightness first, gives to red, green and blue: the root of
// the colours' covariance in ImageNet (Lucid, optvis/param/color.py), its longest column made 1.
constexpr float kMix[kColours][kColours] = {
    {.26f, .27f, .27f}, {.09f, .00f, -.09f}, {.02f, -.05f, .03f}};
constexpr float kLongest = .4619523f;  // √(.26² + .27² + .27²)
// As Lucid scales them: a quarter of its inverse transform; a wave is two complex numbers.
constexpr float kStrength = std::numbers::sqrt2_v<float> / 4;
constexpr float kNoise = .01f;

double SineOfTurn(double share) {  // of 2π · share, share ≥ 0
  share -= std::floor(share);
  const double angle = 2 * std::numbers::pi * share;
  return share <= .5 ? SineOf(angle) : -SineOf(angle - std::numbers::pi);
}

// wave · place
float Wave(int wave, int place, int side) {
  const double share = static_cast<double>((wave + 1) / 2 * place) / side;
  const double height = std::sqrt((wave == 0 || wave == side - 1 ? 1. : 2.) / side);
  const bool is_sine = wave % 2 == 0 && wave > 0;
  return static_cast<float>(height * SineOfTurn(is_sine ? share : share + .25));
}

// [columns / 8, side, 8] of at(row, column).
template <class At>
std::vector<float> PanelsOf(int side, const At& at) {
  std::vector<float> panels;
  for (int first = 0; first < side; first += kPanelColumns) {
    for (int row = 0; row < side; ++row) {
      for (int column = 0; column < kPanelColumns; ++column) {
        panels.push_back(at(row, first + column));
      }
    }
  }
  return panels;
}

void TransposeSquare(std::span<float> square, int side) {
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < y; ++x)
      std::swap(square[size_t(y * side + x)], square[size_t(x * side + y)]);
  }
}

// Plane waves into standing ones, or a gradient back: cos(fx ± gy) = cos cos ∓ sin sin,
// sin(fx ± gy) = sin cos ± cos sin. Where cos cos and sin sin stand are the cosines of sum and
// difference, where sin cos and cos sin stand the sines.
void Turn(std::span<float> square, int side, bool to_standing) {
  constexpr float kHalf = std::numbers::sqrt2_v<float> / 2;
  for (int f = 1; f + 2 < side; f += 2) {
    for (int g = 1; g + 2 < side; g += 2) {
      float& cc = square[size_t(f * side + g)];
      float& cs = square[size_t(f * side + g + 1)];
      float& sc = square[size_t((f + 1) * side + g)];
      float& ss = square[size_t((f + 1) * side + g + 1)];
      const float sum = (cc + ss) * kHalf;
      const float difference = to_standing ? (ss - cc) * kHalf : (cc - ss) * kHalf;
      (to_standing ? cc : ss) = sum;
      (to_standing ? ss : cc) = difference;
      const float sines = (sc + cs) * kHalf;
      cs = (sc - cs) * kHalf;
      sc = sines;
    }
  }
}

float Sigmoid(float x) {
  const float e = ExpOfNegative(x < 0 ? x : -x);
  return x < 0 ? e / (1.f + e) : 1.f / (1.f + e);
}

}  // namespace

FourierPicture::FourierPicture(int side, uint64_t seed)
    : side_(side),
      waves_(PanelsOf(side, [side](int row, int column) { return Wave(row, column, side); })),
      places_(PanelsOf(side, [side](int row, int column) { return Wave(column, row, side); })) {
  for (int f = 0; f < side; ++f) {
    for (int g = 0; g < side; ++g) {
      const int across = (f + 1) / 2, down = (g + 1) / 2;
      const float frequency = std::sqrt(static_cast<float>(across * across + down * down));
      weights_.push_back(kStrength * static_cast<float>(side) / std::max(frequency, 1.f));
    }
  }
  parameters_.resize(kColours * weights_.size());
  Rng rng(seed);
  for (float& parameter : parameters_) {  // nearly normal: twelve even draws have variance 1
    float sum = -6;
    for (int i = 0; i < 12; ++i) sum += rng.Unit();
    parameter = kNoise * sum;
  }
  colours_.resize(parameters_.size());
  Draw();
}

void FourierPicture::Multiply(const std::vector<float>& panels, const float* from,
                              float* to) const {
  MultiplyPanels(panels.data(), side_, side_, from, side_, {}, to);
}

void FourierPicture::Draw() {
  const size_t size = weights_.size();
  std::vector<float> planes[kColours], first(size), second(size);
  for (int c = 0; c < kColours; ++c) {
    for (size_t i = 0; i < size; ++i) first[i] = parameters_[size_t(c) * size + i] * weights_[i];
    Turn(first, side_, true);
    Multiply(waves_, first.data(), second.data());
    TransposeSquare(second, side_);
    planes[c].resize(size);
    Multiply(waves_, second.data(), planes[c].data());
  }
  for (size_t i = 0; i < size; ++i) {
    for (int to = 0; to < kColours; ++to) {
      float sum = 0;
      for (int c = 0; c < kColours; ++c) sum += planes[c][i] * (kMix[c][to] / kLongest);
      colours_[i * kColours + size_t(to)] = Sigmoid(sum);
    }
  }
}

std::vector<float> FourierPicture::Reverse(std::span<const float> gradient) const {
  const size_t size = weights_.size();
  std::vector<float> result(parameters_.size()), first(size), second(size);
  for (int c = 0; c < kColours; ++c) {
    for (size_t i = 0; i < size; ++i) {
      float sum = 0;
      for (size_t to = 0; to < kColours; ++to) {
        const float colour = colours_[i * kColours + to];
        sum += gradient[i * kColours + to] * colour * (1.f - colour) * (kMix[c][to] / kLongest);
      }
      first[i] = sum;
    }
    Multiply(places_, first.data(), second.data());
    TransposeSquare(second, side_);
    const std::span<float> to = std::span(result).subspan(size_t(c) * size, size);
    Multiply(places_, second.data(), to.data());
    Turn(to, side_, false);
    for (size_t i = 0; i < size; ++i) to[i] *= weights_[i];
  }
  return result;
}

}  // namespace meander
