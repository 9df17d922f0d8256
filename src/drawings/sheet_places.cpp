// See sheet_places.h.
#include "drawings/sheet_places.h"

#include <algorithm>
#include <cmath>

#include "canvas/stage_grid.h"
#include "engine/drawings_messages.h"

namespace meander {
namespace {

constexpr float kLast = kSheetSide - 1;

// What the network is shown, in shares of the sheet: a square about the drawing.
Rect ShownPart(const Ink& ink) {
  const auto [least_x, least_y, most_x, most_y] = BoxOfInk(ink);
  if (most_x < 0) return BoxAt({0, 0}, 1);
  const auto longer = static_cast<float>(std::max({most_x - least_x, most_y - least_y, 1}));
  const float width = longer / kLast * kDrawnPictureSide / kDrawnInkSide;
  return BoxAt({static_cast<float>(least_x + most_x) / 2 / kLast - width / 2,
                static_cast<float>(least_y + most_y) / 2 / kLast - width / 2},
               width);
}

int PlaceWithin(const Rect& box, int side, Point2 at) {
  const auto along = [&](float from, float where) {
    return std::clamp(static_cast<int>((where - from) / box.width() * static_cast<float>(side)), 0,
                      side - 1);
  };
  return along(box.low.y, at.y) * side + along(box.low.x, at.x);
}

}  // namespace

Rect SheetBoxOf(const Ink& ink, int side, int place) {
  return PlaceBox(ShownPart(ink), side, place);
}

std::optional<int> PlaceUnder(const Ink& ink, int side, Point2 on_sheet) {
  const Rect box = ShownPart(ink);
  const bool is_shown = on_sheet.x >= box.low.x && on_sheet.x < box.high.x &&
                        on_sheet.y >= box.low.y && on_sheet.y < box.high.y;
  if (!is_shown) return std::nullopt;
  return PlaceWithin(box, side, on_sheet);
}

std::vector<bool> InkedPlaces(const Ink& ink, int side) {
  const Rect box = ShownPart(ink);
  const float step = box.width() / static_cast<float>(side) / 4;
  std::vector<bool> inked(static_cast<size_t>(side) * static_cast<size_t>(side), false);
  const auto share = [](InkPoint point) {
    return Point2{static_cast<float>(point.x) / kLast, static_cast<float>(point.y) / kLast};
  };
  for (const InkStroke& stroke : ink) {
    for (size_t i = 0; i < stroke.size(); ++i) {
      const Point2 from = share(stroke[i]), way = share(stroke[i == 0 ? 0 : i - 1]) - from;
      const float steps = std::ceil(std::max(std::fabs(way.x), std::fabs(way.y)) / step);
      for (float at = 0; at <= steps; ++at) {
        const Point2 here = from + way * (steps > 0 ? at / steps : 0);
        inked[static_cast<size_t>(PlaceWithin(box, side, here))] = true;
      }
    }
  }
  return inked;
}

}  // namespace meander
