// See nearest_dot.h.
#include "canvas/nearest_dot.h"

#include <cmath>

namespace meander {
namespace {

constexpr float kStep = 2.f / 65535;

}  // namespace

Point2 PlaceOf(const PointTable& table, uint32_t item) {
  return {table.codes[2 * size_t{item}] * kStep - 1, table.codes[2 * size_t{item} + 1] * kStep - 1};
}

std::optional<uint32_t> NearestDot(const PointTable& table, Point2 at_in_world,
                                   float reach_in_world) {
  std::optional<uint32_t> best;
  float best_squared = reach_in_world * reach_in_world;
  bool best_is_dimmed = true;
  for (uint32_t item = 0; item < table.codes.size() / 2; ++item) {
    const Point2 away = PlaceOf(table, item) - at_in_world;
    const float squared = Dot(away, away);
    if (squared > reach_in_world * reach_in_world) continue;
    const bool is_dimmed = table.IsDimmed(item);
    if (best && (is_dimmed != best_is_dimmed ? is_dimmed : squared >= best_squared)) continue;
    best = item;
    best_squared = squared;
    best_is_dimmed = is_dimmed;
  }
  return best;
}

std::optional<uint32_t> NextDot(const PointTable& table, uint32_t item, Point2 direction) {
  constexpr float kConeTangent = 1.19f;  // tan 50°
  const Point2 from = PlaceOf(table, item);
  std::optional<uint32_t> best;
  float best_cost = 1e9f;
  for (uint32_t other = 0; other < table.codes.size() / 2; ++other) {
    const Point2 way = PlaceOf(table, other) - from;
    const float ahead = Dot(way, direction);
    const float aside = std::fabs(way.x * direction.y - way.y * direction.x);
    // Dots at the very same place are skipped, or an arrow key would stay where it is for ever.
    if (other == item || table.IsDimmed(other) || ahead <= kStep || aside > ahead * kConeTangent)
      continue;
    const float cost = ahead + 2 * aside;
    if (cost < best_cost) {
      best = other;
      best_cost = cost;
    }
  }
  return best;
}

}  // namespace meander
