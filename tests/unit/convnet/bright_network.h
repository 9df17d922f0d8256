// A network that is linear where pictures are at least grey, and knows one thing: class 0 is
// brightness, class 1 its opposite. What a method should find in it is known beforehand.
#pragma once

#include <cstring>
#include <vector>

#include "made_weights.h"
#include "net/convnet/convnet_reading.h"

namespace meander {

// Every layer gives the mean of what it is made of, with an added block a tenth of it; no biases.
inline std::vector<uint8_t> BrightWeights() {
  std::vector<uint8_t> bytes(kConvnetLayout.byte_count);
  const auto put = [&](size_t at, double value) {
    const auto number = static_cast<float>(value);
    std::memcpy(&bytes[at], &number, 4);
  };
  for (const ConvLayer& layer : kConvnetLayout.layers) {
    const bool is_classes = layer.kind == ConvKind::kClasses;
    for (size_t i = 0; i < layer.matrix_size(); ++i) {
      const size_t output = i % size_t(layer.outputs);
      const int code = !is_classes ? 100 : output == 0 ? 100 : output == 1 ? -100 : 0;
      if (layer.is_coded) {
        bytes[layer.numbers + i] = static_cast<uint8_t>(static_cast<int8_t>(code));
      } else {
        put(layer.numbers + 4 * i, 1.0 / layer.rows);
      }
    }
    const double gain = is_classes ? 60 : layer.adds >= 0 ? .1 : 1;
    for (size_t o = 0; layer.is_coded && o < size_t(layer.outputs); ++o) {
      put(layer.scales + 4 * o, gain / (100.0 * layer.rows));
    }
  }
  return bytes;
}

// Grey, with a white square from (left, top) on.
inline std::vector<float> PictureWithSquare(int left, int top, int size) {
  std::vector<float> picture(kPictureSize);
  for (int y = top; y < top + size; ++y) {
    for (int i = left * 3; i < (left + size) * 3; ++i)
      picture[size_t(y * kPictureSide * 3 + i)] = 1;
  }
  return picture;
}

struct BrightNetwork {
  std::vector<uint8_t> bytes = BrightWeights();
  ConvnetWeights weights = *ConvnetWeights::Open(bytes);
  ConvnetPanels panels{weights};
  ConvnetReading reading{panels};
  std::vector<float> Logits() const { return {reading.logits().begin(), reading.logits().end()}; }
};

// Where a map [side, side] is greatest, as the middle's pixel.
struct PixelAt {
  int x = 0, y = 0;
};
inline PixelAt GreatestOf(const std::vector<double>& map, int side) {
  size_t best = 0;
  for (size_t i = 0; i < map.size(); ++i) {
    if (map[i] > map[best]) best = i;
  }
  const int scale = kPictureSide / side;
  return {int(best) % side * scale + scale / 2, int(best) / side * scale + scale / 2};
}

}  // namespace meander
