// The network as it is written down, in double precision and nothing clever: what the fast one is
// held to. In doubles a central difference can be taken so close that no clipping lies between its
// two looks; in floats nothing closer than their rounding can be seen.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "net/convnet/convnet_reading.h"

namespace meander {

class PlainNetwork {
 public:
  explicit PlainNetwork(const ConvnetWeights& weights) : weights_(weights) {
    for (int index = 0; index < kConvLayerCount; ++index) {
      const ConvLayer& layer = LayerOf(index);
      for (int row = 0; row < layer.rows; ++row) {
        for (int o = 0; o < layer.outputs; ++o) {
          matrix_[index].push_back(double{weights.At(index, row, o)});
        }
      }
    }
  }

  // The logits when tensor `from`, a true cut, holds `values`.
  std::vector<double> LogitsFrom(int from, std::vector<double> values) {
    tensors_[from] = std::move(values);
    for (int index = from; index < kConvLayerCount; ++index) Run(index);
    return tensors_[kLogits];
  }

  // What the value Σ seed · logits gains where tensor `from`, at `at`, goes by a unit along
  // `gradient`: its length, if it is the gradient.
  double SlopeAlong(int from, std::span<const float> at, std::span<const float> gradient,
                    std::span<const float> seed) {
    double square = 0;
    for (const float x : gradient) square += double{x} * double{x};
    const double length = std::sqrt(square), step = 1e-7 / length;
    const auto value_at = [&](double by) {
      std::vector<double> moved(at.begin(), at.end());
      for (size_t i = 0; i < moved.size(); ++i) moved[i] += by * double{gradient[i]} / length;
      const std::vector<double> logits = LogitsFrom(from, std::move(moved));
      double value = 0;
      for (size_t i = 0; i < seed.size(); ++i) value += double{seed[i]} * logits[i];
      return value;
    };
    return (value_at(step) - value_at(-step)) / (2 * step);
  }

 private:
  void Run(int index) {
    const ConvLayer& layer = LayerOf(index);
    const size_t inputs = size_t(layer.inputs), outputs = size_t(layer.outputs);
    const bool is_depthwise = layer.kind == ConvKind::kDepthwise;
    std::vector<double> input = tensors_[index];
    if (layer.kind == ConvKind::kClasses) {  // the means over all places
      std::vector<double> means(inputs);
      const double count = static_cast<double>(input.size() / inputs);
      for (size_t i = 0; i < input.size(); ++i) means[i % inputs] += input[i] / count;
      input = std::move(means);
    }
    const int side_in = layer.kind == ConvKind::kClasses ? 1 : layer.side_in;
    std::vector<double>& output = tensors_[index + 1];
    output.assign(ShapeOfTensor(index + 1).size(), 0);
    for (int y = 0; y < layer.side_out; ++y) {
      for (int x = 0; x < layer.side_out; ++x) {
        double* const to = &output[size_t(y * layer.side_out + x) * outputs];
        std::copy_n(weights_.bias(index), outputs, to);
        for (int k = 0; k < layer.kernel * layer.kernel; ++k) {
          const int v = y * layer.stride + k / layer.kernel - layer.padding;
          const int u = x * layer.stride + k % layer.kernel - layer.padding;
          if (v < 0 || u < 0 || v >= side_in || u >= side_in) continue;
          const double* const from = &input[size_t(v * side_in + u) * inputs];
          if (is_depthwise) {
            const double* const row = &matrix_[index][size_t(k) * outputs];
            for (size_t o = 0; o < outputs; ++o) to[o] += from[o] * row[o];
            continue;
          }
          for (size_t i = 0; i < inputs; ++i) {
            const double* const row = &matrix_[index][(size_t(k) * inputs + i) * outputs];
            for (size_t o = 0; o < outputs; ++o) to[o] += from[i] * row[o];
          }
        }
      }
    }
    for (size_t i = 0; i < output.size(); ++i) {
      if (layer.adds >= 0) output[i] += tensors_[layer.adds][i];
      if (layer.clips) output[i] = std::clamp(output[i], 0.0, 6.0);
    }
  }

  const ConvnetWeights& weights_;
  std::vector<double> matrix_[kConvLayerCount];
  std::vector<double> tensors_[kConvTensorCount];
};

}  // namespace meander
