// See scene_rings.h. Measures from the design's §8 and its mocks.
#include "sounds/scene_rings.h"

#include <algorithm>
#include <cmath>

#include "canvas/page_parts.h"

namespace meander {
namespace {

constexpr float kRing_px = 27, kRingSmall_px = 22, kRingFigure_px = 17, kRingLeast_px = 12;
constexpr float kFaint = 0.3f, kEnvelopeInRing = 2.1f;
constexpr int kWobbles = 9;

// The outline of a ring that is sounding: it wobbles and is still again after kHitLasts_s.
void AddWobble(Point2 at, float radius_px, float age, const View& view, Scene& scene) {
  const float strength = std::exp2(-6 * age);
  const float radius = (radius_px + 7) / view.camera.pixels_per_world;
  const float depth = 5 * strength / view.camera.pixels_per_world;
  const auto point = [&](float turn) {
    const float wave = std::sin(turn * kWobbles / 2.f) * std::sin(turn * 2 + age * 9);
    return at + Point2{std::cos(turn), std::sin(turn)} * (radius + depth * wave);
  };
  constexpr int kParts = 36;
  constexpr float kTurn = 6.2831853f;
  for (int part = 0; part < kParts; ++part) {
    const float from = kTurn * static_cast<float>(part) / kParts;
    const float to = kTurn * static_cast<float>(part + 1) / kParts;
    StrokeMark stroke;
    stroke.from = point(from);
    stroke.to = point(to);
    stroke.control = (stroke.from + stroke.to) * 0.5f;
    stroke.width_from_px = stroke.width_to_px = 1.6f;
    stroke.paint = {Token::kAccent, 0.7f * strength};
    scene.strokes.push_back(stroke);
  }
}

// Where a ring's envelope stands when a later ring lies over part of it: in the middle of what is
// still seen; nullopt where that is too little.
std::optional<Point2> SeenMiddle(const SoundsState& state, const View& view, int track) {
  const float radius = RingRadius_px(view) / view.camera.pixels_per_world;
  const Point2 at = RingPlace(state, track);
  Point2 away;
  float nearest = 1.5f * radius;
  for (int later = track + 1; later < state.track_count(); ++later) {
    if (ItemOfTrack(state, later) == kNoItem) continue;
    const Point2 way = at - RingPlace(state, later);
    if (Length(way) >= nearest) continue;
    nearest = Length(way);
    away = way;
  }
  if (nearest < 0.75f * radius) return std::nullopt;
  if (nearest >= 1.5f * radius) return at;
  return at + away * (0.83f * (1.5f * radius - nearest) / nearest);
}

}  // namespace

EnvelopeMark EnvelopeAt(const SoundsState& state, uint32_t item, Paint paint, float size) {
  EnvelopeMark mark;
  mark.at = PlaceOf(state, item);
  mark.loudness = EnvelopeOf(state, item);
  mark.paint = paint;
  mark.width_px = 9 * size;
  mark.height_px = 14 * size;
  mark.stroke_px = std::min(1.35f, 1.2f * size);  // small ones are strokes still, and no block
  return mark;
}

void AddRing(const SoundsState& state, const View& view, const BeatMoment& moment, int track,
             Scene& scene) {
  const uint32_t item = ItemOfTrack(state, track);
  if (item == kNoItem) return;
  const float radius = RingRadius_px(view);
  const Point2 at = RingPlace(state, track);
  const Track& one = state.pattern.tracks[static_cast<size_t>(track)];
  const float age = moment.ages[static_cast<size_t>(track)];
  const bool is_hit = age < 1;
  const bool is_lit = is_hit || state.dragged == track;
  if (is_hit && !view.reduced_motion) AddWobble(at, radius, age, view, scene);
  // What chance may pick: the ring's true reach on the map.
  if (one.chance > 0 && state.dragged != track) {
    DiscMark reach;
    reach.at = at;
    reach.kind = DiscKind::kRing;
    reach.is_dotted = true;
    reach.radius_px = ChanceRadius(one.chance) * view.camera.pixels_per_world;
    reach.paint = {is_lit ? Token::kAccent : Token::kInk2, 0.8f};
    if (reach.radius_px > radius + 4) scene.discs.push_back(reach);
  }
  DiscMark ring;
  ring.at = at;
  ring.kind = DiscKind::kHandle;
  ring.radius_px = radius;
  const float heard = IsHeard(state.pattern, track) ? 1.f : 0.45f;
  ring.paint = {is_lit ? Token::kAccent : Token::kInk, heard};
  ring.item = kFirstRing + static_cast<uint32_t>(track);
  scene.discs.push_back(ring);
  if (state.chosen == track && !view.on_paper) {
    DiscMark chosen = ring;
    chosen.kind = DiscKind::kRing;
    chosen.is_dotted = true;
    chosen.radius_px = radius + 6;
    chosen.paint = {Token::kInk, 1};
    chosen.item = kNoItem;
    scene.discs.push_back(chosen);
  }
  const uint32_t shown =
      state.dragged == track && state.drag_over != kNoItem ? state.drag_over : item;
  EnvelopeMark mark = EnvelopeAt(state, shown, {is_lit ? Token::kAccent : Token::kInk, heard},
                                 radius / kRing_px * kEnvelopeInRing);
  const auto seen = SeenMiddle(state, view, track);
  if (!seen) return;
  mark.at = *seen;
  mark.stroke_px = 2.2f * radius / kRing_px;
  scene.on_discs.push_back(mark);
}

void AddFaintRings(const SoundsState& state, const View& view, Scene& scene) {
  for (int track = 0; track < state.track_count(); ++track) {
    const uint32_t item = ItemOfTrack(state, track);
    const auto& pair = state.why.items;
    if (item == kNoItem || std::ranges::find(pair, item) != pair.end()) continue;
    DiscMark ring;
    ring.at = RingPlace(state, track);
    ring.kind = DiscKind::kRing;  // it covers nothing
    ring.radius_px = RingRadius_px(view);
    ring.paint = {Token::kInk2, kFaint};
    ring.item = item;  // a press compares with its sound
    scene.discs.push_back(ring);
    EnvelopeMark mark =
        EnvelopeAt(state, item, ring.paint, kEnvelopeInRing * ring.radius_px / kRing_px);
    mark.stroke_px = 2.2f * ring.radius_px / kRing_px;
    scene.on_discs.push_back(mark);
  }
}

float RingRadius_px(const View& view) {
  const float usual_px = IsFigure(view) ? kRingFigure_px : IsPhone(view) ? kRingSmall_px : kRing_px;
  // On a low map they leave some of it to be seen.
  const float map_px = view.viewport.height_px - view.viewport.inset_bottom_px;
  return std::clamp(map_px / 10, kRingLeast_px, usual_px);
}

Point2 RingPlace(const SoundsState& state, int track) {
  if (state.dragged == track) return state.drag_at;
  const Point2 place = PlaceOf(state, ItemOfTrack(state, track));
  if (state.settle_from_s < 0) return place;
  // On a first visit the rings come in from the map's middle, one after the other.
  const double begun_s = state.settle_from_s + 0.12 * track;
  const auto share =
      static_cast<float>(std::clamp((state.now_s - begun_s) / (kSettle_s - 0.9), 0.0, 1.0));
  const float eased = 1 - (1 - share) * (1 - share) * (1 - share);
  const Rect& bounds = state.map.bounds();
  const Point2 middle = (bounds.low + bounds.high) * 0.5f;
  return middle + (place - middle) * eased;
}

}  // namespace meander
