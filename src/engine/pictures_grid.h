// A layer's tensor as its answers tell it: a grid of at most 28 places a side, finer ones as means
// over blocks of places.
#pragma once

#include <span>
#include <vector>

#include "engine/pictures_messages.h"
#include "net/convnet/convnet_layout.h"

namespace meander {

// Of convnet_layout.h.
int TensorOf(uint8_t layer);
inline size_t ChannelsOf(uint8_t layer) { return kPictureLayers[layer].channels; }
inline size_t ToldPlacesOf(uint8_t layer) {
  return size_t{kPictureLayers[layer].told_side} * kPictureLayers[layer].told_side;
}
// How many of the tensor's places a told one is, along a side.
inline size_t BlockOf(uint8_t layer) {
  return size_t{kPictureLayers[layer].side} / kPictureLayers[layer].told_side;
}
// Calls each(place of the tensor) for those that the told place is made of.
template <class Each>
void EachInBlock(uint8_t layer, size_t told, Each each) {
  const size_t side = kPictureLayers[layer].side, told_side = kPictureLayers[layer].told_side;
  const size_t block = BlockOf(layer);
  for (size_t y = told / told_side * block; y < (told / told_side + 1) * block; ++y) {
    for (size_t x = told % told_side * block; x < (told % told_side + 1) * block; ++x) {
      each(y * side + x);
    }
  }
}

// [told places, channels].
std::vector<float> ToldMeans(uint8_t layer, std::span<const float> tensor);
// What stands at the tensor's places, one number each, added up.
std::vector<float> ToldSums(uint8_t layer, std::span<const double> places);
// √Σ a² of each told place.
std::vector<float> ToldStrengths(uint8_t layer, std::span<const float> means);
// The greatest of each channel over all told places.
std::vector<float> StrongestOfChannels(uint8_t layer, std::span<const float> means);

// The `count` greatest of `values`, greatest first, the lower index where they tie.
std::vector<size_t> GreatestOf(std::span<const float> values, size_t count);
std::vector<float> AsFloats(std::span<const double> values);

}  // namespace meander
