// In what order a map's dots are drawn, and which of many need not be drawn at all because others
// cover them. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace meander {

struct DotOrder {
  std::vector<uint32_t> items;   // the last lies on top; random, so that no topic wins
  std::vector<uint32_t> hidden;  // by level: so many of the first items are covered there
};

// Below this many nothing is looked for: every dot is drawn, in plain random order.
inline constexpr size_t kManyDots = 50'000;

// `codes`: x0 y0 x1 y1 …, 16 bits over the map's side. A dot counts as covered where, at every
// place of it, so many dots above it lie that less than 1/256 of it would shine through them, each
// of `opacity`. `spread`: the greatest radius by the least; a covered dot may have the one and
// those that cover it the other.
DotOrder OrderDots(std::span<const uint16_t> codes, float opacity, float spread);

// How many of the first items need not be drawn where the least radius is that share of the map's
// side. Whoever is covered by dots of some radius is covered by larger ones as well, so levels
// nest.
uint32_t CoveredDots(const DotOrder& order, float radius_of_side);

}  // namespace meander
