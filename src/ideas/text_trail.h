// The way a typed text came to its place on the map: where it stood after each of its words. Part
// of searching by meaning (state_search.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "canvas/room.h"
#include "space/point.h"

namespace meander {

struct IdeasState;

// What the text was near after the word that ends at byte `end`.
struct TrailStep {
  size_t end = 0;
  std::vector<Neighbor> neighbors;
};
struct TextTrail {
  std::string text;  // whose beginnings the steps are
  std::vector<TrailStep> steps;
  RequestId request = 0;  // 0: none under way
  size_t asked_end = 0;
};

// Of a long text only every second, third … word is looked at.
inline constexpr size_t kMostTrailSteps = 16;

// Where the words end after which the text is looked at: all, or evenly some, but the last, whose
// place is the whole text's own. So the trail depends on the text alone, not on how fast it was
// typed.
std::vector<size_t> TrailEnds(std::string_view text);

// The text has changed: what its beginning shares with the last one is still known.
void KeepTrail(IdeasState& state, Effects& effects);
void DropTrail(IdeasState& state, Effects& effects);
// Asks for the next beginning that is not known; once the whole text has been answered.
Effects AskTrail(IdeasState& state);
// An answer to that; false: not ours.
bool TakeTrailReply(IdeasState& state, const Reply& reply, Effects& effects);

struct TrailPlace {
  Point2 at;
  std::string word;  // the one that led here
};
// The places in the order of the words, the text's own last once it is known; none: nothing to
// draw. Steps that lie nowhere are left out.
std::vector<TrailPlace> TrailPlaces(const IdeasState& state);
// The nearest article after each word, never the same twice running; the text's own is left out.
std::vector<uint32_t> TrailIdeas(const IdeasState& state);
// Around the text's place and all of its trail.
std::optional<Rect> TrailBounds(const IdeasState& state);

}  // namespace meander
