// A place on a map as the two codes that "positions" keep of it (sections.h), and back.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>

#include "pack/sections.h"

namespace meander {

struct PlaceCode {
  uint16_t x = 0, y = 0;
};

// What lies outside the map goes to its edge.
inline PlaceCode CodeOfPlace(Point2 world) {
  const auto code = [](float coordinate) {
    return static_cast<uint16_t>(std::lround((std::clamp(coordinate, -1.f, 1.f) + 1) / 2 * 65535));
  };
  return {code(world.x), code(world.y)};
}

inline Point2 PlaceOfCode(PlaceCode code) {
  return {code.x * (2.f / 65535) - 1, code.y * (2.f / 65535) - 1};
}

inline void AddPlace(PlaceCode code, Positions& positions) {
  positions.codes.push_back(code.x);
  positions.codes.push_back(code.y);
}

inline Positions PositionsOf(std::span<const Point2> places) {
  Positions positions;
  for (const Point2 place : places) AddPlace(CodeOfPlace(place), positions);
  return positions;
}

}  // namespace meander
