// What the fifth room knows: forty islands and the way somebody rowed between them. Plain data, and
// functions that change it and say what they want of the world. No drawing, no words on a page.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "canvas/room.h"
#include "canvas/undo.h"

namespace meander {

struct IslandsState {
  std::shared_ptr<const PointTable> islands;  // null until they have arrived
  std::vector<uint32_t> stops;                // the way so far; the last one is where the reader is
  uint32_t cursor = kNoItem;                  // moved by arrow keys
  uint32_t pointed = kNoItem;
  Undo<std::vector<uint32_t>> undo;

  // How near the last two stops are in truth: asked of the engine.
  RequestId asked = 0;  // 0: nothing under way
  float progress = 0;   // 0..1 of what is under way
  float closeness = -1;
  std::string notice;

  uint32_t count() const {
    return islands == nullptr ? 0 : static_cast<uint32_t>(islands->hues.size());
  }
  Point2 PlaceOf(uint32_t island) const;
  std::string NameOf(uint32_t island) const { return "Island " + std::to_string(island + 1); }
};

Effects StartIslands(IslandsState& state, const PackHead& head);
Effects TakeIslands(IslandsState& state, const ChunkRef& chunk, Result<ByteSpan> bytes);
Effects TakeReply(IslandsState& state, const Reply& reply);
// "open" "7" rows there; "forget", "undo", "stop" (gives up what is under way), "notice",
// "copy-link", "recalled islands" (what the browser kept).
Effects Apply(IslandsState& state, std::string_view action, std::string_view argument);
Effects MoveCursor(IslandsState& state, Point2 direction);
// The way from a link; an empty payload is no way.
Effects TakeLink(IslandsState& state, std::string_view payload);

}  // namespace meander
