// From the one layout of the map to the other: its places are fetched when they are first asked
// for, then every dot goes over to its other place, journey, rays and names with it. Part of
// state.h's Apply.
#pragma once

#include <optional>
#include <string>

#include "canvas/room.h"
#include "ideas/map.h"

namespace meander {

struct IdeasState;

struct MapShift {
  MapLayout wanted = MapLayout::kOneLand;
  bool is_waiting = false;  // for the second layout's places
  bool cuts = false;        // what a link asks for is simply there
  double last_s = -1;       // when dots were last moved; -1: they rest
  float way = 0;            // of the time it takes, 0 the first layout, 1 the second
};

// Whether this pack has a second layout, fetched or not.
bool HasIslands(const IdeasState& state);
// The reader, or a link (which cuts), wants the map so.
Effects WantLayout(IdeasState& state, MapLayout layout, bool cuts);
// A chunk of the second layout has come, or has not.
Effects TakeIslands(IdeasState& state, const ChunkRef& chunk, Result<ByteSpan> bytes);
// Moves what goes over; true while something does. Reduced motion cuts.
bool AdvanceShift(IdeasState& state, double now_s, bool reduced_motion);

// "Coffee: 3 of its 10 nearest are near here, on the other map 5."; empty without an article or
// while the other map has not come.
std::string ShiftSentence(const IdeasState& state);

}  // namespace meander
