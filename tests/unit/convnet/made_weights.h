// Weights by chance, in the network's own form: what holds of them holds of any.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <vector>

#include "base/rng.h"
#include "net/convnet/convnet_weights.h"

namespace meander {

// Scaled so that a layer's outputs are about as large as its inputs, with biases around 0.1.
inline std::vector<uint8_t> MadeWeights(uint64_t seed) {
  std::vector<uint8_t> bytes(kConvnetLayout.byte_count);
  Rng rng(seed);
  const auto put = [&](size_t at, float value) { std::memcpy(&bytes[at], &value, 4); };
  for (const ConvLayer& layer : kConvnetLayout.layers) {
    const double size = 1.7 / std::sqrt(static_cast<double>(layer.rows));
    for (size_t i = 0; i < layer.matrix_size(); ++i) {
      const double value = 2 * rng.Unit() - 1;
      if (layer.is_coded) {
        bytes[layer.numbers + i] = static_cast<uint8_t>(static_cast<int8_t>(127 * value));
      } else {
        put(layer.numbers + 4 * i, static_cast<float>(value * size));
      }
    }
    for (int o = 0; o < layer.outputs; ++o) {
      if (layer.is_coded) put(layer.scales + 4 * size_t(o), static_cast<float>(size / 127));
      put(layer.bias + 4 * size_t(o), static_cast<float>(0.2 * rng.Unit()));
    }
  }
  return bytes;
}

inline std::vector<float> MadeNumbers(size_t count, uint64_t seed) {
  Rng rng(seed);
  std::vector<float> numbers(count);
  for (float& x : numbers) x = static_cast<float>(2 * rng.Unit() - 1);
  return numbers;
}

inline double Dot(std::span<const float> a, std::span<const float> b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) sum += double{a[i]} * double{b[i]};
  return sum;
}

}  // namespace meander
