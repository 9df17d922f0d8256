// See walk_marks.h.
#include "ideas/walk_marks.h"

#include <algorithm>

#include "canvas/curve.h"
#include "canvas/words.h"
#include "ideas/line_marks.h"

namespace meander {
namespace {

constexpr float kCasing_px = 4.6f, kLeapGap_px = 7.6f;

StrokeMark Hop(const Curve& curve, Way way, bool is_chosen, bool is_weakest) {
  StrokeMark stroke;
  stroke.from = curve.from;
  stroke.control = curve.control;
  stroke.to = curve.to;
  stroke.width_from_px = stroke.width_to_px = is_chosen ? 3 : way == Way::kOwn ? 1.6f : 1.8f;
  stroke.paint = is_chosen          ? Paint{Token::kAccent, 1}
                 : way == Way::kOwn ? Paint{Token::kInk3, 0.75f}
                                    : Paint{Token::kInk2, 1};
  stroke.casing_px = is_chosen ? kCasing_px : 3;
  stroke.chevron = is_chosen;
  if (way == Way::kLinks) {
    stroke.dash_px = 6;
    stroke.gap_px = 5;
  }
  if (is_chosen && is_weakest) {
    // Round dots, like a leap in Sentences.
    stroke.dash_px = 0;
    stroke.gap_px = kLeapGap_px;
  }
  return stroke;
}

std::vector<Point2> PlacesOf(const IdeasState& state, const Walk& walk) {
  std::vector<Point2> places;
  for (const uint32_t item : walk.items) places.push_back(state.map.PlaceOf(item));
  return places;
}

void AddLine(const IdeasState& state, const Walk& walk, Way way, bool is_chosen, Scene& scene) {
  const std::vector<Point2> places = PlacesOf(state, walk);
  const std::vector<Curve> curves = HopCurves(places);
  for (size_t i = 0; i < curves.size(); ++i) {
    if (curves[i].from == curves[i].to) continue;
    scene.strokes.push_back(Hop(curves[i], way, is_chosen, static_cast<int>(i) == walk.weakest));
  }
  if (is_chosen) return;
  for (const uint32_t item : walk.items) {
    scene.discs.push_back({state.map.PlaceOf(item),
                           DiscKind::kRing,
                           3.5f,
                           {way == Way::kOwn ? Token::kInk3 : Token::kInk2, 1},
                           {},
                           0,
                           item});
  }
}

// The chosen way as a journey of its own, so that its discs and capsules are made as a journey's
// are.
std::vector<StopGroup> GroupsOf(const IdeasState& state, const View& view, const Walk& walk) {
  return GroupPlaces(PlacesOf(state, walk), view);
}

}  // namespace

void AddWalks(const IdeasState& state, const View& view, Scene& scene) {
  if (!state.walk.is_open) return;
  for (const Way way : {Way::kOwn, Way::kLinks, Way::kMeaning}) {
    if (way == state.walk.chosen) continue;
    if (const auto walk = WalkOf(state, way)) AddLine(state, *walk, way, false, scene);
  }
  const auto chosen = WalkOf(state, state.walk.chosen);
  if (!chosen) return;
  AddLine(state, *chosen, state.walk.chosen, true, scene);
  const int last = static_cast<int>(chosen->items.size()) - 1;
  for (const StopGroup& group : GroupsOf(state, view, *chosen)) {
    DiscMark disc;
    disc.at = group.at_in_world;
    const bool is_start = group.places.front() == 0, is_goal = group.places.back() == last;
    disc.kind = is_start ? DiscKind::kCurrent : DiscKind::kStop;
    disc.radius_px = is_start ? 11.f : is_goal ? 10.f : 8.f;
    disc.numeral = NumeralOf(group);
    disc.item = chosen->items[static_cast<size_t>(group.places.back())];
    scene.discs.push_back(std::move(disc));
  }
}

void AddWalkNames(const IdeasState& state, const View& view, std::vector<LabelMark>& names,
                  std::vector<Rect>& boxes) {
  const auto chosen = WalkOf(state, state.walk.chosen);
  if (!chosen) return;
  const int last = static_cast<int>(chosen->items.size()) - 1;
  for (const StopGroup& group : GroupsOf(state, view, *chosen)) {
    const Point2 at = ScreenFromWorld(view.camera, view.viewport, group.at_in_world);
    boxes.push_back({{at.x - 11, at.y - 11}, {at.x + 11, at.y + 11}});
    LabelMark name;
    name.at = group.at_in_world;
    for (size_t i = 0; i < std::min<size_t>(group.places.size(), 3); ++i) {
      const uint32_t item = chosen->items[static_cast<size_t>(group.places[i])];
      name.text += (i > 0 ? ", " : "") + state.map.TitleOf(item);
    }
    if (group.places.size() > 3) name.text += " +" + std::to_string(group.places.size() - 3);
    const bool is_end = group.places.front() == 0 || group.places.back() == last;
    name.face = Face::kUiBold;
    name.size_px = is_end ? 14.f : 12.5f;
    name.paint = {Token::kInk, 1};
    name.distance_px = is_end ? 15.f : 12.f;
    name.item = chosen->items[static_cast<size_t>(group.places.back())];
    names.push_back(std::move(name));
  }
  // Beside the weakest step, half way along it.
  const auto weakest = static_cast<size_t>(chosen->weakest);
  const std::vector<Curve> curves = HopCurves(PlacesOf(state, *chosen));
  if (weakest >= curves.size()) return;
  LabelMark word;
  word.at = PointOn(curves[weakest], 0.5f);
  word.text = words::kWalkWeakest;
  word.face = Face::kRegionItalic;
  word.size_px = 13;
  word.paint = {Token::kInk2, 1};
  word.distance_px = 9;
  names.push_back(std::move(word));
}

}  // namespace meander
