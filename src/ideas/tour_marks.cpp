// See tour_marks.h.
#include "ideas/tour_marks.h"

#include <algorithm>

#include "canvas/curve.h"

namespace meander {

float TourShare(const IdeasState& state, const View& view) {
  const auto hops = static_cast<float>(std::max<size_t>(state.journey.stops.size(), 2) - 1);
  const auto at = static_cast<float>(state.journey.current);
  if (view.reduced_motion || state.grow_from_s < 0 || at <= 0) return at / hops;
  const Stop& stop = state.journey.stops[static_cast<size_t>(state.journey.current)];
  const double length = stop.length == kUnknownLength ? 0.5 : std::clamp(stop.length, 0.f, 1.f);
  const double share =
      std::clamp((view.now_s - state.grow_from_s) / (0.42 + 0.48 * length), 0.0, 1.0);
  const double eased = share * share * (3 - 2 * share);
  return (at - 1 + static_cast<float>(eased)) / hops;
}

void AddDottedLine(const IdeaMap& map, const std::vector<uint32_t>& items, float width_px,
                   Paint paint, Scene& scene) {
  std::vector<Point2> places;
  for (const uint32_t item : items) {
    places.push_back(map.PlaceOf(item));
    scene.discs.push_back({places.back(), DiscKind::kRing, 4, paint, {}, 0, item});
  }
  for (const Curve& curve : HopCurves(places)) {
    if (curve.from == curve.to) continue;
    StrokeMark stroke;
    stroke.from = curve.from;
    stroke.control = curve.control;
    stroke.to = curve.to;
    stroke.width_from_px = stroke.width_to_px = width_px;
    stroke.paint = paint;
    stroke.gap_px = 5;
    stroke.chevron = true;
    scene.strokes.push_back(stroke);
  }
}

void AddTourLeft(const IdeasState& state, Scene& scene) {
  if (!state.tour.tour || state.tour.is_on) return;
  std::vector<uint32_t> items;
  for (const TourStop& stop : state.tour.tour->stops) items.push_back(stop.item);
  AddDottedLine(state.map, items, 1.8f, {Token::kInk2, 0.75f}, scene);
}

}  // namespace meander
