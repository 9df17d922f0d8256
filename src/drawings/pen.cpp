// See pen.h.
#include "drawings/pen.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "canvas/words.h"
#include "drawings/wishes.h"

namespace meander {
namespace {

constexpr double kMostOff = 1.2;  // of the sheet's 1024
// A hand's tremble, and no news for the network.
constexpr double kLeastStep = 2;

InkPoint PointOnSheet(Point2 at) {
  const auto place = [](float share) {
    return static_cast<uint16_t>(std::clamp(share, 0.f, 1.f) * (kSheetSide - 1) + 0.5f);
  };
  return {place(at.x), place(at.y)};
}
double Between(InkPoint a, InkPoint b) {
  return std::hypot(double(a.x) - double(b.x), double(a.y) - double(b.y));
}

// From the straight piece a … b.
double OffPiece(InkPoint a, InkPoint b, InkPoint p) {
  const double along_x = double(b.x) - double(a.x), along_y = double(b.y) - double(a.y);
  const double x = double(p.x) - double(a.x), y = double(p.y) - double(a.y);
  const double square = along_x * along_x + along_y * along_y;
  const double t = square > 0 ? std::clamp((x * along_x + y * along_y) / square, 0., 1.) : 0;
  return std::hypot(x - t * along_x, y - t * along_y);
}

}  // namespace

// Ramer (1972), Douglas and Peucker (1973), with a list of what is still to be looked at.
InkStroke FewerPoints(const InkStroke& stroke, double most_off) {
  if (stroke.size() < 3) return stroke;
  std::vector<bool> stays(stroke.size());
  stays.front() = stays.back() = true;
  std::vector<std::pair<size_t, size_t>> open = {{0, stroke.size() - 1}};
  while (!open.empty()) {
    const auto [from, to] = open.back();
    open.pop_back();
    size_t farthest = from;
    double off = most_off;
    for (size_t i = from + 1; i < to; ++i) {
      const double here = OffPiece(stroke[from], stroke[to], stroke[i]);
      if (here > off) {
        off = here;
        farthest = i;
      }
    }
    if (farthest == from) continue;
    stays[farthest] = true;
    open.push_back({from, farthest});
    open.push_back({farthest, to});
  }
  InkStroke fewer;
  for (size_t i = 0; i < stroke.size(); ++i) {
    if (stays[i]) fewer.push_back(stroke[i]);
  }
  // There and back on one point is a dot.
  if (fewer.size() == 2 && fewer[0] == fewer[1]) fewer.pop_back();
  return fewer;
}

InkStroke KeptStroke(const Ink& ink, const InkStroke& drawn) {
  if (drawn.empty() || ink.size() >= kMostInkStrokes) return {};
  const size_t room = kMostInkPoints - std::min(InkPointCount(ink), kMostInkPoints);
  if (room < 2) return {};
  InkStroke kept = FewerPoints(drawn, kMostOff);
  for (double off = 2 * kMostOff; kept.size() > room && off < 2 * kSheetSide; off *= 2) {
    kept = FewerPoints(drawn, off);
  }
  return kept.size() <= room ? kept : InkStroke{};
}

Ink InkWithLive(const DrawingsState& state) {
  if (!state.is_drawing()) return state.ink;
  Ink ink = state.ink;
  const InkStroke kept = KeptStroke(ink, state.live);
  if (!kept.empty()) ink.push_back(kept);
  return ink;
}

Effects MovePen(DrawingsState& state, Point2 at) {
  const InkPoint point = PointOnSheet(at);
  if (state.ink.size() >= kMostInkStrokes || InkPointCount(state.ink) + 2 > kMostInkPoints) {
    ShowDrawingNotice(state, words::kDrawingsFull);
    return {SayEffect{state.notice}, ShowPageEffect{}};
  }
  if (state.is_drawing() && Between(state.live.back(), point) < kLeastStep) return {};
  // A pen that never rests is kept at its last place, not followed without end.
  if (state.live.size() >= 4 * kMostInkPoints) state.live.pop_back();
  state.live.push_back(point);
  state.is_playing = false;
  state.hovered = state.pinned = {};
  state.open_pick = -1;
  Effects effects = AskDrawings(state);
  effects.push_back(ShowPageEffect{});
  return effects;
}

Effects LiftPen(DrawingsState& state) {
  InkStroke kept = KeptStroke(state.ink, std::exchange(state.live, {}));
  if (kept.empty()) return {ShowPageEffect{}};
  Ink ink = state.ink;
  ink.push_back(std::move(kept));
  return PutInkOnSheet(state, std::move(ink), -1);
}

Effects DropPen(DrawingsState& state) {
  state.live.clear();
  Effects effects = AskDrawings(state);
  effects.push_back(ShowPageEffect{});
  return effects;
}

Effects PutDot(DrawingsState& state, Point2 at) {
  state.live.clear();
  Effects effects = MovePen(state, at);
  if (!state.is_drawing()) return effects;
  Append(effects, LiftPen(state));
  return effects;
}

}  // namespace meander
