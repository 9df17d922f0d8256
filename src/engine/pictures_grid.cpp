// See pictures_grid.h.
#include "engine/pictures_grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace meander {

int TensorOf(uint8_t layer) {
  static constexpr auto kTensors = [] {
    std::array<int, kPictureLayers.size()> tensors{};
    for (size_t i = 0; i < tensors.size(); ++i) {
      tensors[i] = TensorNamed(kPictureLayers[i].tensor);
    }
    return tensors;
  }();
  static_assert(
      std::ranges::all_of(kTensors, [](int tensor) { return tensor > 0 && IsTrueCut(tensor); }));
  return kTensors[layer];
}

std::vector<float> ToldMeans(uint8_t layer, std::span<const float> tensor) {
  const size_t block = BlockOf(layer), channels = ChannelsOf(layer);
  if (block == 1) return {tensor.begin(), tensor.end()};
  std::vector<float> means(ToldPlacesOf(layer) * channels);
  const float share = 1.f / static_cast<float>(block * block);
  for (size_t told = 0; told < ToldPlacesOf(layer); ++told) {
    float* const to = &means[told * channels];
    EachInBlock(layer, told, [&](size_t place) {
      for (size_t c = 0; c < channels; ++c) to[c] += tensor[place * channels + c];
    });
    for (size_t c = 0; c < channels; ++c) to[c] *= share;
  }
  return means;
}

std::vector<float> ToldSums(uint8_t layer, std::span<const double> places) {
  std::vector<float> sums(ToldPlacesOf(layer));
  for (size_t told = 0; told < sums.size(); ++told) {
    double sum = 0;
    EachInBlock(layer, told, [&](size_t place) { sum += places[place]; });
    sums[told] = static_cast<float>(sum);
  }
  return sums;
}

std::vector<float> ToldStrengths(uint8_t layer, std::span<const float> means) {
  const size_t channels = ChannelsOf(layer);
  std::vector<float> strengths(ToldPlacesOf(layer));
  for (size_t told = 0; told < strengths.size(); ++told) {
    double sum = 0;
    for (const float value : means.subspan(told * channels, channels)) {
      sum += double{value} * double{value};
    }
    strengths[told] = static_cast<float>(std::sqrt(sum));
  }
  return strengths;
}

std::vector<float> StrongestOfChannels(uint8_t layer, std::span<const float> means) {
  std::vector<float> strongest(ChannelsOf(layer));
  for (size_t i = 0; i < means.size(); ++i) {
    float& most = strongest[i % strongest.size()];
    most = std::max(most, means[i]);
  }
  return strongest;
}

std::vector<size_t> GreatestOf(std::span<const float> values, size_t count) {
  std::vector<size_t> order(values.size());
  std::iota(order.begin(), order.end(), size_t{0});
  count = std::min(count, order.size());
  std::ranges::partial_sort(
      order, order.begin() + static_cast<ptrdiff_t>(count),
      [&](size_t a, size_t b) { return values[a] != values[b] ? values[a] > values[b] : a < b; });
  order.resize(count);
  return order;
}

std::vector<float> AsFloats(std::span<const double> values) {
  return {values.begin(), values.end()};
}

}  // namespace meander
