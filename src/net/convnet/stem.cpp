// See stem.h.
#include "net/convnet/stem.h"

#include <algorithm>
#include <vector>

#include "net/convnet/panel_product.h"

namespace meander {
namespace {

constexpr int kPatch = 27, kPaddedPatch = 32;
constexpr size_t kAcross = 3 * kPictureChannels;  // numbers of one kernel row

// Which of a kernel's three rows or columns lie in the picture, from place `at` on.
struct Within {
  int first, last;
};
constexpr Within WithinPicture(int at, int side) {
  return {std::max(0, -at), std::min(3, side - at)};
}

}  // namespace

void StemForward(const ConvLayer& stem, const float* panels, const float* bias,
                 const float* picture, float* output) {
  std::vector<float> patches(size_t{kPatch} * size_t(stem.side_out));
  for (int y = 0; y < stem.side_out; ++y) {
    std::ranges::fill(patches, 0.f);
    const int top = 2 * y - stem.padding;
    const Within rows = WithinPicture(top, stem.side_in);
    for (int x = 0; x < stem.side_out; ++x) {
      const int left = 2 * x - stem.padding;
      const Within columns = WithinPicture(left, stem.side_in);
      for (int row = rows.first; row < rows.last; ++row) {
        const float* const from =
            picture + (size_t(top + row) * size_t(stem.side_in) + size_t(left + columns.first)) *
                          kPictureChannels;
        std::copy_n(from, (columns.last - columns.first) * kPictureChannels,
                    &patches[size_t(x) * kPatch + size_t(row) * kAcross +
                             size_t(columns.first) * kPictureChannels]);
      }
    }
    MultiplyPanels(panels, kPatch, stem.outputs, patches.data(), stem.side_out,
                   {bias, nullptr, stem.clips},
                   output + size_t(y) * size_t(stem.side_out) * size_t(stem.outputs));
  }
}

void StemReverse(const ConvLayer& stem, const float* panels, const float* output_gradient,
                 float* picture_gradient) {
  std::fill_n(picture_gradient, size_t(stem.side_in) * size_t(stem.side_in) * kPictureChannels,
              0.f);
  std::vector<float> patches(size_t{kPaddedPatch} * size_t(stem.side_out));
  for (int y = 0; y < stem.side_out; ++y) {
    MultiplyPanels(panels, stem.outputs, kPaddedPatch,
                   output_gradient + size_t(y) * size_t(stem.side_out) * size_t(stem.outputs),
                   stem.side_out, {}, patches.data());
    const int top = 2 * y - stem.padding;
    const Within rows = WithinPicture(top, stem.side_in);
    for (int x = 0; x < stem.side_out; ++x) {
      const int left = 2 * x - stem.padding;
      const Within columns = WithinPicture(left, stem.side_in);
      for (int row = rows.first; row < rows.last; ++row) {
        for (int column = columns.first; column < columns.last; ++column) {
          float* const to =
              picture_gradient +
              (size_t(top + row) * size_t(stem.side_in) + size_t(left + column)) * kPictureChannels;
          const float* const from = &patches[size_t(x) * kPaddedPatch + size_t(row) * kAcross +
                                             size_t(column) * kPictureChannels];
          for (int c = 0; c < kPictureChannels; ++c) to[c] += from[c];
        }
      }
    }
  }
}

}  // namespace meander
