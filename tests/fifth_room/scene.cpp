// See scene.h.
#include "scene.h"

#include "canvas/curve.h"
#include "canvas/edge_marks.h"
#include "canvas/labels.h"

namespace meander {

Scene IslandsMarks(const IslandsState& state, const View& view) {
  Scene scene;
  if (state.islands == nullptr) return scene;
  scene.points.table = state.islands;
  std::vector<Point2> places;
  for (const uint32_t stop : state.stops) places.push_back(state.PlaceOf(stop));
  for (const Curve& hop : HopCurves(places)) {
    StrokeMark stroke;
    stroke.from = hop.from;
    stroke.control = hop.control;
    stroke.to = hop.to;
    stroke.paint = {Token::kAccent, 1};
    stroke.casing_px = 4.6f;
    stroke.chevron = true;
    scene.strokes.push_back(stroke);
  }
  for (size_t i = 0; i < places.size(); ++i) {
    DiscMark disc;
    disc.at = places[i];
    disc.item = state.stops[i];
    const bool is_current = i + 1 == places.size();
    disc.kind = is_current ? DiscKind::kCurrent : DiscKind::kStop;
    disc.radius_px = is_current ? 11 : 8;
    disc.numeral = std::to_string(i + 1);
    scene.discs.push_back(disc);
    if (const auto exit = ExitToward(places.back(), disc.at, view.camera, view.viewport)) {
      AddEdgeChevron(*exit, view.camera, view.viewport, {Token::kInk2, 1}, disc.item,
                     scene.strokes);
    }
  }
  for (const uint32_t ringed : {state.cursor, state.pointed}) {
    if (ringed == kNoItem) continue;
    scene.discs.push_back(
        {state.PlaceOf(ringed), DiscKind::kRing, 9, {Token::kInk, 1}, {}, 0, ringed});
  }
  return scene;
}

std::vector<LabelMark> IslandNames(const IslandsState& state) {
  std::vector<LabelMark> names;
  for (uint32_t island = 0; island < state.count(); ++island) {
    LabelMark name;
    name.at = state.PlaceOf(island);
    name.text = state.NameOf(island);
    name.place = LabelPlace::kAbove;
    name.distance_px = 5;
    const LabelLevel level = island % 8 == 0 ? kSubRegionLevel : kTitleLevel;
    name.scale_from = level.scale_from;
    name.scale_to = level.scale_to;
    name.item = island;
    names.push_back(name);
  }
  return names;
}

std::vector<LabelMark> StopNames(const IslandsState& state, const View& view,
                                 std::vector<Rect>& boxes, std::span<const LabelMark> before) {
  std::vector<LabelMark> names;
  for (const uint32_t stop : state.stops) {
    const Point2 at_px = ScreenFromWorld(view.camera, view.viewport, state.PlaceOf(stop));
    boxes.push_back({at_px - Point2{11, 11}, at_px + Point2{11, 11}});
    LabelMark name;
    name.at = state.PlaceOf(stop);
    name.text = state.NameOf(stop);
    name.face = Face::kUiBold;
    name.distance_px = 13;
    name.item = stop;
    names.push_back(name);
  }
  return PlaceStopNames(names, view.camera, view.viewport, boxes, before);
}

Figure IslandsFigure(const IslandsState& state, float width_px, float height_px) {
  Figure figure;
  figure.width_px = width_px;
  figure.height_px = height_px;
  figure.chart_px = {{0, 0}, {width_px, height_px}};
  View view;
  view.viewport = {width_px, height_px, 1};
  view.fit = view.camera = FitCamera({{-1, -1}, {1, 1}}, view.viewport, 40);
  figure.camera = view.camera;
  figure.scene = IslandsMarks(state, view);
  std::vector<Rect> boxes;
  figure.scene.labels = StopNames(state, view, boxes, {});
  figure.title = "A way among forty islands";
  figure.alt_text = "A path of " + std::to_string(state.stops.size()) + " stops.";
  return figure;
}

}  // namespace meander
