// See depthwise.h. Four channels at a time; of places whose whole kernel is inside the picture four
// along a row together, which share what they load.
#include "net/convnet/depthwise.h"

#include <algorithm>

#include "net/simd.h"

namespace meander {
namespace {

using simd::F4;

struct Pass {
  int side_in, side_out, channels, padding;
  bool clips;
};

inline F4 Finished(F4 sum, bool clips) {
  return clips ? simd::Min(simd::Max(sum, simd::Splat(0.f)), simd::Splat(kClip)) : sum;
}

// One output row, channels [c, c + 4): `row_first` … `row_last` of the kernel lie in the picture.
template <int kKernel, int kStride>
void Row(const Pass& pass, const float* kernels, F4 bias, const float* input, int y, int c,
         float* output) {
  constexpr int kTogether = 4;
  const size_t channels = size_t(pass.channels);
  const int top = y * kStride - pass.padding;
  const int row_first = std::max(0, -top), row_last = std::min(kKernel, pass.side_in - top);
  const auto at = [&](int row, int x) {
    return input + (size_t(top + row) * size_t(pass.side_in) + size_t(x)) * channels + size_t(c);
  };
  const auto kernel_at = [&](int row, int column) {
    return simd::Load<F4>(kernels + size_t(row * kKernel + column) * channels + size_t(c));
  };
  const auto put = [&](int x, F4 sum) {
    simd::Store(output + (size_t(y) * size_t(pass.side_out) + size_t(x)) * channels + size_t(c),
                Finished(sum, pass.clips));
  };
  for (int x = 0; x < pass.side_out;) {
    const int left = x * kStride - pass.padding;
    const int last_left = left + (kTogether - 1) * kStride;
    if (left >= 0 && x + kTogether <= pass.side_out && last_left + kKernel <= pass.side_in) {
      F4 sums[kTogether] = {bias, bias, bias, bias};
      for (int row = row_first; row < row_last; ++row) {
        F4 weights[kKernel];
        for (int i = 0; i < kKernel; ++i) weights[i] = kernel_at(row, i);
        const float* const from = at(row, left);
#pragma GCC unroll 16
        for (int i = 0; i < kKernel + (kTogether - 1) * kStride; ++i) {
          const F4 value = simd::Load<F4>(from + size_t(i) * channels);
#pragma GCC unroll 4
          for (int t = 0; t < kTogether; ++t) {
            const int column = i - t * kStride;
            if (column >= 0 && column < kKernel) sums[t] += value * weights[column];
          }
        }
      }
      for (int t = 0; t < kTogether; ++t) put(x + t, sums[t]);
      x += kTogether;
      continue;
    }
    const int first = std::max(0, -left), last = std::min(kKernel, pass.side_in - left);
    F4 sum = bias;
    for (int row = row_first; row < row_last; ++row) {
      for (int i = first; i < last; ++i) {
        sum += simd::Load<F4>(at(row, left + i)) * kernel_at(row, i);
      }
    }
    put(x++, sum);
  }
}

template <int kKernel, int kStride>
void Run(const Pass& pass, const float* kernels, const float* bias, const float* input,
         float* output) {
  for (int y = 0; y < pass.side_out; ++y) {
    for (int c = 0; c < pass.channels; c += 4) {
      const F4 first = bias != nullptr ? simd::Load<F4>(bias + c) : simd::Splat(0.f);
      Row<kKernel, kStride>(pass, kernels, first, input, y, c, output);
    }
  }
}

// Stride 2 backwards: of the kernel's rows and columns only every second reaches a place.
struct Reach {
  int place[3], offset[3], count = 0;  // output places, and which of the kernel reaches there
};
Reach ReachOf(const ConvLayer& layer, int at) {
  Reach reach;
  for (int offset = 0; offset < layer.kernel; ++offset) {
    const int twice = at + layer.padding - offset;
    if (twice < 0 || twice % 2 != 0 || twice / 2 >= layer.side_out) continue;
    reach.place[reach.count] = twice / 2;
    reach.offset[reach.count++] = offset;
  }
  return reach;
}

void ReverseByTwo(const ConvLayer& layer, const float* kernels, const float* output_gradient,
                  float* gradient) {
  const size_t channels = size_t(layer.outputs);
  for (int v = 0; v < layer.side_in; ++v) {
    const Reach rows = ReachOf(layer, v);
    for (int u = 0; u < layer.side_in; ++u) {
      const Reach columns = ReachOf(layer, u);
      float* const to = gradient + (size_t(v) * size_t(layer.side_in) + size_t(u)) * channels;
      for (size_t c = 0; c < channels; c += 4) {
        F4 sum = simd::Splat(0.f);
        for (int j = 0; j < rows.count; ++j) {
          for (int i = 0; i < columns.count; ++i) {
            const size_t place =
                size_t(rows.place[j]) * size_t(layer.side_out) + size_t(columns.place[i]);
            const size_t weight =
                size_t(rows.offset[j]) * size_t(layer.kernel) + size_t(columns.offset[i]);
            sum += simd::Load<F4>(output_gradient + place * channels + c) *
                   simd::Load<F4>(kernels + weight * channels + c);
          }
        }
        simd::Store(to + c, sum);
      }
    }
  }
}

}  // namespace

void DepthwiseForward(const ConvLayer& layer, const float* kernels, const float* bias,
                      const float* input, float* output) {
  const Pass pass{layer.side_in, layer.side_out, layer.outputs, layer.padding, layer.clips};
  if (layer.kernel == 3) {
    layer.stride == 1 ? Run<3, 1>(pass, kernels, bias, input, output)
                      : Run<3, 2>(pass, kernels, bias, input, output);
  } else {
    layer.stride == 1 ? Run<5, 1>(pass, kernels, bias, input, output)
                      : Run<5, 2>(pass, kernels, bias, input, output);
  }
}

void DepthwiseReverse(const ConvLayer& layer, const float* kernels, const float* turned,
                      const float* output_gradient, float* gradient) {
  if (layer.stride == 2) return ReverseByTwo(layer, kernels, output_gradient, gradient);
  // Without a stride it is a convolution with the kernel turned about.
  const Pass pass{layer.side_out, layer.side_in, layer.outputs, layer.kernel - 1 - layer.padding,
                  false};
  layer.kernel == 3 ? Run<3, 1>(pass, turned, nullptr, output_gradient, gradient)
                    : Run<5, 1>(pass, turned, nullptr, output_gradient, gradient);
}

}  // namespace meander
