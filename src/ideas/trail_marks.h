// What of a typed text's trail is drawn (text_trail.h).
#pragma once

#include <string>
#include <vector>

#include "canvas/room.h"

namespace meander {

struct IdeasState;

// Words that left the text where it was, on this screen, share a place.
struct TrailGroup {
  Point2 at;  // world
  std::string words;
  bool is_last = false;  // the text's own place
};
std::vector<TrailGroup> TrailGroups(const IdeasState& state, const View& view);

// The text's place, its true neighbours, and how it came there.
void AddTrail(const IdeasState& state, const View& view, Scene& scene);
// The place's name first, then the words on the way, newest first.
std::vector<LabelMark> TrailNames(const IdeasState& state, const View& view);

}  // namespace meander
