// Writes moving pictures as GIF files: one palette for all, each picture only what differs from the
// one before. For letters, whose programs know nothing newer.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "canvas/picture.h"

namespace meander {

// All of one size, at most 65,535 a side; the first is whole, for programs that show no other.
// `delays_cs`: how long each stands, in hundredths of a second. Goes round for ever. Empty where
// the pictures differ in size, or there are none.
std::vector<uint8_t> WriteGif(std::span<const Picture> pictures, std::span<const int> delays_cs);

}  // namespace meander
