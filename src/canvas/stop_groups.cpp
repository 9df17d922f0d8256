// See stop_groups.h.
#include "canvas/stop_groups.h"

#include <algorithm>

namespace meander {
namespace {

constexpr float kCapsuleReach_px = 20;

}  // namespace

std::string NumeralOf(const StopGroup& group) {
  std::string text;
  for (size_t i = 0; i < group.places.size(); ++i) {
    if (i == 3) return text + " …";
    if (i > 0) text += " · ";
    text += std::to_string(group.places[i] + 1);
  }
  return text;
}

std::vector<StopGroup> GroupPlaces(std::span<const Point2> places_in_world, const View& view) {
  const float reach_in_world = kCapsuleReach_px / std::max(view.camera.pixels_per_world, 1e-3f);
  std::vector<StopGroup> groups;
  for (int place = 0; place < static_cast<int>(places_in_world.size()); ++place) {
    const Point2 at = places_in_world[static_cast<size_t>(place)];
    auto near = std::find_if(groups.begin(), groups.end(), [&](const StopGroup& group) {
      return Distance(group.at_in_world, at) < reach_in_world;
    });
    if (near == groups.end()) near = groups.insert(groups.end(), StopGroup{{}, at, false});
    near->places.push_back(place);
  }
  return groups;
}

}  // namespace meander
