// A picture as the waves it is made of, for growing it by its gradient (Olah, Mordvintsev and
// Schubert 2017, "Feature Visualization"; Mordvintsev et al. 2018, "Differentiable Image
// Parameterizations"). The parameters are the heights of plane waves, those of wavelength λ weighed
// by λ, so that a step moves large shapes as much as photos hold them (1/f) instead of painting
// single pixels; of three colours that do not go together in photos; a sigmoid keeps each colour
// within what a screen can show.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace meander {

class FourierPicture {
 public:
  // `side`: IsPictureSide. Begins nearly grey, with a little noise of that seed.
  FourierPicture(int side, uint64_t seed);

  // Colours in 0 … 1, [side, side, 3].
  std::span<const float> colours() const { return colours_; }
  // The gradient at the parameters of what has `gradient` at the colours.
  std::vector<float> Reverse(std::span<const float> gradient) const;

  // [3, side, side]. After a change Draw() works the colours out anew.
  std::span<float> parameters() { return parameters_; }
  void Draw();

 private:
  // Matrix · table, a row a wave (or its transpose): `panels` of net/convnet/panel_product.h.
  void Multiply(const std::vector<float>& panels, const float* from, float* to) const;

  const int side_;
  std::vector<float> waves_, places_;  // panels of the table of waves and of its transpose
  std::vector<float> weights_;         // [side, side] of a parameter's wave
  std::vector<float> parameters_, colours_;
};

}  // namespace meander
