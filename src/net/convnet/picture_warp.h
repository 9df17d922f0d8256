// A picture turned, made larger or smaller and shifted by a little, and gradients back. What is
// grown has to wake its unit wherever it stands, so that it becomes a shape and no pattern of
// single pixels (Olah, Mordvintsev and Schubert 2017, "transformation robustness").
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/rng.h"

namespace meander {

class PictureWarp {
 public:
  // As it is.
  explicit PictureWarp(int side);
  // By chance: a turn within ±10°, a scale of .9 … 1.1, a shift within ±side/16 each way.
  PictureWarp(int side, Rng& rng);

  // [side, side, 3] both. Past an edge the picture begins again at the other, as its waves do.
  std::vector<float> Forward(std::span<const float> picture) const;
  std::vector<float> Reverse(std::span<const float> gradient) const;

 private:
  void Aim(float turn, float scale, float right, float down);

  struct Tap {  // four neighbours, mixed
    uint32_t at[4];
    float share[4];
  };
  const int side_;
  std::vector<Tap> taps_;
};

}  // namespace meander
