// See scene.h; widths, radii and dashes are those of the design's §8.
#include "sentences/scene.h"

#include <algorithm>
#include <cmath>

#include "canvas/fill.h"
#include "canvas/label_box.h"
#include "canvas/labels.h"
#include "canvas/stop_groups.h"
#include "canvas/text_metrics.h"
#include "canvas/words.h"
#include "sentences/corpus_map.h"

namespace meander {
namespace {

constexpr double kRiverDelay_s = 0.6, kRiver_s = 2.4;

// One hop of a smooth line through points: two quadratics that meet in its middle.
struct Hop {
  Point2 from, first_control, middle, second_control, to;
};
Hop HopBetween(Point2 before, Point2 from, Point2 to, Point2 after) {
  constexpr float kEase = 0.3f;
  // Tangents of a Catmull-Rom curve, a little more upright: a river runs down.
  const Point2 out = (to - before) * (0.5f * kEase * 2), in = (after - from) * (0.5f * kEase * 2);
  const Point2 c1 = from + out * 0.5f, c2 = to - in * 0.5f;
  Hop hop;
  hop.from = from;
  hop.to = to;
  hop.middle = (from + c1 * 3 + c2 * 3 + to) * 0.125f;
  hop.first_control = from * 0.25f + c1 * 0.75f;
  hop.second_control = to * 0.25f + c2 * 0.75f;
  return hop;
}

struct Painter : PixelBrush {
  Painter(const StripFrame& frame, Scene& scene) : PixelBrush(frame, scene), strip(frame) {}
  const StripFrame& strip;

  // A dashed ring: the sign of a held stop.
  void Ring(Point2 at, float radius_px) {
    constexpr int kParts = 8;
    constexpr float kTurn = 6.2831853f / kParts;
    const float reach = radius_px / std::cos(kTurn / 2);
    for (int i = 0; i < kParts; ++i) {
      const auto on = [&](float turn, float r) {
        return at + Point2{std::cos(turn), std::sin(turn)} * r;
      };
      const float turn = kTurn * static_cast<float>(i);
      StrokeMark& arc = Stroke(on(turn, radius_px), on(turn + kTurn / 2, reach),
                               on(turn + kTurn, radius_px), 1.5f, {Token::kAccent, 1});
      arc.drawn_to = 0.62f;
    }
  }
};

void AddStraightWay(Painter& paint, const std::vector<Point2>& places, bool names_things) {
  StrokeMark& way = paint.Line(places.front(), places.back(), 1.4f, {Token::kInk2, 0.8f});
  way.dash_px = 2;
  way.gap_px = 5;
  if (!names_things || paint.strip.width_px < 240) return;
  const Point2 last = places.back(), before = places[places.size() - 2];
  // On the side that the river does not use just there.
  const bool is_left = before.x >= last.x;
  const float y = before.y + (last.y - before.y) * 0.72f;
  paint
      .Label({last.x, y}, std::string(words::kStripStraight), Face::kRegionItalic, 13.5f,
             {Token::kInk2, 1}, is_left ? LabelPlace::kLeft : LabelPlace::kRight)
      .distance_px = 10;
}

void AddLeaders(const SentencesState& state, Painter& paint, const std::vector<Point2>& places) {
  for (size_t i = 0; i < places.size(); ++i) {
    const bool is_current = static_cast<int>(i) == state.current();
    const Point2 edge{paint.strip.width_px, places[i].y};
    paint.Line(places[i], edge, is_current ? 1.6f : 1,
               is_current ? Paint{Token::kAccent, 0.75f} : Paint{Token::kInk3, 0.55f});
  }
}

// In two passes: what lies under it first, or one hop's would cut into the other's end.
void AddRiver(const SentencesState& state, Painter& paint, const std::vector<Point2>& places,
              float drawn, bool names_things, bool is_casing) {
  const auto hops = static_cast<int>(places.size()) - 1;
  const int weakest = state.shown->is_sketch ? -1 : state.shown->reply.weakest;
  const auto place = [&](int i) { return places[static_cast<size_t>(std::clamp(i, 0, hops))]; };
  for (int i = 0; i < hops; ++i) {
    // Part of this hop that is there, and part of it that has been read.
    const float there =
        std::clamp(drawn * static_cast<float>(hops) - static_cast<float>(i), 0.f, 1.f);
    if (there <= 0) break;
    const float read = std::clamp(state.reading.at - static_cast<float>(i), 0.f, 1.f);
    const Hop hop = HopBetween(place(i - 1), place(i), place(i + 1), place(i + 2));
    const auto part = [&](float from, float to, float width_px, float opacity) {
      if (from >= to) return;
      const Paint color = is_casing ? Paint{Token::kLand6, 0.95f} : Paint{Token::kAccent, opacity};
      if (is_casing) width_px += 4.6f;
      for (const bool is_second : {false, true}) {
        const float begin = std::clamp((from - (is_second ? 0.5f : 0.f)) * 2, 0.f, 1.f);
        const float end = std::clamp((to - (is_second ? 0.5f : 0.f)) * 2, 0.f, 1.f);
        if (begin >= end) continue;
        // Where two pale halves meet, their round ends would lie on one another as a dark dot.
        const float half_px = std::max(Distance(hop.middle, is_second ? hop.to : hop.from), 1.f);
        const float trim = is_casing || opacity >= 1 ? 0 : std::min(0.9f / half_px, 0.2f);
        StrokeMark& stroke =
            is_second ? paint.Stroke(hop.middle, hop.second_control, hop.to, width_px, color)
                      : paint.Stroke(hop.from, hop.first_control, hop.middle, width_px, color);
        stroke.drawn_from = is_second ? std::max(begin, trim) : begin;
        stroke.drawn_to = is_second ? end : std::min(end, 1 - trim);
        if (i == weakest && !is_casing) stroke.gap_px = 7.6f;  // round dots: a leap
      }
    };
    part(std::min(read, there), there, 3, 0.55f);
    part(0, std::min(read, there), 4, 1);
    const bool has_room =
        places[static_cast<size_t>(i + 1)].y - places[static_cast<size_t>(i)].y > 36;
    if (i == weakest && !is_casing && there >= 1 && names_things && paint.strip.width_px >= 170 &&
        has_room) {
      const bool is_left = hop.middle.x > paint.strip.width_px * 0.55f;
      paint
          .Label(hop.middle, std::string(words::kStripLeap), Face::kRegionItalic, 13.5f,
                 {Token::kInk, 1}, is_left ? LabelPlace::kLeft : LabelPlace::kRight)
          .distance_px = 12;
    }
  }
}

void AddStops(const SentencesState& state, Painter& paint, const std::vector<Point2>& places,
              float drawn) {
  const bool is_small = paint.strip.is_slim();
  const auto hops = static_cast<int>(places.size()) - 1;
  paint.Disc(places.front(), DiscKind::kDot, is_small ? 7.5f : 9, {Token::kInk, 1}).item = 0;
  for (int i = 1; i < hops; ++i) {
    if (drawn * static_cast<float>(hops) < static_cast<float>(i)) break;
    Point2 at = places[static_cast<size_t>(i)];
    const float gap = std::min(places[static_cast<size_t>(i + 1)].y - at.y,
                               at.y - places[static_cast<size_t>(i - 1)].y);
    if (i == state.dragged) at.x += state.drag_px;
    if (PinAt(state, i) != nullptr) paint.Ring(at, i == state.current() ? 17.5f : 14);
    const bool is_current = i == state.current();
    const bool has_numeral = gap >= 22 || is_current;
    DiscMark& disc = paint.Disc(at,
                                is_current    ? DiscKind::kCurrent
                                : has_numeral ? DiscKind::kStop
                                              : DiscKind::kSmall,
                                is_current    ? 12
                                : has_numeral ? 9
                                              : 4.5f,
                                {Token::kAccent, 1});
    disc.item = static_cast<uint32_t>(i);
    if (has_numeral) disc.numeral = std::to_string(i);
    if (i == state.hovered && !is_current && has_numeral) disc.radius_px = 10;
  }
  paint.Disc(places.back(), DiscKind::kSelected, is_small ? 7 : 8.5f, {Token::kInk, 1}).item =
      static_cast<uint32_t>(hops);
}

}  // namespace

float RiverDrawn(const SentencesState& state, double now_s, bool reduced_motion) {
  if (reduced_motion || state.grow_from_s < 0) return 1;
  const double share = std::clamp((now_s - state.grow_from_s - kRiverDelay_s) / kRiver_s, 0., 1.);
  return static_cast<float>(share * share * (3 - 2 * share));
}

Scene StripScene(const SentencesState& state, const StripFrame& strip,
                 std::shared_ptr<const PointTable> dots, float drawn, bool names_things) {
  Scene scene;
  scene.points.table = std::move(dots);
  scene.points.radius_px = 0.9f;
  const std::vector<Point2> places = StopPlaces(state, strip);
  if (places.size() < 2) return scene;
  Painter paint{strip, scene};
  AddStraightWay(paint, places, names_things);
  AddLeaders(state, paint, places);
  for (const bool is_casing : {true, false}) {
    AddRiver(state, paint, places, drawn, names_things, is_casing);
  }
  AddStops(state, paint, places, drawn);
  if (names_things && strip.width_px >= 170 && strip.height_px - places.back().y > 48) {
    paint
        .Label({18, strip.height_px - 23},
               Fill(words::kStripCorpus, {{"count", WithCommas(state.head.item_count)},
                                          {"writers", WithCommas(state.shelves.writer_count)}}),
               Face::kUi, 12, {Token::kInk2, 1}, LabelPlace::kRight)
        .distance_px = 0;
  }
  return scene;
}

namespace {

// Lines stand beside their stops where neither another line nor a stop is, the current one first;
// what finds no such place is not named: closer in it is.
void KeepWhatIsFree(Scene& scene, const View& view) {
  constexpr float kGap_px = 2;
  std::vector<Rect> taken;
  for (const DiscMark& disc : scene.discs) {
    const Point2 at = ScreenFromWorld(view.camera, view.viewport, disc.at);
    const Point2 half{CapsuleHalf_px(disc) + kGap_px, disc.radius_px + kGap_px};
    taken.push_back({at - half, at + half});
  }
  scene.labels = PlaceStopNames(scene.labels, view.camera, view.viewport, taken);
}

// Stops on one spot share a disc and one name: the current line's, or the first's.
void AddMapStop(const SentencesState& state, const View& view, const StopGroup& group,
                Scene& scene) {
  const auto current =
      std::ranges::find(group.places, state.current(), [](int place) { return place + 1; });
  const bool is_current = current != group.places.end();
  const int named = (is_current ? *current : group.places.front()) + 1;
  // A tap leads on to the next of them, from the last to the first.
  const auto next = is_current && current + 1 != group.places.end() ? *(current + 1) + 1
                                                                    : group.places.front() + 1;
  DiscMark disc;
  disc.at = group.at_in_world;
  disc.kind = is_current ? DiscKind::kCurrent : DiscKind::kStop;
  disc.radius_px = is_current ? 11.f : 8.f;
  disc.numeral = NumeralOf(group);
  disc.item = static_cast<uint32_t>(next);
  const float half_px = CapsuleHalf_px(disc);
  scene.discs.push_back(std::move(disc));
  const bool has_room = view.viewport.width_px >= 560;
  if (!has_room && !is_current) return;
  LabelMark name;
  name.at = group.at_in_world;
  name.text = FitText(Face::kUiBold, is_current ? 14 : 12.5f, LineAt(state, named).text, 260);
  name.face = is_current ? Face::kUiBold : Face::kUi;
  name.size_px = is_current ? 14 : 12.5f;
  name.paint = {Token::kInk, 1};
  name.place = name.at.x > view.camera.center_in_world.x ? LabelPlace::kLeft : LabelPlace::kRight;
  name.distance_px = half_px + (is_current ? 16 : 12);
  name.item = static_cast<uint32_t>(named);
  scene.labels.insert(is_current ? scene.labels.begin() : scene.labels.end(), std::move(name));
}

}  // namespace

Scene MapScene(const SentencesState& state, const View& view) {
  Scene scene;
  scene.points.table = state.map.points;
  std::vector<std::pair<int, Point2>> places;
  for (int stop = 1; stop <= state.stop_count(); ++stop) {
    if (const auto at = PlaceOnMap(state, LineAt(state, stop).item)) places.emplace_back(stop, *at);
  }
  for (size_t i = 0; i + 1 < places.size(); ++i) {
    StrokeMark hop;
    hop.from = places[i].second;
    hop.to = places[i + 1].second;
    const Point2 along = hop.to - hop.from;
    const float bow = i % 2 == 0 ? 0.09f : -0.09f;
    hop.control = (hop.from + hop.to) * 0.5f + Point2{-along.y, along.x} * bow;
    const bool is_read = places[i + 1].first <= state.current();
    hop.width_from_px = hop.width_to_px = is_read ? 3.8f : 2.6f;
    hop.paint = {Token::kAccent, is_read ? 1 : 0.62f};
    hop.casing_px = 4.6f;
    hop.chevron = true;
    scene.strokes.push_back(hop);
  }
  std::vector<Point2> spots;
  for (const auto& [stop, at] : places) spots.push_back(at);
  for (StopGroup& group : GroupPlaces(spots, view)) {
    for (int& place : group.places) place = places[static_cast<size_t>(place)].first - 1;
    AddMapStop(state, view, group, scene);
  }
  KeepWhatIsFree(scene, view);
  return scene;
}

}  // namespace meander
