// The reader's journey: every article opened is a stop. A tree inside, since another link from an
// earlier stop makes a side trip; the way from the start to the current stop is the main line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/scene.h"

namespace meander {

inline constexpr float kUnknownLength = -1;

struct Stop {
  uint32_t item = 0;
  int parent = -1;                // index of the stop it was reached from; -1: a start
  float length = kUnknownLength;  // 1 − closeness to the parent, 0…2; unknown until asked
  friend bool operator==(const Stop&, const Stop&) = default;
};

struct Journey {
  std::vector<Stop> stops;  // in the order they were opened; a parent stands before its children
  int current = -1;         // index; -1: empty
  std::string name;         // the reader's; at most kMaxNameBytes, may be empty

  bool is_empty() const { return stops.empty(); }
  uint32_t current_item() const {
    return is_empty() ? kNoItem : stops[static_cast<size_t>(current)].item;
  }
  friend bool operator==(const Journey&, const Journey&) = default;
};

inline constexpr size_t kMaxStops = 400;
inline constexpr size_t kMaxNameBytes = 60;

// Opens `item` from the current stop: a stop that is already a child of the current one (or the
// parent: going back) is returned to, anything else is a new stop. Full: nothing happens.
void Open(Journey& journey, uint32_t item, float length);
// To the stop that the current one was reached from; false at the start.
bool Back(Journey& journey);
// To stop `index`; out of range: nothing.
void GoTo(Journey& journey, int index);
// One stop on along the main line, after having gone back: towards the latest child.
bool Forward(Journey& journey);

// Takes stop `index` out: what hung on it hangs on its parent, with lengths unknown again. The
// current stop, if it was that one, becomes its parent, else a start that is left.
void RemoveStop(Journey& journey, int index);
// Control characters become spaces, ends are trimmed, whole characters are kept up to the limit.
void SetName(Journey& journey, std::string_view name);

// Indices from a start to the deepest stop reached last through the current one: what is drawn
// strong and numbered. The rest are side trips.
std::vector<int> MainLine(const Journey& journey);

// The main line alone, its current stop where it was; the same journey where there is nothing else.
Journey WithoutSideTrips(const Journey& journey);

// Whether `journey` begins with all of `earlier`, stop by stop.
bool IsEarlierOf(const Journey& earlier, const Journey& journey);

struct JourneyFacts {
  int hops = 0;                // of the main line
  int side_stops = 0;          // stops off it
  float total = 0;             // sum of known lengths
  int longest = -1;            // hop of the main line with the greatest known length
  std::vector<float> lengths;  // one a hop; unknown ones as kUnknownLength
};
JourneyFacts FactsOf(const Journey& journey);

}  // namespace meander
