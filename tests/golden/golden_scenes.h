// The fixed scenes whose pictures are kept: invented dots, a journey, names, rays. Nothing random
// but the seeded generator.
#pragma once

#include <string>
#include <vector>

#include "canvas/figure.h"

namespace meander::testing {

struct GoldenScene {
  std::string name;
  ThemeKind theme = ThemeKind::kLight;
  Figure figure;
};

// A land of clouds in eleven topics.
std::shared_ptr<const PointTable> CloudTable(uint64_t version, int count);

std::vector<GoldenScene> GoldenScenes();

}  // namespace meander::testing
