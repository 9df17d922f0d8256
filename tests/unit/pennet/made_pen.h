// Weights by chance in the pen net's own form, and the same network in double precision with
// nothing clever in it: what the fast one is held to. (In doubles a central difference can be taken
// so close that no ReLU bends between its two looks.)
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>
#include <vector>

#include "base/rng.h"
#include "net/pennet/pen_reading.h"

namespace meander {

// Scaled so that a layer's outputs are about as large as its inputs, with biases around 0.1.
inline std::vector<uint8_t> MadePenBytes(uint64_t seed) {
  std::vector<uint8_t> bytes(kPenLayout.byte_count);
  Rng rng(seed);
  const auto put = [&](size_t at, float value) { std::memcpy(&bytes[at], &value, 4); };
  for (const PenLayer& layer : kPenLayout.layers) {
    if (!layer.has_weights()) continue;
    const ConvLayer& shape = layer.shape;
    const double size = 1.7 / std::sqrt(static_cast<double>(shape.rows));
    for (size_t i = 0; i < shape.matrix_size(); ++i) {
      const double value = 2 * rng.Unit() - 1;
      if (shape.is_coded) {
        bytes[shape.numbers + i] = static_cast<uint8_t>(static_cast<int8_t>(127 * value));
      } else {
        put(shape.numbers + 4 * i, static_cast<float>(value * size));
      }
    }
    for (int o = 0; o < shape.outputs; ++o) {
      if (shape.is_coded) put(shape.scales + 4 * size_t(o), static_cast<float>(size / 127));
      put(shape.bias + 4 * size_t(o), static_cast<float>(0.2 * rng.Unit()));
    }
  }
  return bytes;
}

struct MadePen {
  std::vector<uint8_t> bytes = MadePenBytes(21);
  PenWeights weights = *PenWeights::Open(bytes);
  PenPanels panels{weights};
  PenReading reading{panels};
};

inline std::vector<float> ChanceNumbers(size_t count, uint64_t seed) {
  Rng rng(seed);
  std::vector<float> numbers(count);
  for (float& x : numbers) x = static_cast<float>(2 * rng.Unit() - 1);
  return numbers;
}

class PlainPen {
 public:
  explicit PlainPen(const PenWeights& weights) : weights_(weights) {}

  // The logits when tensor `from`, a true cut, holds `values`.
  std::vector<double> LogitsFrom(int from, std::vector<double> values) {
    tensors_[from] = std::move(values);
    for (int index = from; index < kPenLayerCount; ++index) Run(index);
    return tensors_[kSignLogits];
  }

  // What Σ seed · logits gains where tensor `from`, at `at`, goes by a unit along `way`.
  double SlopeAlong(int from, std::span<const float> at, std::span<const float> way,
                    std::span<const float> seed) {
    double square = 0;
    for (const float x : way) square += double{x} * double{x};
    const double length = std::sqrt(square), step = 1e-6;
    const auto value_at = [&](double by) {
      std::vector<double> moved(at.begin(), at.end());
      for (size_t i = 0; i < moved.size(); ++i) moved[i] += by * double{way[i]} / length;
      const std::vector<double> logits = LogitsFrom(from, std::move(moved));
      double value = 0;
      for (size_t i = 0; i < seed.size(); ++i) value += double{seed[i]} * logits[i];
      return value;
    };
    return (value_at(step) - value_at(-step)) / (2 * step);
  }

 private:
  void Run(int index) {
    const PenLayer& layer = PenLayerOf(index);
    const ConvLayer& shape = layer.shape;
    const std::vector<double>& input = tensors_[index];
    const size_t inputs = size_t(shape.inputs), outputs = size_t(shape.outputs);
    std::vector<double>& output = tensors_[index + 1];
    output.assign(ShapeOfPenTensor(index + 1).size(), 0);
    if (layer.kind == PenKind::kMean) {
      const double places = static_cast<double>(input.size() / inputs);
      for (size_t i = 0; i < input.size(); ++i) output[i % inputs] += input[i] / places;
      return;
    }
    std::vector<double> matrix;
    for (int row = 0; row < shape.rows; ++row) {
      for (int o = 0; o < shape.outputs; ++o) matrix.push_back(double{weights_.At(index, row, o)});
    }
    const std::span<const float> bias = weights_.bias(index);
    for (int place = 0; place < shape.side_out * shape.side_out; ++place) {
      double* const to = &output[size_t(place) * outputs];
      std::ranges::copy(bias, to);
      for (int k = 0; k < shape.kernel * shape.kernel; ++k) {
        const int v = place / shape.side_out * shape.stride + k / shape.kernel - shape.padding;
        const int u = place % shape.side_out * shape.stride + k % shape.kernel - shape.padding;
        if (v < 0 || u < 0 || v >= shape.side_in || u >= shape.side_in) continue;
        const double* const from = &input[size_t(v * shape.side_in + u) * inputs];
        const size_t terms = shape.kind == ConvKind::kDepthwise ? 1 : inputs;
        for (size_t i = 0; i < terms; ++i) {
          const double* const row = &matrix[(size_t(k) * terms + i) * outputs];
          for (size_t o = 0; o < outputs; ++o)
            to[o] += from[terms == 1 && outputs == inputs ? o : i] * row[o];
        }
      }
    }
    for (size_t i = 0; i < output.size(); ++i) {
      if (shape.adds >= 0) output[i] += tensors_[shape.adds][i];
      if (layer.rectifies) output[i] = std::max(output[i], 0.0);
    }
  }

  const PenWeights& weights_;
  std::vector<double> tensors_[kPenTensorCount];
};

}  // namespace meander
