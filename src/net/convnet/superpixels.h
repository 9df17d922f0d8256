// Superpixels: parts of a picture that hang together and are of one colour, by SLIC (Achanta et al.
// 2012, "SLIC superpixels compared to state-of-the-art superpixel methods"): k means in CIELAB and
// place, each centre seeking in its neighbourhood only, then pieces that came apart are given to a
// neighbour. The same picture gives the same parts everywhere: roots are our own, not the C
// library's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "net/convnet/convnet_layout.h"

namespace meander {

struct SuperpixelOptions {
  int count = 50;           // about so many; 1 … 1000
  double compactness = 10;  // how much of a colour step a way of one grid step is worth; > 0
  int rounds = 10;          // of moving centres; 1 … 100
};
struct Superpixels {
  std::vector<uint16_t> labels;  // [224, 224], numbered in the order of their first pixels
  size_t count = 0;
};
// `picture`: kPictureSize floats as the network takes them. Options beyond what they may be are
// taken as the nearest that may.
Superpixels FindSuperpixels(std::span<const float> picture, const SuperpixelOptions& options = {});

// CIELAB (white D65) of colours of sRGB, 0 … 1 each.
struct LabColour {
  double l = 0, a = 0, b = 0;
};
LabColour LabOf(double red, double green, double blue);

}  // namespace meander
