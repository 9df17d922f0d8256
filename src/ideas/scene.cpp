// See scene.h.
#include "ideas/scene.h"

#include <algorithm>

#include "canvas/curve.h"
#include "canvas/label_box.h"
#include "canvas/labels.h"
#include "ideas/duet_marks.h"
#include "ideas/line_marks.h"
#include "ideas/trail_marks.h"
#include "ideas/walk_marks.h"

namespace meander {
namespace {

constexpr size_t kMostRays = 5;

void AddRays(const IdeasState& state, Scene& scene) {
  // A tour's line is the one thing to look at.
  if (!state.pane.reply || state.is_example || state.tour.is_on || ShowsDuet(state)) return;
  const Point2 from = state.map.PlaceOf(state.pane.item);
  const auto& neighbors = state.pane.reply->neighbors;
  for (size_t i = 0; i < std::min(neighbors.size(), kMostRays); ++i) {
    const Point2 to = state.map.PlaceOf(neighbors[i].item);
    StrokeMark ray;
    ray.from = from;
    ray.to = to;
    ray.control = (from + to) * 0.5f;
    ray.width_from_px = ray.width_to_px = 1;
    ray.paint = {Token::kInk2, 1};
    ray.casing_px = 1.6f;
    scene.strokes.push_back(ray);
    scene.discs.push_back({to, DiscKind::kRing, 4, {Token::kInk2, 1}, {}, 0, neighbors[i].item});
  }
}

// What has been read on any kept journey is ringed, quietly.
void AddRead(const IdeasState& state, Scene& scene) {
  for (const uint32_t item : state.kept.read) {
    scene.discs.push_back(
        {state.map.PlaceOf(item), DiscKind::kRing, 3.2f, {Token::kAccent, 0.7f}, {}, 0, item});
  }
}

void AddPointed(const IdeasState& state, Scene& scene) {
  const uint32_t item = state.pointed != kNoItem ? state.pointed : state.tapped;
  if (item == kNoItem || IsMeeting(state, item)) return;
  const Point2 to = state.map.PlaceOf(item);
  if (state.pointed_by_link && state.pane.item != kNoItem && state.pane.item != item) {
    const Point2 from = state.map.PlaceOf(state.pane.item);
    // Lifted upwards whichever way it leads.
    const Curve arc = ArcBetween(from, to, to.x >= from.x ? 0.17f : -0.17f);
    StrokeMark stroke;
    stroke.from = arc.from;
    stroke.control = arc.control;
    stroke.to = arc.to;
    stroke.width_from_px = stroke.width_to_px = 1.8f;
    stroke.paint = {Token::kInk, 1};
    stroke.casing_px = 3;
    stroke.gap_px = 5;
    scene.strokes.push_back(stroke);
  }
  scene.discs.push_back({to, DiscKind::kSelected, 6, {Token::kInk, 1}, {}, 0, item});
}

LabelMark StopName(const std::string& text, Point2 at, uint32_t item, bool is_current,
                   float distance_px) {
  LabelMark name;
  name.at = at;
  name.text = text;
  name.face = Face::kUiBold;
  name.size_px = is_current ? 14.f : 12.5f;
  name.paint = {Token::kInk, 1};
  name.distance_px = distance_px;
  name.item = item;
  return name;
}

// Up to three titles of a capsule, then "and 2 more".
std::string NameOfGroup(const IdeasState& state, const std::vector<int>& line,
                        const StopGroup& group) {
  std::vector<std::string> titles;
  for (const int place : group.places) {
    const int stop = line[static_cast<size_t>(place)];
    const std::string& title =
        state.map.TitleOf(state.journey.stops[static_cast<size_t>(stop)].item);
    if (std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(title);
  }
  std::string text;
  for (size_t i = 0; i < std::min<size_t>(titles.size(), 3); ++i) {
    text += (i > 0 ? ", " : "") + titles[i];
  }
  if (titles.size() > 3) text += " +" + std::to_string(titles.size() - 3);
  return text;
}

}  // namespace

Scene MarksOf(const IdeasState& state, const View& view) {
  Scene scene;
  if (!state.map.is_complete()) return scene;
  state.map.AddPoints(scene.points);
  AddRead(state, scene);
  if (state.walk.is_open) {
    AddWalks(state, view, scene);
  } else {
    AddRays(state, scene);
    AddJourney(state, view, scene);
  }
  AddTrail(state, view, scene);
  AddPointed(state, scene);
  if (state.cursor != kNoItem) {
    scene.discs.push_back({state.map.PlaceOf(state.cursor),
                           DiscKind::kRing,
                           9,
                           {Token::kFocus, 1},
                           {},
                           0,
                           state.cursor});
  }
  return scene;
}

std::vector<LabelMark> StopNames(const IdeasState& state, const View& view,
                                 std::vector<Rect>& boxes) {
  std::vector<LabelMark> names;
  if (!state.map.is_complete()) return names;
  const auto take = [&](Point2 at_in_world, float radius_px) {
    const Point2 at = ScreenFromWorld(view.camera, view.viewport, at_in_world);
    boxes.push_back({{at.x - radius_px, at.y - radius_px}, {at.x + radius_px, at.y + radius_px}});
  };
  if (state.walk.is_open) {
    AddWalkNames(state, view, names, boxes);
    return names;
  }
  const std::vector<int> line = MainLine(state.journey);
  const std::vector<StopGroup> groups = GroupStops(state, view);
  for (const StopGroup& group : groups) {
    take(group.at_in_world, group.holds_current ? 12.f : 9.f);
    if (!HasNumeral(line.size(), group)) continue;
    const int stop = line[static_cast<size_t>(group.places.back())];
    const uint32_t item = state.journey.stops[static_cast<size_t>(stop)].item;
    names.push_back(StopName(NameOfGroup(state, line, group), group.at_in_world, item,
                             group.holds_current, group.holds_current ? 15.f : 12.f));
    DiscMark disc;
    disc.radius_px = group.holds_current ? 11.f : 8.f;
    if (group.places.size() > 1) disc.numeral = NumeralOf(group);
    names.back().aside_px = CapsuleHalf_px(disc);
  }
  // The current stop's name is placed first.
  std::stable_sort(names.begin(), names.end(),
                   [](const LabelMark& a, const LabelMark& b) { return a.size_px > b.size_px; });
  const auto is_named = [&](uint32_t item) {
    return std::any_of(names.begin(), names.end(),
                       [&](const LabelMark& name) { return name.item == item; });
  };
  if (ShowsDuet(state)) AddOtherNames(state, view, names);
  if (state.pane.reply && !state.is_example && !state.tour.is_on && !ShowsDuet(state)) {
    const auto& neighbors = state.pane.reply->neighbors;
    for (size_t i = 0; i < std::min(neighbors.size(), kMostRays); ++i) {
      const uint32_t item = neighbors[i].item;
      if (is_named(item)) continue;
      LabelMark name = StopName(state.map.TitleOf(item), state.map.PlaceOf(item), item, false, 8);
      name.face = Face::kUi;
      name.size_px = 12;
      names.push_back(std::move(name));
    }
  }
  std::vector<LabelMark> trail = TrailNames(state, view);
  names.insert(names.begin(), trail.begin(), trail.end());
  return names;
}

bool LineIsGrowing(const IdeasState& state, const View& view) {
  if (view.reduced_motion || state.grow_from_s < 0 || state.journey.is_empty()) return false;
  const double end_s = state.grows_whole_line ? 4.8 : 1.0;
  return view.now_s - state.grow_from_s < end_s;
}

}  // namespace meander
